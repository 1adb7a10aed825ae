package fr.isere.iris.models;

import fr.isere.iris.retention.StoreForTests;
import fr.isere.iris.testing.OllamaForTests;
import fr.isere.iris.testing.RedisForTests;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Two real Ollamas, a queue in a real Redis, and many people who ask at once while one Ollama is killed. */
final class Failover implements AutoCloseable {

    private static final int WINDOW = 2048;
    private static final int SLOTS = 4;
    private static final Duration LONG = Duration.ofMinutes(5);

    private final RedisForTests redis = RedisForTests.start();
    private final StoreForTests store = StoreForTests.on(redis);
    private final EngineRoom room = new EngineRoom(measured -> {});
    private final OllamaForTests one = OllamaForTests.start(SLOTS);
    private final OllamaForTests other = OllamaForTests.start(SLOTS);
    private final Pool pool = new Pool(
            "bench",
            new OllamaEngines(
                            new EngineHttp(room, Duration.ofSeconds(2)),
                            room.timer(),
                            List.of(URI.create(one.url()), URI.create(other.url())),
                            Duration.ofSeconds(5),
                            KeepAlive.AS_THE_ENGINE_LIKES)
                    .servers(),
            SLOTS,
            1000,
            new StoredBoard(store.store(), store.signals(), Clock.systemUTC(), "ollama"),
            room,
            Clock.systemUTC());
    private final EngineModel model = new EngineModel(
            LanguageModelContract.describe("ollama", RealOllama.MODEL, WINDOW),
            pool,
            new Answering.Patience(Duration.ofMinutes(2), Duration.ofSeconds(30)),
            room);
    private final ScheduledFuture<?> probes = room.timer().scheduleWithFixedDelay(model::look, 0, 1, TimeUnit.SECONDS);

    /**
     * What became of the answers.
     *
     * @param complete given whole
     * @param interrupted had begun on the one that was killed, and say so
     * @param lost had not begun, and failed
     * @param recovery from the kill to the first word of an answer that waited for either engine
     * @param back from the killed one's return until it is asked again
     * @param resumed of those interrupted, how many were complete when asked again
     */
    record Outcome(int complete, int interrupted, int lost, Duration recovery, Duration back, int resumed) {}

    Outcome run(int streams) {
        warm();
        Map<String, Heard> byPerson = new LinkedHashMap<>();
        for (int i = 0; i < streams; i++) {
            byPerson.put("person" + i, asked("person" + i));
        }
        Collection<Heard> all = byPerson.values();
        Duration recovery = killsOneInTheMiddle(byPerson);
        Awaitility.await().atMost(LONG).until(() -> all.stream().allMatch(Heard::ended));
        all.forEach(Heard::assertKeptTheContract);
        List<Heard> interrupted = all.stream()
                .filter(heard -> heard.failure() == EngineFailure.INTERRUPTED)
                .toList();
        int complete =
                (int) all.stream().filter(heard -> heard.failure() == null).count();
        Duration back = comesBack();
        int resumed = (int) interrupted.stream()
                .map(heard -> asked("again"))
                .filter(again -> again.untilDone().reason() != FinishReason.STOPPED)
                .count();
        return new Outcome(
                complete, interrupted.size(), streams - complete - interrupted.size(), recovery, back, resumed);
    }

    /** Returns how long it took until one that waited in the queue of both began. */
    private Duration killsOneInTheMiddle(Map<String, Heard> byPerson) {
        Awaitility.await()
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> speakingAt(one, byPerson) >= SLOTS - 1);
        List<Heard> waiting = waiting(byPerson);
        one.kill();
        long killed = System.nanoTime();
        Awaitility.await()
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> waiting.stream().anyMatch(heard -> heard.knows("token")));
        return Duration.ofNanos(System.nanoTime() - killed);
    }

    /** Those that no engine had begun to read. */
    private List<Heard> waiting(Map<String, Heard> byPerson) {
        Set<String> inside =
                pool.door().floor().taken().stream().map(Floor.Lease::person).collect(Collectors.toSet());
        return byPerson.entrySet().stream()
                .filter(one -> !inside.contains(one.getKey()) && !one.getValue().ended())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** How many are still taken when all had the time to be given back. */
    int slotsLeftTaken() {
        try {
            Awaitility.await().until(() -> slotsTaken() == 0);
        } catch (ConditionTimeoutException someAreNot) {
            return slotsTaken();
        }
        return 0;
    }

    private int slotsTaken() {
        return pool.door().floor().taken().size();
    }

    private Duration comesBack() {
        one.comeBack();
        long there = System.nanoTime();
        Awaitility.await()
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> backend(one).word().equals("up"));
        return Duration.ofNanos(System.nanoTime() - there);
    }

    /** Both have the model in memory. */
    private void warm() {
        model.look();
        Awaitility.await()
                .until(() -> pool.backends().stream()
                        .allMatch(backend -> backend.word().equals("up")));
        List<Heard> first = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            first.add(asked("first" + i));
        }
        first.forEach(Heard::untilDone);
    }

    private Heard asked(String person) {
        Heard heard = new Heard();
        Sender sender = new Sender(person, person, Sender.Urgency.CONVERSATION);
        model.answer(
                new ModelRequest(
                        List.of(new Turn(Turn.Speaker.USER, "Write the numbers from 1 to 200, one per line.")),
                        24,
                        sender),
                heard);
        return heard;
    }

    /** How many are in the middle of their words there. */
    private int speakingAt(OllamaForTests ollama, Map<String, Heard> byPerson) {
        String name = backend(ollama).name();
        return (int) pool.door().floor().taken().stream()
                .filter(lease -> lease.backend().equals(name))
                .flatMap(lease -> Stream.ofNullable(byPerson.get(lease.person())))
                .filter(heard -> heard.knows("token") && !heard.ended())
                .count();
    }

    private Backend backend(OllamaForTests ollama) {
        return pool.find("127.0.0.1:" + URI.create(ollama.url()).getPort()).orElseThrow();
    }

    @Override
    public void close() {
        probes.cancel(false);
        room.close();
        one.close();
        other.close();
        store.close();
        redis.close();
    }
}
