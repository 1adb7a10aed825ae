package fr.isere.iris.reader.pdf;

import java.util.List;

/** A page whose glyphs have become lines, from top to bottom. */
record PageLines(PageContent content, List<Line> lines, Legibility legibility) {

    /** Whether the page can be read as it is. */
    enum Legibility {
        /** Its text can be read; whether it is all there is beside a picture, the pages around tell. */
        TEXT,
        /** Its text can be read, and is what a scanner recognised in a picture. */
        LAYER,
        /** Nothing is on it. */
        EMPTY,
        /** It shows something, but no text, or none beside a header. */
        PICTURE,
        /** It has text that nobody sees, and shows nothing, or nothing beside a header. */
        HIDDEN,
        /** Its text is none that anybody could read. */
        GARBLED,
        /** A part of what it shows cannot be read from the file. */
        DAMAGED
    }

    int number() {
        return content.number();
    }

    /** Without lines that repeat; where they were all there is beside a picture, the picture is the page, and so is text that nobody sees. */
    PageLines without(List<Line> dropped) {
        if (dropped.isEmpty()) {
            return this;
        }
        List<Line> left = lines.stream().filter(line -> !dropped.contains(line)).toList();
        boolean isBare = left.isEmpty() && legibility == Legibility.TEXT;
        return new PageLines(content, left, isBare ? beside() : legibility);
    }

    /** What is there beside the lines that were dropped. */
    private Legibility beside() {
        if (content.hasPicture()) {
            return Legibility.PICTURE;
        }
        return content.hidesText() ? Legibility.HIDDEN : legibility;
    }
}
