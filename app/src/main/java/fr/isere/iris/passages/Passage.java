package fr.isere.iris.passages;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a document that a model is given, or that a question finds.
 *
 * @param number from 1, in the document's order
 * @param path the headings that all of it stands under, outermost first
 */
public record Passage(int number, int firstPage, int lastPage, List<String> path, List<Piece> pieces) {

    /**
     * A block of a page, or some whole sentences of a block that is longer than a passage may be.
     *
     * @param page from 1
     * @param block its place on the page, from 0
     */
    public record Piece(int page, int block, String text) {}

    /** Copies the lists. */
    public Passage {
        path = List.copyOf(path);
        pieces = List.copyOf(pieces);
    }

    /** One piece a line. */
    public String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining("\n"));
    }
}
