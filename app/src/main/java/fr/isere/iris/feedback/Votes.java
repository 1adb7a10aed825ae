package fr.isere.iris.feedback;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The opinions given in one conversation, by the answer's message. */
record Votes(Map<String, Vote> byMessage) {

    static final Votes NONE = new Votes(Map.of());

    Votes {
        byMessage = Map.copyOf(byMessage);
    }

    @Nullable
    Vote of(String messageId) {
        return byMessage.get(messageId);
    }

    /** With this one; null takes it away. */
    Votes with(String messageId, @Nullable Vote vote) {
        Map<String, Vote> after = new HashMap<>(byMessage);
        if (vote == null) {
            after.remove(messageId);
        } else {
            after.put(messageId, vote);
        }
        return new Votes(after);
    }
}
