package fr.isere.iris.passages;

import java.util.List;

/**
 * What became of an article, or of another part under a heading, from one version of a text to the next.
 *
 * @param path the headings that lead to it, outermost first: as they are after, or were before if it was removed; empty before any heading
 * @param pagesBefore where it stood; empty if it was added
 * @param pagesAfter where it stands; empty if it was removed
 * @param words all of its text, by pieces
 */
public record Change(
        Kind kind, List<String> path, List<Integer> pagesBefore, List<Integer> pagesAfter, List<Words> words) {

    /** What happened to it. */
    public enum Kind {
        /** It stands only in the later version. */
        ADDED,
        /** It stood only in the earlier version. */
        REMOVED,
        /** Some of its words are others. */
        CHANGED
    }

    /** What happened to words of it. */
    public enum Edit {
        /** They stand in both versions. */
        KEPT,
        /** They stood in the earlier version. */
        REMOVED,
        /** They stand in the later version. */
        ADDED
    }

    /**
     * Words that follow one another, on one page of each version, and met the same fate.
     *
     * @param pageBefore where they stood; 0 if they were added
     * @param pageAfter where they stand; 0 if they were removed
     */
    public record Words(Edit edit, String text, int pageBefore, int pageAfter) {}

    /** Copies the lists. */
    public Change {
        path = List.copyOf(path);
        pagesBefore = List.copyOf(pagesBefore);
        pagesAfter = List.copyOf(pagesAfter);
        words = List.copyOf(words);
    }
}
