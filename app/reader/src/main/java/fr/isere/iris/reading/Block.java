package fr.isere.iris.reading;

import java.util.List;
import java.util.Objects;

/**
 * A piece of a page, in reading order.
 *
 * @param level of a heading, from 1 to 6; 0 for everything else
 * @param text of a row: its cells with {@code " | "} between them
 * @param cells of a row; empty for everything else
 */
public record Block(Kind kind, int level, String text, List<String> cells) {

    /** What a block is. */
    public enum Kind {
        /** A title of some level. */
        HEADING,
        /** Running text. */
        PARAGRAPH,
        /** An item of a list. */
        LIST_ITEM,
        /** A row of a table. */
        ROW,
        /** A note at the foot of the page. */
        FOOTNOTE
    }

    /** Checks what comes from another process, and copies the cells. */
    public Block {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(text);
        cells = List.copyOf(cells);
    }

    /** Running text. */
    public static Block paragraph(String text) {
        return new Block(Kind.PARAGRAPH, 0, text, List.of());
    }

    /** A title. */
    public static Block heading(int level, String text) {
        return new Block(Kind.HEADING, level, text, List.of());
    }

    /** A row of a table. */
    public static Block row(List<String> cells) {
        return new Block(Kind.ROW, 0, String.join(" | ", cells), cells);
    }
}
