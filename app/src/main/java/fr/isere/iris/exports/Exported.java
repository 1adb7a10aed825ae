package fr.isere.iris.exports;

import fr.isere.iris.identity.Audited;
import java.util.Map;

/**
 * Somebody took an answer out of IRIS. Neither what it says nor the name typed as its reviewer is told.
 *
 * @param leftOpen how many findings left unchecked
 */
record Exported(String person, String conversation, String message, Format format, int leftOpen) implements Audited {

    @Override
    public String action() {
        return "answer-exported";
    }

    @Override
    public Map<String, String> details() {
        return Map.of(
                "conversation",
                conversation,
                "message",
                message,
                "format",
                format.code(),
                "left-open",
                Integer.toString(leftOpen));
    }
}
