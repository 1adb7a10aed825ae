package fr.isere.iris.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Speaks as much of Ollama's protocol as one answer takes. */
final class SmallEngine implements AutoCloseable {

    /** What it always says. */
    static final String ANSWER = "Bonjour du réseau fermé";

    private static final String MODEL = "smollm2:135m-instruct-q4_1";

    private final HttpServer server;

    SmallEngine() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String models = "{\"models\":[{\"name\":\"" + MODEL + "\"}]}";
        server.createContext(
                "/api/version", exchange -> reply(exchange, "application/json", "{\"version\":\"0.17.4\"}"));
        server.createContext("/api/tags", exchange -> reply(exchange, "application/json", models));
        server.createContext("/api/ps", exchange -> reply(exchange, "application/json", models));
        server.createContext("/api/chat", SmallEngine::chat);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void chat(HttpExchange exchange) throws IOException {
        int read = exchange.getRequestBody().readAllBytes().length;
        String said =
                "{\"model\":\"" + MODEL + "\",\"message\":{\"role\":\"assistant\",\"content\":\"%s\"},\"done\":%s}\n";
        String end = ",\"done_reason\":\"stop\",\"prompt_eval_count\":" + read / 3 + ",\"eval_count\":5";
        reply(exchange, "application/x-ndjson", said.formatted(ANSWER, "false") + said.formatted("", "true" + end));
    }

    private static void reply(HttpExchange exchange, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
