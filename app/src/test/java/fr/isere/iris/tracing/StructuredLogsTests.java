package fr.isere.iris.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.testing.IrisProcess;
import fr.isere.iris.testing.RedisForTests;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an instance with the profile of production writes: read as a collector of logs would. */
class StructuredLogsTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir
    Path folder;

    @Test
    void eachLineIsAnObjectAndThoseOfARequestNameItsTrace() throws Exception {
        Path log = folder.resolve("iris.log");
        try (RedisForTests redis = RedisForTests.start();
                IrisProcess iris = IrisProcess.start(
                        ProcessBuilder.Redirect.to(log.toFile()),
                        Stream.of("spring.profiles.active=production", "spring.data.redis.url=" + redis.url()))) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(iris.url() + "/api/me"))
                    .header("Cookie", iris.signIn("agent").cookieHeader())
                    .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                    .build();
            spoilSessions(redis);
            HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
            await().until(() -> lines(log).stream().anyMatch(line -> line.contains("A stored session does not open")));

            assertThat(lines(log)).hasSizeGreaterThan(5).allSatisfy(StructuredLogsTests::isReadable);
            assertThat(lines(log).stream().filter(line -> line.contains("A stored session")))
                    .allSatisfy(line -> assertThat(
                                    JSON.readTree(line).at("/trace/id").asString())
                            .isEqualTo(TRACE));
        }
    }

    private static void isReadable(String line) {
        JsonNode read = JSON.readTree(line);
        assertThat(Instant.parse(read.get("@timestamp").asString())).isBefore(Instant.now());
        assertThat(read.at("/log/level").asString()).isIn("INFO", "WARN", "ERROR");
        assertThat(read.at("/service/name").asString()).isEqualTo("iris");
        assertThat(read.get("message").asString()).isNotBlank();
    }

    /** So that a request has something to log. */
    private static void spoilSessions(RedisForTests redis) {
        try (RedisClient client = RedisClient.create(redis.url());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            List<String> sessions = connection.sync().keys("iris:session:*");
            assertThat(sessions)
                    .isNotEmpty()
                    .allSatisfy(key -> connection.sync().hset(key, "a:csrf", "spoiled"));
        }
    }

    private static List<String> lines(Path log) throws IOException {
        return Files.readAllLines(log);
    }
}
