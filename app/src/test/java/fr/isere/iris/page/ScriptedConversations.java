package fr.isere.iris.page;

import fr.isere.iris.page.ScriptedMessage.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conversations of the scripted API's one user, and its answers to calls that concern them. */
final class ScriptedConversations {

    private static final ScriptedReply UNKNOWN = new ScriptedReply(
            404, Problem.of("conversation-not-found", 404, "Cette conversation n’existe pas ou a été effacée.", false));

    private static final ScriptedReply NO_SUCH_FINDING =
            new ScriptedReply(400, Problem.of("check-unknown", 400, "Ce point n’est pas dans la réponse.", false));

    private static final ScriptedReply ENDED = new ScriptedReply(
            404,
            new Problem(
                    "urn:iris:problem:ephemeral-conversation-gone",
                    "Conversation éphémère terminée",
                    404,
                    "Cette conversation n’est plus en mémoire : elle a pris fin, ou IRIS a redémarré.",
                    false));

    private final Map<String, ScriptedConversation> all = Collections.synchronizedMap(new LinkedHashMap<>());

    ScriptedConversation begin(boolean ephemeral, @Nullable String title) {
        int number = all.size() + 1;
        var begun = ephemeral ? ScriptedConversation.ephemeral(number) : ScriptedConversation.ordinary(number);
        begun.title = title;
        all.put(begun.id, begun);
        return begun;
    }

    void end(ScriptedConversation conversation) {
        all.remove(conversation.id);
    }

    /** Null if there is none. */
    @Nullable
    ScriptedConversation find(String id) {
        return all.get(id);
    }

    /**
     * To a call of {@code /api/conversations} or below.
     *
     * @param path as split at its slashes
     * @param body of the request, empty if it has none
     */
    ScriptedReply answer(String method, String[] path, Map<?, ?> body) {
        if (path.length == 3) {
            return ofAll(method, body);
        }
        var conversation = all.get(path[3]);
        if (conversation == null) {
            return path[3].startsWith("~") ? ENDED : UNKNOWN;
        }
        if (path.length == 7 && path[6].equals("checks")) {
            return conversation.check(path[5], body) ? new ScriptedReply(204, null) : NO_SUCH_FINDING;
        }
        if (method.equals("DELETE")) {
            end(conversation);
            return new ScriptedReply(204, null);
        }
        if (method.equals("PATCH")) {
            change(conversation, body);
        }
        return new ScriptedReply(200, conversation);
    }

    private ScriptedReply ofAll(String method, Map<?, ?> body) {
        if (method.equals("POST")) {
            return new ScriptedReply(201, begin(Boolean.TRUE.equals(body.get("ephemeral")), null));
        }
        if (method.equals("GET")) {
            var latestFirst = new ArrayList<>(all.values());
            Collections.reverse(latestFirst);
            return new ScriptedReply(200, Map.of("conversations", List.copyOf(latestFirst)));
        }
        int count = all.size();
        all.clear();
        return new ScriptedReply(200, Map.of("deleted", count));
    }

    private static void change(ScriptedConversation conversation, Map<?, ?> body) {
        if (body.get("eraseIn") instanceof String delay) {
            conversation.expiresAt = Instant.now().plus(Duration.parse(delay)).toString();
        } else {
            conversation.title = (String) body.get("title");
        }
    }
}
