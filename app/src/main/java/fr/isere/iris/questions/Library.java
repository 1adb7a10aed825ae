package fr.isere.iris.questions;

import fr.isere.iris.chat.Consulted;
import fr.isere.iris.documents.ReadDocument;
import fr.isere.iris.passages.Quoted;
import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The documents that a question is asked of, with their pages. */
record Library(List<Shelved> documents) {

    Library {
        documents = List.copyOf(documents);
    }

    /** One document with all its pages. */
    record Shelved(ReadDocument document, List<ReadPage> pages) {

        Shelved {
            pages = List.copyOf(pages);
        }
    }

    /**
     * Words of a page, to be quoted.
     *
     * @param document number of the document
     * @param page number of the page
     * @param order where they stand among all that is quoted of the page
     */
    record Piece(int document, int page, int order, String words) {}

    /** All that there is to read, page by page. */
    List<Piece> all() {
        return documents.stream()
                .flatMap(shelved -> shelved.pages().stream()
                        .map(page -> new Piece(shelved.document().number(), page.number(), 0, text(page)))
                        .filter(piece -> !piece.words().isBlank()))
                .toList();
    }

    /** These pieces in the order of the documents, page by page, each page announced once. */
    String quoted(List<Piece> pieces) {
        Quoted quoted = new Quoted(documents.size() > 1);
        for (Shelved shelved : documents) {
            ReadDocument document = shelved.document();
            TreeMap<Integer, List<Piece>> pages = pieces.stream()
                    .filter(piece -> piece.document() == document.number())
                    .sorted(Comparator.comparingInt(Piece::order))
                    .collect(Collectors.groupingBy(Piece::page, TreeMap::new, Collectors.toList()));
            if (!pages.isEmpty()) {
                quoted.document(document.number(), document.name(), document.pages());
            }
            pages.forEach((page, words) -> quoted.page(
                    document.number(), page, words.stream().map(Piece::words).collect(Collectors.joining("\n"))));
        }
        return quoted.toString();
    }

    /** Which pages these pieces are of. */
    List<Consulted> consulted(List<Piece> pieces) {
        return documents.stream()
                .map(shelved -> new Consulted(
                        shelved.document().id(),
                        List.copyOf(pieces.stream()
                                .filter(piece ->
                                        piece.document() == shelved.document().number())
                                .map(Piece::page)
                                .collect(Collectors.toCollection(TreeSet::new))),
                        shelved.document().pages()))
                .toList();
    }

    /** The pages by the number of their document. */
    Map<Integer, List<ReadPage>> pages() {
        return documents.stream()
                .collect(Collectors.toMap(shelved -> shelved.document().number(), Shelved::pages));
    }

    /** The pages by the id of their document, in the documents' order. */
    Map<String, List<ReadPage>> pagesById() {
        Map<String, List<ReadPage>> pages = new LinkedHashMap<>();
        documents.forEach(shelved -> pages.put(shelved.document().id(), shelved.pages()));
        return pages;
    }

    /** The document with this number. */
    ReadDocument document(int number) {
        return documents.stream()
                .map(Shelved::document)
                .filter(document -> document.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private static String text(ReadPage page) {
        return page.blocks().stream().map(Block::text).collect(Collectors.joining("\n"));
    }
}
