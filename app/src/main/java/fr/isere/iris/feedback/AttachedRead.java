package fr.isere.iris.feedback;

import fr.isere.iris.identity.Audited;
import java.util.Map;

/** A référent read what people attached; so many of them. */
record AttachedRead(String person, int count) implements Audited {

    @Override
    public String action() {
        return "feedback-read";
    }

    @Override
    public Map<String, String> details() {
        return Map.of("count", Integer.toString(count));
    }
}
