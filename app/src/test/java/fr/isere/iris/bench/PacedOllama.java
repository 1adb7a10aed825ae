package fr.isere.iris.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An Ollama for instances that are processes of their own: it gives everybody the same words, at its pace. */
final class PacedOllama implements AutoCloseable {

    private static final String MODEL = "smollm2:135m-instruct-q4_1";
    private static final String LINES = "application/x-ndjson";
    private static final int WORDS = 40;

    /** As an engine reads that cuts nothing: fewer tokens would mean that it did. */
    private static final int CHARACTERS_PER_TOKEN = 3;

    private static final Duration PACE = Duration.ofMillis(50);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    PacedOllama() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A whole answer. */
    static String words() {
        return IntStream.range(0, WORDS).mapToObj(PacedOllama::word).collect(Collectors.joining());
    }

    private static String word(int number) {
        return "mot" + number + " ";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int characters = exchange.getRequestBody().readAllBytes().length;
            switch (exchange.getRequestURI().getPath()) {
                case "/api/chat" -> speak(exchange, characters / CHARACTERS_PER_TOKEN);
                case "/api/version" -> send(exchange, "{\"version\":\"0.17.4\"}");
                case "/api/tags", "/api/ps" ->
                    send(exchange, "{\"models\":[{\"name\":\"" + MODEL + "\",\"context_length\":8192}]}");
                default -> send(exchange, "{\"done\":true}");
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void speak(HttpExchange exchange, int read) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", LINES);
        exchange.sendResponseHeaders(200, 0);
        for (int number = 0; number < WORDS; number++) {
            line(
                    exchange,
                    "{\"message\":{\"role\":\"assistant\",\"content\":\"" + word(number) + "\"},\"done\":false}");
            Thread.sleep(PACE.toMillis()); // the pace of an engine, which nobody can be told to await
        }
        line(
                exchange,
                "{\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\","
                        + "\"prompt_eval_count\":" + read + ",\"eval_count\":" + WORDS + "}");
    }

    private static void line(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseBody().write((text + "\n").getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
