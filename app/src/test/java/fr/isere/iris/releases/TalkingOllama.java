package fr.isere.iris.releases;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An Ollama as far as releases need one: it holds names, and says the same to everybody, slowly to who asks for it with {@link #SLOWLY}. */
final class TalkingOllama implements AutoCloseable {

    static final String SLOWLY = "lentement";

    private static final int WORDS = 20;

    final Map<String, String> held = new ConcurrentHashMap<>();

    /** Model names of the answers begun, in order. */
    final Queue<String> asked = new ConcurrentLinkedQueue<>();

    /** How often it was asked what it holds. */
    final AtomicInteger listed = new AtomicInteger();

    /** Holds the slow ones after their first word. */
    final CountDownLatch goOn = new CountDownLatch(1);

    private final JsonMapper json = new JsonMapper();
    private final HttpServer server;

    TalkingOllama() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JsonNode request = body.isBlank() ? json.createObjectNode() : json.readTree(body);
            switch (exchange.getRequestURI().getPath()) {
                case "/api/tags" -> {
                    listed.incrementAndGet();
                    send(exchange, tags());
                }
                case "/api/pull" -> {
                    held.put(request.path("model").asString(), "d".repeat(64));
                    send(exchange, "{\"status\":\"success\"}\n");
                }
                case "/api/copy" -> {
                    held.put(request.path("destination").asString(), "d".repeat(64));
                    send(exchange, "");
                }
                case "/api/delete" -> {
                    held.remove(request.path("model").asString());
                    send(exchange, "");
                }
                case "/api/chat" -> chat(exchange, request, body.contains(SLOWLY));
                case "/api/version" -> send(exchange, "{\"version\":\"0.17.4\"}");
                case "/api/ps" -> send(exchange, "{\"models\":[]}");
                default -> send(exchange, "{\"done\":true}");
            }
        }
    }

    private String tags() {
        StringBuilder models = new StringBuilder();
        held.forEach((name, digest) -> models.append(models.isEmpty() ? "" : ",")
                .append("{\"name\":\"%s\",\"model\":\"%s\",\"digest\":\"%s\",\"size\":1000}"
                        .formatted(name, name, digest)));
        return "{\"models\":[" + models + "]}";
    }

    private void chat(HttpExchange exchange, JsonNode request, boolean slowly) throws IOException {
        String model = request.path("model").asString();
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        asked.add(model);
        for (int i = 0; i < WORDS; i++) {
            line(
                    exchange,
                    "{\"model\":\"%s\",\"message\":{\"role\":\"assistant\",\"content\":\"mot \"},\"done\":false}\n"
                            .formatted(model));
            if (slowly) {
                waitToGoOn();
            }
        }
        line(
                exchange,
                "{\"model\":\"%s\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":4000,\"eval_count\":20}\n"
                        .formatted(model));
    }

    private void waitToGoOn() throws IOException {
        try {
            if (!goOn.await(60, TimeUnit.SECONDS)) {
                throw new IOException("nobody let it go on");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static void line(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", text.endsWith("\n") ? "application/x-ndjson" : "application/json");
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        goOn.countDown();
        server.stop(0);
    }
}
