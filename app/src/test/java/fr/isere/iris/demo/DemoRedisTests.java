package fr.isere.iris.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoRedisTests {

    @TempDir
    private Path cache = Path.of("set by JUnit");

    @Test
    void redisEndsWithItsOwnerAndLeavesNoNote() throws Exception {
        Process owner = owner();
        ProcessHandle redis = redisOf(owner);
        assertThat(redis.isAlive()).isTrue();
        owner.destroy();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !redis.isAlive());
        owner.waitFor();
        assertThat(notes()).isEmpty();
    }

    @Test
    void redisOfAKilledOwnerEndsAtTheNextStart() throws Exception {
        Process owner = owner();
        ProcessHandle redis = redisOf(owner);
        owner.destroyForcibly().waitFor();
        assertThat(redis.isAlive()).isTrue();
        new RedisTraces(cache.resolve("demo-redis")).reap();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !redis.isAlive());
        assertThat(notes()).isEmpty();
    }

    @Test
    void redisOfALivingOwnerIsLeftAlone() throws Exception {
        Process owner = owner();
        ProcessHandle redis = redisOf(owner);
        new RedisTraces(cache.resolve("demo-redis")).reap();
        assertThat(redis.isAlive()).isTrue();
        owner.destroy();
        owner.waitFor();
    }

    private Process owner() throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Owner.class.getName());
        java.environment().put("IRIS_CACHE", cache.toString());
        return java.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static ProcessHandle redisOf(Process owner) throws IOException {
        BufferedReader output = owner.inputReader(StandardCharsets.UTF_8);
        assertThat(output.readLine()).startsWith("redis://127.0.0.1:");
        return owner.children()
                .filter(child -> child.info().command().orElse("").contains("redis"))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> notes() throws IOException {
        try (Stream<Path> notes = Files.list(cache.resolve("demo-redis"))) {
            return notes.toList();
        }
    }

    /** A JVM that has a Redis and waits. */
    static final class Owner {

        private Owner() {}

        public static void main(String[] args) throws InterruptedException {
            DemoRedis redis = DemoRedis.start();
            Runtime.getRuntime().addShutdownHook(new Thread(redis::close));
            System.out.println(redis.url());
            Thread.currentThread().join();
        }
    }
}
