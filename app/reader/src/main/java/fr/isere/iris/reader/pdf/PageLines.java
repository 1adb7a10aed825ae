package fr.isere.iris.reader.pdf;

import java.util.List;

/** A page whose glyphs have become lines, from top to bottom. */
record PageLines(PageContent content, List<Line> lines, Legibility legibility) {

    /** Whether the page can be read as it is. */
    enum Legibility {
        /** Its text can be read. */
        TEXT,
        /** Nothing is on it. */
        EMPTY,
        /** It shows something, but no text. */
        PICTURE,
        /** Its text is none that anybody could read. */
        GARBLED,
        /** A part of what it shows cannot be read from the file. */
        DAMAGED
    }

    int number() {
        return content.number();
    }

    PageLines without(List<Line> dropped) {
        return dropped.isEmpty()
                ? this
                : new PageLines(
                        content,
                        lines.stream().filter(line -> !dropped.contains(line)).toList(),
                        legibility);
    }
}
