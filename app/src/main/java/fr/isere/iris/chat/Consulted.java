package fr.isere.iris.chat;

import java.util.List;

/**
 * What of a document an answer was written from.
 *
 * @param documentId which document
 * @param pages the pages that were read for it, growing; what is not among them was not read
 * @param of how many pages the document has
 */
public record Consulted(String documentId, List<Integer> pages, int of) {

    public Consulted {
        pages = List.copyOf(pages);
    }
}
