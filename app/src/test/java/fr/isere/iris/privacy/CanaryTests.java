package fr.isere.iris.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.demo.DemoProvider;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.Multipart;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.RedisNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people write, looked for wherever it must not be. IRIS runs as a process of its own, logging all that it can, with a real Redis
 * that writes everything to its disk and a real Ollama, whose logs {@code ops/test} searches for the same marker after the run.
 */
@Tag("ollama")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryTests {

    private static final String MARKER = "CANARI-7f3a-Durand";
    private static final String CONVERSATIONS = "/api/conversations";
    private static final String OLLAMA = System.getenv().getOrDefault("IRIS_TEST_OLLAMA_URL", "http://127.0.0.1:11434");

    @TempDir
    private static Path work = Path.of("set by JUnit");

    private final DemoProvider provider = DemoProvider.start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = RedisNode.freePort();
    private final int management = RedisNode.freePort();
    private RedisForTests redis;
    private Process iris;
    private ApiClient agent;

    @BeforeAll
    void start() throws IOException {
        for (String folder : List.of("logs", "temporary files", "redis", "audit", "ring")) {
            Files.createDirectory(work.resolve(folder));
        }
        redis = RedisForTests.startPersistent(work.resolve("redis"));
        iris = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("logs").resolve("out").toFile())
                .start();
        await().atMost(Duration.ofMinutes(3)).until(this::isReady);
        String password = Objects.requireNonNull(provider.passwords().get("agent"));
        agent = ApiClient.signIn("http://127.0.0.1:" + port, "agent", password).acceptsTheCharter();
    }

    @AfterAll
    void stop() throws InterruptedException {
        iris.destroy();
        iris.waitFor();
        redis.close();
        provider.close();
    }

    @Test
    void whatPeopleWriteIsNowhereButInTheirAnswers() {
        String conversation = asksAndRenames(Map.of());
        String ephemeral = asksAndRenames(Map.of("ephemeral", true));
        sendsWhatIsRefused(conversation);
        sendsDocuments(conversation);
        sendsDocuments(ephemeral);
        redis.dump();
        assertThat(redis.size()).isGreaterThan(3); // it is there, and sealed
        assertThat(channelsThatHold(MARKER)).isEmpty();
        assertThat(read("redis")).contains(conversation).doesNotContain(ephemeral); // not even sealed
        assertThat(read("logs")).contains("TRACE"); // they did log all that they can

        assertThat(agent.send("DELETE", CONVERSATIONS, null).status()).isEqualTo(200);
        redis.dump();
        assertThat(channelsThatHold(MARKER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"logs", "metrics", "temporary files", "redis", "audit", "ring"})
    void aLeakThatIsPlantedIsFound(String channel) {
        String planted = "PLANTED-" + channel.hashCode();
        assertThat(channelsThatHold(planted)).isEmpty();
        assertThat(agent.send("POST", "/api/leaks", Map.of("channel", channel, "text", planted))
                        .status())
                .isEqualTo(200);

        await().untilAsserted(() -> assertThat(channelsThatHold(planted)).containsExactly(channel));
    }

    @Test
    void aLeakIntoTheAddressesOfRequestsIsFound() {
        assertThat(agent.get(CONVERSATIONS + "?leak=PLANTED-address").status()).isEqualTo(200);
        await().untilAsserted(
                        () -> assertThat(channelsThatHold("PLANTED-address")).containsExactly("logs"));
    }

    private String asksAndRenames(Map<String, Boolean> beginning) {
        String conversation =
                agent.send("POST", CONVERSATIONS, beginning).json().get("id").asString();
        try (EventStream stream = agent.ask(conversation, Map.of("text", "Repeat after me: " + MARKER))) {
            assertThat(stream.rest()).last().extracting(EventStream.Event::type).isEqualTo("done");
        }
        assertThat(agent.send("PATCH", CONVERSATIONS + "/" + conversation, Map.of("title", MARKER + " titre"))
                        .status())
                .isEqualTo(200);
        assertThat(agent.get(CONVERSATIONS + "/" + conversation).text()).contains(MARKER);
        return conversation;
    }

    /** One that is read, one that is refused when it is whole, one that is not whole. */
    private void sendsDocuments(String conversation) {
        byte[] text = ("Texte de " + MARKER).getBytes(StandardCharsets.UTF_8);
        ApiClient.Reply sent = agent.upload(conversation, MARKER + ".txt", text);
        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        String document = "/api/documents/" + sent.json().get("id").asString();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> agent.get(document).text().contains("\"state\":\"ready\""));
        assertThat(agent.get(document).text()).contains(MARKER);
        assertThat(agent.get(document + "/pages/1").text()).contains(MARKER);
        assertThat(agent.upload(conversation, MARKER + " bis.txt", text).status())
                .isEqualTo(409);
        Multipart cut = new Multipart().text("conversationId", conversation).file("file", MARKER + ".txt", text);
        assertThat(agent.send(cut, true).status()).isEqualTo(400);
        agent.upload(conversation, MARKER + ".zip", ("PK\3\4" + MARKER).getBytes(StandardCharsets.UTF_8));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !agent.get("/api/documents?conversation=" + conversation)
                        .text()
                        .matches(".*\"state\":\"(waiting|reading)\".*"));
    }

    private void sendsWhatIsRefused(String conversation) {
        String messages = CONVERSATIONS + "/" + conversation + "/messages";
        assertThat(agent.sendRaw("POST", messages, "{\"text\": \"" + MARKER).status())
                .isEqualTo(400);
        assertThat(agent.sendRaw("POST", messages, "{\"text\": {\"a\": \"" + MARKER + "\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(agent.send("POST", messages, Map.of("text", MARKER.repeat(20_000)))
                        .status())
                .isBetween(400, 499);
        assertThat(agent.send("POST", messages, Map.of("text", MARKER + "\u0000"))
                        .status())
                .isBetween(400, 499);
        assertThat(agent.send("PATCH", CONVERSATIONS + "/" + conversation, Map.of("eraseIn", MARKER))
                        .status())
                .isEqualTo(400);
    }

    private Set<String> channelsThatHold(String text) {
        Set<String> found = new TreeSet<>();
        for (String folder : List.of("logs", "temporary files", "redis", "audit", "ring")) {
            if (read(folder).contains(text)) {
                found.add(folder);
            }
        }
        if (management("/actuator/prometheus").contains(text)
                || management("/actuator/health").contains(text)) {
            found.add("metrics");
        }
        return found;
    }

    private static String read(String folder) {
        StringBuilder all = new StringBuilder();
        try {
            Files.walkFileTree(work.resolve(folder), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    try {
                        String text =
                                attributes.isRegularFile() ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
                        all.append(file.getFileName()).append('\n').append(text);
                    } catch (NoSuchFileException e) {
                        // What went while it was looked at holds nothing: readers of documents come and go.
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                        throws IOException {
                    return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(directory, failure);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }

    private boolean isReady() {
        assertThat(iris.isAlive()).as("IRIS runs").isTrue();
        try {
            return management("/actuator/health/readiness").contains("UP");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private String management(String path) {
        try {
            URI uri = URI.create("http://127.0.0.1:" + management + path);
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + work.resolve("temporary files"),
                "-Diris.leak.ring=" + work.resolve("ring").resolve("leak"),
                "-Diris.leak.audit=" + work.resolve("audit").resolve("leak"),
                "-cp",
                System.getProperty("java.class.path"),
                LeakyIris.class.getName(),
                "--logging.level.root=trace",
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--server.tomcat.accesslog.enabled=true",
                "--server.tomcat.accesslog.buffered=false",
                "--server.tomcat.basedir=" + work.resolve("temporary files").resolve("tomcat"),
                "--server.tomcat.accesslog.directory=" + work.resolve("logs"),
                "--management.server.address=127.0.0.1",
                "--management.server.port=" + management,
                "--spring.data.redis.url=" + redis.url(),
                "--iris.keys.path=" + work.resolve("ring").resolve("ring.json"),
                "--iris.audit.folder=" + work.resolve("audit"),
                "--iris.oidc.issuer=" + provider.issuer(),
                "--iris.oidc.client-id=" + DemoProvider.CLIENT_ID,
                "--iris.oidc.client-secret=" + provider.clientSecret(),
                "--iris.models.active=smollm2-135m",
                "--iris.models.ollama.url=" + OLLAMA);
    }
}
