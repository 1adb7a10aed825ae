package fr.isere.iris.documents;

import java.util.List;

/**
 * A document that was read to its end.
 *
 * @param owner pseudonym of the one person who may see it
 * @param number in its conversation, from 1
 * @param name of the file, for the screen
 * @param pages how many it has
 * @param unreadable numbers of the pages whose text could not be read
 * @param paged whether its pages are the file's own; else IRIS cut them, and those of a print may have other numbers
 */
public record ReadDocument(
        String id,
        String conversationId,
        String owner,
        int number,
        String name,
        int pages,
        List<Integer> unreadable,
        boolean paged) {

    /** Copies the list. */
    public ReadDocument {
        unreadable = List.copyOf(unreadable);
    }
}
