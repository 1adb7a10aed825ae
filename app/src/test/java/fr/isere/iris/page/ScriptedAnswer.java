package fr.isere.iris.page;

import fr.isere.iris.page.ScriptedMessage.Citation;
import fr.isere.iris.page.ScriptedMessage.Finding;
import fr.isere.iris.page.ScriptedMessage.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * One answer whose events a test sends when it wants, to as many readers as ask, each from where it says it is.
 *
 * <p>The test's thread adds events and drops connections; each connection has its own thread, that waits for them.
 */
final class ScriptedAnswer {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final ScriptedConversation conversation;
    private final ScriptedMessage message;
    private final List<byte[]> events = new ArrayList<>();
    private final List<Integer> resumedFrom = new ArrayList<>();
    private int drops;
    private boolean bytewise;
    private boolean over;
    private Map<?, ?> request = Map.of();

    ScriptedAnswer(ScriptedConversation conversation, ScriptedMessage question, ScriptedMessage message) {
        this.conversation = conversation;
        this.message = message;
        event(
                "answer",
                Map.of(
                        "id", id(),
                        "consulted", message.consulted,
                        "conversationId", conversation.id,
                        "model", ScriptedConversation.MODEL,
                        "messageId", message.id,
                        "userMessageId", question.id,
                        "title", Objects.requireNonNull(conversation.title),
                        "expiresAt", conversation.expiresAt));
    }

    String id() {
        return Objects.requireNonNull(message.answerId);
    }

    /** Sends one token. */
    ScriptedAnswer token(String token) {
        message.text = message.text.concat(token);
        return event("token", Map.of("text", token));
    }

    /** From here, every byte is a chunk of its own on the wire. */
    synchronized ScriptedAnswer byteByByte() {
        bytewise = true;
        return this;
    }

    /** It answers this message. */
    void sent(Map<?, ?> body) {
        request = body;
    }

    /** It answers this call for a summary. */
    void askedFor(Map<?, ?> body) {
        message.method = (String) body.get("method");
        message.composed = true;
        request = body;
    }

    /** What the page asked for. */
    Map<?, ?> request() {
        return request;
    }

    /** How far a summary has read. */
    ScriptedAnswer progress(int done, int total, int secondsLeft) {
        return event("progress", Map.of("done", done, "total", total, "unit", "pages", "left", secondsLeft));
    }

    /** Ends the answer as a complete one that cites pages. */
    ScriptedAnswer doneCiting(Citation... citations) {
        return citing(citations).done();
    }

    /** It will have cited these pages at its end. */
    ScriptedAnswer citing(Citation... citations) {
        message.citations = List.of(citations);
        return this;
    }

    /** Ends the answer as a complete one with things to check. */
    ScriptedAnswer done(Finding... findings) {
        return ends("complete", List.of(findings));
    }

    /** The answer is as long as one may be: it ends in the middle. */
    ScriptedAnswer cut() {
        return ends("length", List.of());
    }

    /** The user pressed stop: the answer ends with what it has, unless it had ended. */
    ScriptedAnswer stop() {
        return over() ? this : ends("stopped", List.of());
    }

    /** Ends the answer with a problem. */
    ScriptedAnswer fails(Problem problem) {
        message.problem = problem;
        message.state = "failed";
        return event("problem", problem).end();
    }

    /** Cuts the connections that are open. */
    synchronized ScriptedAnswer drops() {
        drops++;
        notifyAll();
        return this;
    }

    /** Sends any event. */
    synchronized ScriptedAnswer event(String name, Object data) {
        var event = "id: %d\nevent: %s\ndata: %s\n\n".formatted(events.size() + 1, name, JSON.writeValueAsString(data));
        events.add(event.getBytes(StandardCharsets.UTF_8));
        notifyAll();
        return this;
    }

    /** The {@code Last-Event-ID} of each reader that came back, in their order; 0 without one. */
    synchronized List<Integer> resumedFrom() {
        return List.copyOf(resumedFrom);
    }

    synchronized boolean over() {
        return over;
    }

    /** Serves one reader until the end, or until the test drops it. */
    void serve(OutputStream out, int after, boolean resumed) throws IOException {
        int born;
        synchronized (this) {
            born = drops;
            if (resumed) {
                resumedFrom.add(after);
            }
        }
        // As IRIS does: a line at once. On JDK 25 the headers wait for a first byte.
        write(out, ":\n\n".getBytes(StandardCharsets.UTF_8));
        int next = after;
        for (var event = await(next, born); event.length > 0; event = await(++next, born)) {
            write(out, event);
        }
    }

    private ScriptedAnswer ends(String reason, List<Finding> findings) {
        message.state = reason;
        message.usage = ScriptedMessage.USAGE;
        message.findings = findings;
        var done = Map.of(
                "messageId", message.id,
                "finishReason", reason,
                "usage", ScriptedMessage.USAGE,
                "findings", findings,
                "citations", message.citations,
                "leftOut", message.leftOut,
                "reminder", ScriptedApi.REMINDER,
                "expiresAt", conversation.expiresAt);
        return event("done", done).end();
    }

    private synchronized ScriptedAnswer end() {
        conversation.answering = null;
        over = true;
        notifyAll();
        return this;
    }

    /** The event after this many; empty at the end. */
    private synchronized byte[] await(int count, int born) throws IOException {
        while (events.size() <= count && !over && drops == born) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
        if (drops != born) {
            throw new IOException("dropped by the test");
        }
        return events.size() > count ? events.get(count) : new byte[0];
    }

    private void write(OutputStream out, byte[] event) throws IOException {
        boolean split;
        synchronized (this) {
            split = bytewise;
        }
        if (!split) {
            out.write(event);
            out.flush();
            return;
        }
        for (byte one : event) {
            out.write(one);
            out.flush();
        }
    }
}
