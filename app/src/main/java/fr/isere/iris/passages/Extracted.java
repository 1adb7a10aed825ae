package fr.isere.iris.passages;

import java.util.List;

/**
 * A sentence copied from a document.
 *
 * @param page from 1
 * @param block its place on the page, from 0
 * @param from of the sentence in the block's text, UTF-16
 * @param to the one after its last
 * @param text the block's words between the two
 * @param path the headings that it stands under, outermost first
 */
public record Extracted(int page, int block, int from, int to, String text, List<String> path) {

    /** Copies the path. */
    public Extracted {
        path = List.copyOf(path);
    }
}
