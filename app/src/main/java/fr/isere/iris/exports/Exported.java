package fr.isere.iris.exports;

import fr.isere.iris.identity.Audited;
import java.util.Map;

/**
 * Somebody took an answer out of IRIS. Neither what it says nor the name typed as its reviewer is told.
 */
record Exported(String person, String conversation, String message, Format format) implements Audited {

    @Override
    public String action() {
        return "answer-exported";
    }

    @Override
    public Map<String, String> details() {
        // Not how much was left unchecked: that would measure how careful somebody is.
        return Map.of("conversation", conversation, "message", message, "format", format.code());
    }
}
