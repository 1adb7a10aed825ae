package fr.isere.iris.page;

import static fr.isere.iris.page.ScriptedAnswer.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import fr.isere.iris.page.ScriptedMessage.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * A server with the application's own page and a scripted API behind it: IRIS's HTTP contract, answered exactly as a
 * test says, so that what the page does with each byte can be asserted.
 *
 * <p>The state is one user's. What concerns no conversation is canned; {@link #answers} replaces the answer to any call.
 */
final class ScriptedApi implements AutoCloseable {

    /** What stands under every answer. */
    static final String REMINDER = "IRIS peut se tromper, même avec assurance : vérifiez avant d’utiliser. "
            + "Vous restez responsable de ce que vous produisez.";

    static {
        // Head and body leave as two packets, and the second would wait for the first to be acknowledged: 40 ms a file.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final ExecutorService connections = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Map<String, ScriptedReply> replies = new ConcurrentHashMap<>();
    private final ScriptedConversations conversations = new ScriptedConversations();
    private final Map<String, ScriptedAnswer> answers = new ConcurrentHashMap<>();
    private final Map<String, ScriptedHold> holds = new ConcurrentHashMap<>();
    private final ScriptedDocuments documents = new ScriptedDocuments();
    private final ScriptedVotes votes = new ScriptedVotes();
    private final BlockingQueue<ScriptedAnswer> asked = new LinkedBlockingQueue<>();

    /** @param files answers what is not a call of the API, headers included */
    ScriptedApi(HttpHandler files) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(connections);
        server.createContext("/", files);
        server.createContext("/api/", this::handle);
        server.createContext("/logout", this::signOut);
        server.start();
        for (var name : List.of("me", "charter", "models", "settings")) {
            answers("GET /api/" + name, name + ".json");
        }
        answers("POST /api/charter/acceptances", 204, null);
        answers("GET /api/charter/proof", 200, Map.of("few", 5, "versions", List.of()));
        reminds(null);
        answers("GET /api/documents/limits", "document-limits.json");
        answers("GET /api/bias", 200, Map.of("offers", List.of()));
    }

    /** Where the page is. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers a call with a file of {@code src/test/resources/page/api}. */
    ScriptedApi answers(String call, String file) {
        try (var json = new ClassPathResource("page/api/" + file).getInputStream()) {
            return answers(call, 200, JSON.readValue(json, Map.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers a call, such as {@code GET /api/me}, always so. */
    ScriptedApi answers(String call, int status, @Nullable Object body) {
        replies.put(call, new ScriptedReply(status, body));
        return this;
    }

    /** Reminds of this before any message leaves; null of nothing. */
    ScriptedApi reminds(@Nullable Object reminder) {
        return answers("POST /api/reminders", 200, Collections.singletonMap("reminder", reminder));
    }

    /** Takes back what {@link #answers} said of a call that concerns conversations. */
    ScriptedApi heals(String call) {
        replies.remove(call);
        return this;
    }

    /** Makes the answer to the next such call as it comes, but keeps it back: what it says may have changed when it leaves. */
    ScriptedHold holds(String call) {
        var hold = new ScriptedHold();
        holds.put(call, hold);
        return hold;
    }

    /** The documents of all conversations. */
    ScriptedDocuments documents() {
        return documents;
    }

    /** What the person thinks of the answers. */
    ScriptedVotes votes() {
        return votes;
    }

    /** Begins a conversation that was there before. */
    ScriptedConversation conversation(@Nullable String title) {
        return conversations.begin(false, title);
    }

    /** Begins a conversation that was there before, in the server's memory only. */
    ScriptedConversation ephemeralConversation(@Nullable String title) {
        return conversations.begin(true, title);
    }

    /** The server has this conversation no more. */
    ScriptedApi ends(ScriptedConversation conversation) {
        conversations.end(conversation);
        return this;
    }

    /** The answer to the question that the page just sent, or is about to. */
    ScriptedAnswer nextAnswer() {
        try {
            var answer = asked.poll(10, TimeUnit.SECONDS);
            assertThat(answer).as("a question from the page within 10 s").isNotNull();
            return Objects.requireNonNull(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        connections.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var call =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            var path = exchange.getRequestURI().getPath().split("/", -1);
            var reply = replies.get(call);
            if (reply == null && path[2].equals("answers")) {
                answer(exchange, path[3], path[4]);
            } else if (reply == null && ScriptedVotes.concerns(path)) {
                var made = votes.answer(exchange, path);
                awaitRelease(call);
                send(exchange, made == null ? 204 : 200, made == null ? null : JSON.writeValueAsString(made));
            } else if (reply == null && path[2].equals("documents")) {
                documents(exchange, call, path);
            } else if (reply == null && path.length == 5 && conversations.find(path[3]) != null) {
                begin(
                        exchange,
                        Objects.requireNonNull(conversations.find(path[3])).ask(body(exchange)));
            } else {
                var made =
                        reply != null ? reply : conversations.answer(exchange.getRequestMethod(), path, body(exchange));
                var body = made.body() == null ? null : JSON.writeValueAsString(made.body());
                awaitRelease(call);
                send(exchange, made.status(), body);
            }
        }
    }

    private void documents(HttpExchange exchange, String call, String[] path) throws IOException {
        if (path.length == 5 && path[4].equals("summaries")) {
            var document = Objects.requireNonNull(documents.find(path[3]));
            var conversation = Objects.requireNonNull(conversations.find(document.conversationId));
            begin(exchange, conversation.summarise(document, body(exchange)));
            return;
        }
        if (call.equals("POST /api/documents")) {
            var form = exchange.getRequestBody().readAllBytes();
            awaitRelease(call);
            send(exchange, 202, JSON.writeValueAsString(documents.take(form, conversations)));
            return;
        }
        var made = path.length == 3 ? documents.list(exchange) : documents.answer(exchange);
        awaitRelease(call);
        var json = made == null ? null : JSON.writeValueAsString(made);
        send(exchange, made == null ? 204 : made instanceof Problem problem ? problem.status() : 200, json);
    }

    private void begin(HttpExchange exchange, ScriptedAnswer answer) throws IOException {
        answers.put(answer.id(), answer);
        asked.add(answer);
        stream(exchange, answer, 0, false);
    }

    private void signOut(HttpExchange exchange) throws IOException {
        try (exchange) {
            awaitRelease(exchange.getRequestMethod() + " /logout");
            exchange.getResponseHeaders().set("Location", "/au-revoir");
            exchange.sendResponseHeaders(302, -1);
        }
    }

    private void awaitRelease(String call) throws IOException {
        var hold = holds.remove(call);
        if (hold != null) {
            hold.pass();
        }
    }

    private void answer(HttpExchange exchange, String id, String verb) throws IOException {
        var answer = Objects.requireNonNull(answers.get(id));
        if (verb.equals("stop")) {
            answer.stop();
            send(exchange, 204, null);
            return;
        }
        var last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        stream(exchange, answer, last == null ? 0 : Integer.parseInt(last), true);
    }

    private static void stream(HttpExchange exchange, ScriptedAnswer answer, int after, boolean resumed)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream;charset=UTF-8");
        exchange.sendResponseHeaders(200, 0);
        answer.serve(exchange.getResponseBody(), after, resumed);
        exchange.getResponseBody().close();
    }

    private static Map<?, ?> body(HttpExchange exchange) throws IOException {
        var bytes = exchange.getRequestBody().readAllBytes();
        return bytes.length == 0 ? Map.of() : JSON.readValue(bytes, Map.class);
    }

    private static void send(HttpExchange exchange, int status, @Nullable String json) throws IOException {
        if (json == null) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        var type = status < 400 ? "application/json" : "application/problem+json";
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
