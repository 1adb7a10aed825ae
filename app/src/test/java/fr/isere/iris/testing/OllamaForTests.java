package fr.isere.iris.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A real Ollama of the test's own, with the models that {@code ops/test} brought: it may be killed, and come back. */
public final class OllamaForTests implements AutoCloseable {

    private static final Path CACHE = Path.of(Objects.requireNonNullElse(
            System.getenv("IRIS_CACHE"), Path.of(System.getProperty("user.home"), ".cache", "iris") + ""));

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home = TemporaryFolder.untilExit("ollama");
    private final int port;
    private final Path models;
    private final int atOnce;
    private @Nullable Process server;

    private OllamaForTests(int port, Path models, int atOnce) {
        this.port = port;
        this.models = models;
        this.atOnce = atOnce;
    }

    /** Starts one on a free port. */
    public static OllamaForTests start() {
        return start(1);
    }

    /** Starts one on a free port that gives so many answers at once. */
    public static OllamaForTests start(int atOnce) {
        OllamaForTests ollama = new OllamaForTests(freePort(), CACHE.resolve("ollama-models"), atOnce);
        ollama.comeBack();
        return ollama;
    }

    /** Starts one on a free port that has no model, and forgets those that it gets. */
    public static OllamaForTests startEmpty() {
        OllamaForTests ollama = new OllamaForTests(freePort(), TemporaryFolder.untilExit("ollama-models"), 1);
        ollama.comeBack();
        return ollama;
    }

    /** SmolLM2 as a GGUF file. */
    public static Path gguf() {
        return CACHE.resolve("models").resolve("SmolLM2-135M-Instruct.Q4_1.gguf");
    }

    /** The folder of its models. */
    public Path models() {
        return models;
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Starts it again, where it was. */
    public void comeBack() {
        String binary = Objects.requireNonNullElse(System.getenv("IRIS_TEST_OLLAMA"), CACHE + "/ollama-0.17.4/ollama");
        ProcessBuilder serve = new ProcessBuilder(List.of(binary, "serve"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        serve.environment()
                .putAll(Map.of(
                        "HOME",
                        home.toString(),
                        "OLLAMA_HOST",
                        "127.0.0.1:" + port,
                        "OLLAMA_MODELS",
                        models.toString(),
                        "OLLAMA_NUM_PARALLEL",
                        Integer.toString(atOnce),
                        "OLLAMA_NO_CLOUD",
                        "1",
                        "OLLAMA_NOPRUNE",
                        "1",
                        "OLLAMA_NOHISTORY",
                        "1",
                        "OLLAMA_FLASH_ATTENTION",
                        "0"));
        try {
            server = serve.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(Duration.ofSeconds(30)).until(this::answers);
    }

    private boolean answers() throws InterruptedException {
        HttpRequest version =
                HttpRequest.newBuilder(URI.create(url() + "/api/version")).build();
        try {
            return http.send(version, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Kills it with the processes that run its models, as a machine does that is out of memory. */
    public void kill() {
        Process running = Objects.requireNonNull(server);
        List<ProcessHandle> runners = running.descendants().toList();
        running.destroyForcibly();
        runners.forEach(ProcessHandle::destroyForcibly);
        running.onExit().join();
        runners.forEach(runner -> runner.onExit().join());
    }

    @Override
    public void close() {
        kill();
    }
}
