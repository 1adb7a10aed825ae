package fr.isere.iris.questions;

import fr.isere.iris.chat.Backing;
import fr.isere.iris.chat.Citation;
import fr.isere.iris.chat.Consulted;
import fr.isere.iris.chat.Ground;
import fr.isere.iris.passages.Citations;
import fr.isere.iris.passages.Cited;
import fr.isere.iris.questions.Library.Piece;
import fr.isere.iris.verification.Verification;
import java.util.List;
import java.util.Optional;

/** Pages of documents as the ground of an answer. */
class DocumentGround implements Ground {

    private final Library library;
    private final List<Piece> pieces;
    private final String instructions;

    DocumentGround(Library library, List<Piece> pieces, String instructions) {
        this.library = library;
        this.pieces = List.copyOf(pieces);
        this.instructions = instructions;
    }

    @Override
    public String instructions() {
        return instructions;
    }

    @Override
    public String material() {
        return library.quoted(pieces);
    }

    @Override
    public List<Consulted> consulted() {
        return library.consulted(pieces);
    }

    @Override
    public Optional<String> readyAnswer() {
        return pieces.isEmpty() ? Optional.of(Unsaid.in(library)) : Optional.empty();
    }

    @Override
    public Backing backing(String answer) {
        return new Backing(citations(answer), Verification.of(answer, library.pagesById()));
    }

    private List<Citation> citations(String answer) {
        return Citations.in(answer, library.pages()).stream()
                .filter(Cited::known)
                .map(cited -> new Citation(
                        cited.start(),
                        cited.end(),
                        library.document(cited.document()).id(),
                        cited.page(),
                        cited.spans().stream()
                                .map(span -> new Citation.Span(span.block(), span.from(), span.to()))
                                .toList()))
                .toList();
    }
}
