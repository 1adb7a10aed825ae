package fr.isere.iris.summaries;

import fr.isere.iris.passages.Passage;
import fr.isere.iris.passages.Passages;
import fr.isere.iris.passages.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** Cuts documents into what a model can read at once, each page's text exactly once, passage by passage. */
final class Chunks {

    /** Below this no passage is cut smaller: the engine says what it thinks of it. */
    private static final int SMALLEST = 100;

    private final ToIntFunction<String> tokens;
    private final boolean several;

    /**
     * Cuts.
     *
     * @param tokens counts, on the high side
     * @param several whether there are several documents, so that pages must say of which
     */
    Chunks(ToIntFunction<String> tokens, boolean several) {
        this.tokens = tokens;
        this.several = several;
    }

    /** Passages of a document that follow each other. */
    private record Run(Source source, List<Passage> passages) {}

    /** Of documents one after the other, each beginning a chunk of its own, of at most so many tokens with all marks. */
    List<Chunk> of(List<Source> sources, int room) {
        List<Chunk> chunks = new ArrayList<>();
        sources.forEach(source -> chunks.addAll(of(source, room)));
        return chunks;
    }

    /** All documents in one. */
    Chunk whole(List<Source> sources) {
        return chunk(sources.stream()
                .map(source -> new Run(source, Passages.of(source.pages(), Integer.MAX_VALUE / 2, tokens)))
                .toList());
    }

    /** The marks take room too: how much is known once they stand. */
    private List<Chunk> of(Source source, int room) {
        int limit = room;
        while (true) {
            List<Chunk> chunks = packed(source, Passages.of(source.pages(), limit, tokens), room);
            boolean fit = chunks.stream().allMatch(chunk -> tokens.applyAsInt(chunk.body()) <= room);
            if (fit || limit <= SMALLEST) {
                return chunks;
            }
            limit = Math.max(SMALLEST, limit * 9 / 10);
        }
    }

    /** Passages that are short share a chunk with those after them. */
    private List<Chunk> packed(Source source, List<Passage> passages, int room) {
        List<Chunk> chunks = new ArrayList<>();
        List<Passage> together = new ArrayList<>();
        for (Passage passage : passages) {
            together.add(passage);
            if (together.size() > 1 && tokens.applyAsInt(chunk(source, together).body()) > room) {
                together.remove(together.size() - 1);
                chunks.add(chunk(source, together));
                together = new ArrayList<>(List.of(passage));
            }
        }
        if (!together.isEmpty()) {
            chunks.add(chunk(source, together));
        }
        return chunks;
    }

    private Chunk chunk(Source source, List<Passage> passages) {
        return chunk(List.of(new Run(source, passages)));
    }

    private Chunk chunk(List<Run> runs) {
        Quoted quoted = new Quoted(several);
        SortedSet<PageRef> pages = new TreeSet<>();
        for (Run run : runs) {
            Source source = run.source();
            quoted.document(
                    source.number(), source.document().name(), source.document().pages());
            for (Passage passage : run.passages()) {
                quoted.under(passage.path());
                add(quoted, source.number(), passage);
                passage.pieces().forEach(piece -> pages.add(new PageRef(source.number(), piece.page())));
            }
        }
        return new Chunk(
                String.join(
                        "+",
                        runs.stream().map(run -> run.source().document().id()).toList()),
                quoted.toString(),
                pages);
    }

    private static void add(Quoted quoted, int document, Passage passage) {
        int page = passage.firstPage();
        List<String> words = new ArrayList<>();
        for (Passage.Piece piece : passage.pieces()) {
            if (piece.page() != page) {
                quoted.page(document, page, String.join("\n", words));
                words.clear();
                page = piece.page();
            }
            words.add(piece.text());
        }
        quoted.page(document, page, String.join("\n", words));
    }
}
