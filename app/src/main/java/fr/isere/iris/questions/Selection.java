package fr.isere.iris.questions;

import fr.isere.iris.chat.Sources.Question;
import fr.isere.iris.passages.Extract;
import fr.isere.iris.passages.FrenchText;
import fr.isere.iris.passages.PassageSearch;
import fr.isere.iris.questions.Library.Piece;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Chooses what of the documents a question is answered from, within what the model can read. */
class Selection {

    /** Tokens of a passage at most: an article or two. More passages of different places say more than few long ones. */
    private static final int PASSAGE = 400;
    /** Tokens that the mark of a page costs, at most. */
    private static final int MARK = 16;

    private static final int SKETCH_SENTENCES = 24;

    private final OpenLibrary open;
    private final Library library;
    private final Retrieval retrieval;
    private final int room;
    private final ToIntFunction<String> tokens;

    /** @param room tokens */
    Selection(OpenLibrary open, Retrieval retrieval, int room, ToIntFunction<String> tokens) {
        this.open = open;
        library = open.library();
        this.retrieval = retrieval;
        this.room = room;
        this.tokens = tokens;
    }

    /** What to read; empty if nothing of the documents bears on the question. */
    List<Piece> of(Question question) {
        List<Piece> all = open.all();
        if (fitting(all).size() == all.size()) {
            return all;
        }
        Set<Piece> chosen = new LinkedHashSet<>();
        Set<Integer> named = NamedPages.in(question.text());
        all.stream().filter(piece -> named.contains(piece.page())).forEach(chosen::add);
        Optional<String> subject = subject(question);
        if (subject.isPresent()) {
            chosen.addAll(found(subject.get()));
        } else if (chosen.isEmpty()) {
            chosen.addAll(sketch());
        }
        return fitting(chosen);
    }

    /** What is looked for: her words, or those of the question that they go on from; empty if it is about a document as a whole. */
    private Optional<String> subject(Question question) {
        return Stream.concat(Stream.of(question.text()), question.before().stream())
                .filter(PassageSearch::looksForSomething)
                .findFirst();
    }

    private List<Piece> found(String subject) {
        Index index = open.index(Math.min(PASSAGE, Math.max(1, room / 2)), tokens);
        return retrieval.of(subject, index).stream()
                .flatMap(found -> found.passage().pieces().stream()
                        .map(piece -> new Piece(found.document(), piece.page(), piece.block(), piece.text())))
                .toList();
    }

    /** The sentences that say most of each document, for a question about the whole of it. */
    private List<Piece> sketch() {
        int each = Math.max(1, SKETCH_SENTENCES / library.documents().size());
        return library.documents().stream()
                .flatMap(shelved -> Extract.of(shelved.pages(), each, FrenchText.load()).stream()
                        .map(sentence -> new Piece(
                                shelved.document().number(), sentence.page(), sentence.block(), sentence.text())))
                .toList();
    }

    /** As many as there is room for, the first first. What is past it is not counted: of a long document that takes longer than the search. */
    private List<Piece> fitting(Collection<Piece> chosen) {
        List<Piece> fitting = new ArrayList<>();
        int left = room;
        for (Piece piece : chosen) {
            left -= cost(piece);
            if (left < 0) {
                break;
            }
            fitting.add(piece);
        }
        return fitting;
    }

    private int cost(Piece piece) {
        return tokens.applyAsInt(piece.words()) + MARK;
    }
}
