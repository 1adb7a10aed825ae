package fr.isere.iris.exports;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an answer stands on, by the id of each document. */
final class Sources {

    private final Map<String, SourceLine> lines = new LinkedHashMap<>();

    void put(String documentId, SourceLine line) {
        lines.put(documentId, line);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** In the order of their numbers, those erased last. */
    List<SourceLine> all() {
        return lines.values().stream()
                .sorted(Comparator.comparing(
                        line -> Optional.ofNullable(line.number()).orElse(Integer.MAX_VALUE)))
                .toList();
    }

    /** A page of one, as the text says it. */
    String place(String documentId, int page) {
        SourceLine line = lines.get(documentId);
        return (line == null ? "" : line.called() + ", ") + "p.\u00a0" + page;
    }
}
