package fr.isere.iris.summaries;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be made of documents. Its words, sections and lengths are in {@code model-config/prompts}. */
enum Format {
    BRIEFING,
    KEY_POINTS,
    QUESTIONS,
    ONE_PAGE,
    EASY_READ,
    COMPARISON;

    /** As the interface and the files name it. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it can be shorter or longer. */
    boolean hasLength() {
        return this != ONE_PAGE;
    }

    static Optional<Format> of(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(Format::id).toList();
    }
}
