package fr.isere.iris.questions;

import fr.isere.iris.passages.Passages;
import fr.isere.iris.questions.Library.Piece;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Documents that a question is asked of, with what was made of them for the one before: it serves again. Threads share one. */
final class OpenLibrary {

    /** Models count tokens each in its way: what they make of this tells them apart. */
    private static final String SAMPLE =
            "L’article L. 3312-1 du CGCT prévoit 14,2 M€ (hors taxes) au budget 2026, œuvre de la commission permanente. "
                    .repeat(20);

    private final Library library;
    private final List<Piece> all;
    private final Map<String, Vectors> opened = new ConcurrentHashMap<>();
    private @Nullable Made made;

    OpenLibrary(Library library) {
        this.library = library;
        all = library.all();
    }

    /** The last that was made, and of which size and count its passages are. */
    private record Made(int passage, int sample, Index index) {}

    Library library() {
        return library;
    }

    /** All that there is to read, page by page. */
    List<Piece> all() {
        return all;
    }

    /**
     * Its passages.
     *
     * @param passage tokens of one at most
     */
    synchronized Index index(int passage, ToIntFunction<String> tokens) {
        int sample = tokens.applyAsInt(SAMPLE);
        Made last = made;
        if (last == null || last.passage() != passage || last.sample() != sample) {
            last = new Made(passage, sample, cut(passage, tokens));
            made = last;
        }
        return last.index();
    }

    /**
     * The vectors of a document's passages: opening those of a thousand pages takes longer than all else that a question needs.
     *
     * @param serve whether vectors are of the passages that are asked about
     * @param stored looked for if none are open that serve
     */
    Optional<Vectors> vectors(String document, Predicate<Vectors> serve, Supplier<Optional<Vectors>> stored) {
        @Nullable Vectors known = opened.get(document);
        if (known != null && serve.test(known)) {
            return Optional.of(known);
        }
        Optional<Vectors> found = stored.get().filter(serve);
        found.ifPresent(vectors -> opened.put(document, vectors));
        return found;
    }

    /** Characters of all text. */
    long length() {
        return all.stream().mapToLong(piece -> piece.words().length()).sum();
    }

    private Index cut(int passage, ToIntFunction<String> tokens) {
        return Index.of(library.documents().stream()
                .collect(Collectors.toMap(
                        shelved -> shelved.document().number(),
                        shelved -> Passages.of(shelved.pages(), passage, tokens))));
    }
}
