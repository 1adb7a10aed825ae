package fr.isere.iris.summaries;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which pages have been read to their end: a page that two chunks share is read when both are. */
final class Coverage {

    private final int total;
    private final Map<PageRef, Integer> toRead = new HashMap<>();

    /**
     * Nothing is read yet but the pages without text.
     *
     * @param total pages that there are to read
     */
    Coverage(int total, List<Chunk> chunks) {
        this.total = total;
        chunks.forEach(chunk -> chunk.pages().forEach(page -> toRead.merge(page, 1, Integer::sum)));
    }

    void read(Collection<PageRef> pages) {
        pages.forEach(page -> toRead.computeIfPresent(page, (same, left) -> left == 1 ? null : left - 1));
    }

    int done() {
        return Math.max(0, total - toRead.size());
    }

    int total() {
        return total;
    }
}
