package fr.isere.iris.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import fr.isere.iris.page.ScriptedMessage.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The documents of a {@link ScriptedApi}: what the page brings in, and what a test says becomes of it. */
final class ScriptedDocuments {

    /** The conversation comes first, so that a server knows whose file it is before it reads it. */
    private static final Pattern FORM = Pattern.compile(
            "name=\"conversationId\"\r\n\r\n([^\r]+)\r\n.*?name=\"file\"; filename=\"([^\"]+)\"", Pattern.DOTALL);

    private static final Problem UNKNOWN =
            Problem.of("document-not-found", 404, "Ce document n’existe pas ou a été effacé.", false);

    private final List<ScriptedDocument> all = new CopyOnWriteArrayList<>();
    private final BlockingQueue<ScriptedDocument> brought = new LinkedBlockingQueue<>();

    /** One that was there before, and that waits to be read. */
    ScriptedDocument in(ScriptedConversation conversation, String name) {
        int number = 1
                + (int) all.stream()
                        .filter(it -> it.conversationId.equals(conversation.id))
                        .count();
        var document = new ScriptedDocument(conversation, number, name);
        all.add(document);
        return document;
    }

    /** The document that the page just brought in, or is about to. */
    ScriptedDocument next() {
        try {
            var document = brought.poll(10, TimeUnit.SECONDS);
            assertThat(document).as("a document from the page within 10 s").isNotNull();
            return Objects.requireNonNull(document);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Names of those that the server has. */
    List<String> names() {
        return all.stream().map(it -> it.name).toList();
    }

    /** Takes an upload whose body has been read. */
    Object take(byte[] body, ScriptedConversations conversations) {
        var form = FORM.matcher(new String(body, StandardCharsets.ISO_8859_1));
        assertThat(form.find())
                .as("a form with its conversation, then its file")
                .isTrue();
        var name = new String(form.group(2).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        var document = in(Objects.requireNonNull(conversations.find(form.group(1))), name);
        brought.add(document);
        return document;
    }

    /** Those of the conversation that the address asks for. */
    Object list(HttpExchange exchange) {
        var asked = exchange.getRequestURI().getQuery().replace("conversation=", "");
        return Map.of(
                "documents",
                all.stream().filter(it -> it.conversationId.equals(asked)).toList());
    }

    /** What a call for one document answers: a body, nothing, or a problem. */
    @Nullable
    Object answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().split("/", -1);
        var found = find(path[3]);
        if (found == null) {
            return UNKNOWN;
        }
        if (exchange.getRequestMethod().equals("DELETE")) {
            all.remove(found);
            return null;
        }
        return path.length > 5 ? found.page(Integer.parseInt(path[5])) : found;
    }

    @Nullable
    ScriptedDocument find(String id) {
        return all.stream().filter(it -> it.id.equals(id)).findFirst().orElse(null);
    }
}
