package fr.isere.iris.page;

import static fr.isere.iris.page.ScriptedAnswer.JSON;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A person's opinions of answers, in the contract's JSON: each takes the place of the one before. */
final class ScriptedVotes {

    private final Map<String, Map<String, Map<String, Object>>> byConversation = new ConcurrentHashMap<>();

    /** Whether a call concerns opinions: {@code /api/conversations/{id}/feedback} or {@code …/messages/{id}/feedback}. */
    static boolean concerns(String[] path) {
        return path.length > 4 && path[2].equals("conversations") && path[path.length - 1].equals("feedback");
    }

    /** What the server has of an answer of a conversation; null for nothing. */
    @Nullable
    Map<String, Object> of(String conversation, String message) {
        return votes(conversation).get(message);
    }

    /** Does what the call asks for; the body of the reply, null for none. */
    @Nullable
    Object answer(HttpExchange exchange, String[] path) throws IOException {
        var votes = votes(path[3]);
        if (path.length == 5) {
            return Map.of(
                    "votes",
                    List.copyOf(votes.values()),
                    "attachedFor",
                    "PT720H",
                    "mayAttach",
                    !path[3].startsWith("~"));
        }
        if (exchange.getRequestMethod().equals("DELETE")) {
            votes.remove(path[5]);
        } else {
            votes.put(
                    path[5],
                    vote(path[5], JSON.readValue(exchange.getRequestBody().readAllBytes(), Map.class)));
        }
        return null;
    }

    private Map<String, Map<String, Object>> votes(String conversation) {
        return byConversation.computeIfAbsent(conversation, id -> new ConcurrentHashMap<>());
    }

    private static Map<String, Object> vote(String message, Map<?, ?> sent) {
        boolean attached = Boolean.TRUE.equals(sent.get("attach"));
        Map<String, Object> vote = new LinkedHashMap<>();
        vote.put("messageId", message);
        vote.put("useful", sent.get("useful"));
        vote.put("reason", sent.get("reason"));
        vote.put("text", sent.get("text"));
        vote.put("attached", attached);
        boolean holds = attached || sent.get("text") != null;
        vote.put(
                "attachedUntil", holds ? Instant.now().plus(Duration.ofDays(30)).toString() : null);
        return vote;
    }
}
