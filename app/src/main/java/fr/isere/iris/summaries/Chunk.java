package fr.isere.iris.summaries;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the model reads at once.
 *
 * @param documents ids of the documents that it is from, joined
 * @param body the text as the model is given it, quoted
 * @param pages the pages that it has something of
 */
record Chunk(String documents, String body, SortedSet<PageRef> pages) {

    Chunk {
        pages = new TreeSet<>(pages);
    }
}
