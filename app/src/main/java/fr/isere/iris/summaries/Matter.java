package fr.isere.iris.summaries;

import java.util.List;

/** What a text is made from, as a model reads it. */
interface Matter {

    /** In parts of at most so many tokens; none if there is nothing to read. */
    List<Chunk> chunks(int room);

    /** All at once. */
    Chunk whole();

    /** The text where there is nothing to read. */
    String nothing();

    /** What a reader must know of a text made from it, beside the pages that were not read; empty if nothing. */
    default String caution() {
        return "";
    }
}
