package fr.isere.iris.reading;

import java.util.List;
import java.util.Objects;

/**
 * One page of a document. Formats without pages are cut by their page breaks, else by about 3,000 characters at a block's end; a slide
 * or a sheet is a page.
 *
 * @param number from 1
 */
public record ReadPage(int number, Origin origin, List<Block> blocks) {

    /** Where its text comes from. */
    public enum Origin {
        /** The file has it. */
        TEXT,
        /** It was recognised in an image. */
        RECOGNISED,
        /** There is nothing on the page at all. */
        EMPTY,
        /** There is an image or garbled text on it, and no recognition here. */
        UNREADABLE
    }

    /** Checks what comes from another process, and copies the blocks. */
    public ReadPage {
        Objects.requireNonNull(origin);
        blocks = List.copyOf(blocks);
    }
}
