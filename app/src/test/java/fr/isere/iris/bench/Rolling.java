package fr.isere.iris.bench;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two instances on one Redis, restarted in turn while people read: each of them asks again and again, and where a stream breaks off
 * comes back on the other instance with the last event it saw, as the page does.
 */
final class Rolling implements AutoCloseable {

    private static final int WORDS = 40;
    private static final Duration PACE = Duration.ofMillis(50);

    private final RedisForTests redis = RedisForTests.start();
    private final ScriptedModel model = new ScriptedModel();
    private final ScheduledExecutorService engine = Executors.newScheduledThreadPool(4);
    private final AtomicReferenceArray<IrisForTests> instances = new AtomicReferenceArray<>(2);
    private final AtomicInteger resumed = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final Map<String, Integer> ends = new TreeMap<>();
    private volatile boolean restarting = true;

    Rolling() {
        instances.set(0, instance());
        instances.set(1, instance());
        engine.execute(this::play);
    }

    private IrisForTests instance() {
        return IrisForTests.start(model, redis, "iris.chat.finish=30s");
    }

    /**
     * What came of it.
     *
     * @param ends answers by how they ended, whole ones as {@code complete}
     * @param resumed streams that were taken up on the other instance
     * @param turnedAway questions that an instance which stops did not take, asked of the other
     */
    record Result(Map<String, Integer> ends, int resumed, int turnedAway) {

        Result {
            ends = Map.copyOf(ends);
        }

        int failed() {
            return ends.entrySet().stream()
                    .filter(end -> !end.getKey().equals("complete"))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }

    /** Restarts both, one after the other, while so many people read. */
    Result restartUnder(int readers) throws InterruptedException, ExecutionException {
        ApiClient agent = instances.get(0).signIn("agent").acceptsTheCharter();
        ExecutorService people = Executors.newFixedThreadPool(readers);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            int number = i;
            all.add(people.submit(() -> asksAndReads(agent, number)));
        }
        for (int i = 0; i < 2; i++) {
            instances.get(i).close();
            instances.set(i, instance());
        }
        restarting = false;
        people.shutdown();
        for (Future<?> one : all) {
            one.get();
        }
        return new Result(ends, resumed.get(), turnedAway.get());
    }

    private void asksAndReads(ApiClient agent, int number) {
        String conversation = anywhere(
                number,
                agent,
                where -> where.send("POST", "/api/conversations", Map.of())
                        .json()
                        .get("id")
                        .asString());
        do {
            EventStream stream =
                    anywhere(number, agent, where -> where.ask(conversation, Map.of("text", "Question " + number)));
            String end = readToTheEnd(agent, number, stream);
            synchronized (ends) {
                ends.merge(end, 1, Integer::sum);
            }
        } while (restarting);
    }

    private String readToTheEnd(ApiClient agent, int number, EventStream first) {
        EventStream stream = first;
        StringBuilder text = new StringBuilder();
        String answer = "";
        long seen = 0;
        while (true) {
            EventStream.Event event = next(stream);
            if (event == null) {
                resumed.incrementAndGet();
                String id = answer;
                long last = seen;
                stream = anywhere(number + 1, agent, where -> where.resume(id, last));
                continue;
            }
            seen = event.id();
            switch (event.type()) {
                case "answer" -> answer = event.data().get("id").asString();
                case "token" -> text.append(event.data().get("text").asString());
                case "done" -> {
                    return text.toString().equals(expected()) ? "complete" : "other text";
                }
                case "problem" -> {
                    return event.data().get("type").asString();
                }
                default -> {}
            }
        }
    }

    /** Null where the stream broke off. */
    private static EventStream.@Nullable Event next(EventStream stream) {
        try {
            return stream.next();
        } catch (AssertionError e) {
            return null;
        }
    }

    /** At one instance or, should it take nobody, at the other: what a proxy does with a connection that is refused. */
    private <T> T anywhere(int preferred, ApiClient agent, Function<ApiClient, T> call) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        for (int i = preferred; ; i++) {
            try {
                return call.apply(agent.at(instances.get(i % 2).url()));
            } catch (AssertionError e) {
                turnedAway.incrementAndGet();
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    /** The engine: one word to each that asks, at its pace. */
    private void play() {
        while (!engine.isShutdown()) {
            try {
                ScriptedModel.Asked asked = model.nextAsked();
                say(asked, 0);
            } catch (AssertionError e) {
                // nobody asked for ten seconds, or the end
            }
        }
    }

    private void say(ScriptedModel.Asked asked, int word) {
        if (word == WORDS) {
            asked.ends();
        } else {
            asked.says("mot" + word + " ");
            var unused = engine.schedule(() -> say(asked, word + 1), PACE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static String expected() {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < WORDS; word++) {
            text.append("mot").append(word).append(' ');
        }
        return text.toString();
    }

    @Override
    public void close() {
        engine.shutdownNow();
        instances.get(0).close();
        instances.get(1).close();
        redis.close();
    }
}
