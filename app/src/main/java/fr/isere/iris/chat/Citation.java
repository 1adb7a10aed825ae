package fr.isere.iris.chat;

import java.util.List;

/**
 * A mark in an answer that leads to a page.
 *
 * @param start of the mark in the answer, in UTF-16 units
 * @param end of the mark
 * @param documentId where the page is
 * @param page from 1
 * @param spans the words of the page that support the sentence; none if none were found
 */
public record Citation(int start, int end, String documentId, int page, List<Span> spans) {

    public Citation {
        spans = List.copyOf(spans);
    }

    /**
     * Words of a page.
     *
     * @param block which of the page's blocks, from 0
     * @param from where they begin in its text, in UTF-16 units
     * @param to where they end
     */
    public record Span(int block, int from, int to) {}
}
