package fr.isere.iris.bench;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;

/**
 * From a file on somebody's disk to the last word of its extract, over HTTP, with the real reader and a real Redis: the first time after a
 * start whose own work is done, and then again: {@code ops/bench first-extract FILE}.
 */
final class FirstExtractBench {

    private static final int ROUNDS = 5;

    /** In which a start has surely done what nobody waits for. */
    private static final Duration START = Duration.ofMinutes(2);

    private FirstExtractBench() {}

    /** Argument: the file. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        byte[] content = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        try (RedisForTests redis = RedisForTests.start();
                IrisForTests iris = IrisForTests.start(new ScriptedModel(), redis, "iris.documents.warm=true")) {
            ApiClient agent = iris.signIn("agent").acceptsTheCharter();
            AtomicReference<Duration> used = new AtomicReference<>(Duration.ZERO);
            Awaitility.await().atMost(START).pollInterval(Duration.ofSeconds(1)).until(() -> isWarm(used));
            for (int round = 1; round <= ROUNDS; round++) {
                System.out.println(round + ". " + once(agent, name, content));
            }
        }
        System.exit(0);
    }

    /**
     * Sentences were copied once, as a start does, and a reader stands by that took next to no time of a processor since it was last looked at.
     *
     * @param used what it had taken then
     */
    private static boolean isWarm(AtomicReference<Duration> used) {
        boolean copies = Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().matches("first-(extract|reading)"));
        Duration now = readers();
        Duration before = used.getAndSet(now);
        return !copies && !now.isZero() && now.minus(before).toMillis() < 50;
    }

    /** The time of a processor that readers have taken. */
    private static Duration readers() {
        return ProcessHandle.current()
                .descendants()
                .map(ProcessHandle::info)
                .filter(process -> process.commandLine().orElse("").contains("ReaderMain"))
                .map(process -> process.totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static String once(ApiClient agent, String name, byte[] content) {
        String conversation = agent.send("POST", "/api/conversations", Map.of())
                .json()
                .get("id")
                .asString();
        long begin = System.nanoTime();
        String id = agent.upload(conversation, name, content).json().get("id").asString();
        long sent = System.nanoTime();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> state(agent, id).equals("ready"));
        long read = System.nanoTime();
        agent.summarise(id, Map.of("format", "briefing", "method", "extractive"))
                .next("done");
        long done = System.nanoTime();
        return "%.2f s from the end of the upload to the end of the extract: %.2f s until it was read, %.2f s then; the upload took %.2f s"
                .formatted(seconds(sent, done), seconds(sent, read), seconds(read, done), seconds(begin, sent));
    }

    private static String state(ApiClient agent, String id) {
        return agent.get("/api/documents/" + id).json().get("state").asString();
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
