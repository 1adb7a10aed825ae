package fr.isere.iris.summaries;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long a summary is to be; how many words that is, each format says. */
enum Length {
    SHORT("courte"),
    MEDIUM("moyenne"),
    LONG("longue");

    private final String words;

    Length(String words) {
        this.words = words;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** After "longueur". */
    String words() {
        return words;
    }

    static Optional<Length> of(String id) {
        return Arrays.stream(values()).filter(length -> length.id().equals(id)).findFirst();
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(Length::id).toList();
    }
}
