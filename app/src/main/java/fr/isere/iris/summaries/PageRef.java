package fr.isere.iris.summaries;

import java.util.Comparator;

/**
 * A page of a document.
 *
 * @param document its number in the conversation
 * @param page from 1
 */
record PageRef(int document, int page) implements Comparable<PageRef> {

    private static final Comparator<PageRef> ORDER =
            Comparator.comparingInt(PageRef::document).thenComparingInt(PageRef::page);

    @Override
    public int compareTo(PageRef other) {
        return ORDER.compare(this, other);
    }
}
