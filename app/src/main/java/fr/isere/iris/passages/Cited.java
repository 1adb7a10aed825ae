package fr.isere.iris.passages;

import java.util.List;

/**
 * One page that a mark of an answer names; a mark of several pages gives one for each.
 *
 * @param start of the mark in the answer, UTF-16
 * @param end the one after the mark's last
 * @param document its number; 0 if the mark says none and none can be told
 * @param known whether there is such a page of such a document
 * @param spans the words of that page that support the sentence; empty if none do
 */
public record Cited(int start, int end, int document, int page, boolean known, List<Span> spans) {

    /**
     * Some words of a page.
     *
     * @param block its place on the page, from 0
     * @param from in the block's text, UTF-16
     */
    public record Span(int block, int from, int to) {}

    /** Copies the spans. */
    public Cited {
        spans = List.copyOf(spans);
    }
}
