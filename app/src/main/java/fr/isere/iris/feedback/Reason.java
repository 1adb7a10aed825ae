package fr.isere.iris.feedback;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why an answer was not useful. */
enum Reason {
    /** False, or made up. */
    WRONG,
    INCOMPLETE,
    /** Not what was asked. */
    OFF_TOPIC,
    /** Tone or form. */
    TONE,
    TOO_LONG;

    /** In the HTTP contract. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Reason> of(String id) {
        return Arrays.stream(values()).filter(reason -> reason.id().equals(id)).findFirst();
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(Reason::id).toList();
    }
}
