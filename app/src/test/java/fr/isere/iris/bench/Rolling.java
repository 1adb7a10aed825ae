package fr.isere.iris.bench;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisProcess;
import fr.isere.iris.testing.RedisForTests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two instances on one Redis, each a process, replaced in turn while people read: each of them asks again and again, and where a stream
 * breaks off comes back on the other instance with the last event it saw, as the page does.
 */
final class Rolling implements AutoCloseable {

    private final RedisForTests redis = RedisForTests.start();
    private final PacedOllama engine = new PacedOllama();
    private final AtomicReferenceArray<IrisProcess> instances = new AtomicReferenceArray<>(2);
    private final AtomicInteger resumed = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final Map<String, Integer> ends = new TreeMap<>();
    private volatile boolean restarting = true;

    /** @param before of the version that both run until they are replaced by this one */
    Rolling(IrisProcess.Program before) throws IOException {
        instances.set(0, instance(before));
        instances.set(1, instance(before));
    }

    private IrisProcess instance(IrisProcess.Program version) throws IOException {
        return IrisProcess.start(
                version,
                ProcessBuilder.Redirect.DISCARD,
                Stream.of(
                        "spring.data.redis.url=" + redis.url(),
                        "iris.models.ollama.url=" + engine.url(),
                        "iris.models.slots=1000",
                        "iris.chat.finish=30s"));
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

    /** Replaces both, one after the other, while so many people read; half of them come when the first is of this version. */
    Result restartUnder(int readers) throws InterruptedException, ExecutionException, IOException {
        ExecutorService people = Executors.newFixedThreadPool(readers);
        List<Future<?>> all = new ArrayList<>();
        all.addAll(come(people, "agent", 0, readers / 2));
        replace(0);
        all.addAll(come(people, "elue", readers / 2, readers));
        replace(1);
        restarting = false;
        people.shutdown();
        for (Future<?> one : all) {
            one.get();
        }
        return new Result(ends, resumed.get(), turnedAway.get());
    }

    private List<Future<?>> come(ExecutorService people, String account, int from, int to) {
        ApiClient person = instances.get(0).signIn(account).acceptsTheCharter();
        List<Future<?>> coming = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int number = i;
            coming.add(people.submit(() -> asksAndReads(person, number)));
        }
        return coming;
    }

    private void replace(int which) throws IOException, InterruptedException {
        instances.get(which).stops();
        instances.set(which, instance(IrisProcess.THIS));
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
                    return text.toString().equals(PacedOllama.words()) ? "complete" : "other text";
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

    @Override
    public void close() {
        instances.get(0).close();
        instances.get(1).close();
        engine.close();
        redis.close();
    }
}
