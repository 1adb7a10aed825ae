package fr.isere.iris.summaries;

import fr.isere.iris.passages.Change;
import fr.isere.iris.passages.Comparison;
import fr.isere.iris.passages.Quoted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** What differs between two versions, article by article, each with its words before and after. */
final class ChangeMatter implements Matter {

    private final Source before;
    private final Source after;
    private final List<Change> changes;
    private final ToIntFunction<String> tokens;
    private final Unread unread;

    private ChangeMatter(Source before, Source after, List<Change> changes, ToIntFunction<String> tokens) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        this.tokens = tokens;
        unread = new Unread(before, after);
    }

    static ChangeMatter of(Source before, Source after, ToIntFunction<String> tokens) {
        return new ChangeMatter(before, after, Comparison.of(before.pages(), after.pages()), tokens);
    }

    @Override
    public List<Chunk> chunks(int room) {
        List<Chunk> chunks = new ArrayList<>();
        List<Change> together = new ArrayList<>();
        Deque<Change> left = new ArrayDeque<>(changes);
        while (!left.isEmpty()) {
            Change next = left.removeFirst();
            together.add(next);
            if (tokens.applyAsInt(chunk(together).body()) <= room) {
                continue;
            }
            together.remove(together.size() - 1);
            if (!together.isEmpty()) {
                chunks.add(chunk(together));
                together.clear();
                left.addFirst(next);
            } else if (Versions.isDivisible(next)) {
                List<Change> halves = Versions.halves(next);
                left.addFirst(halves.get(1));
                left.addFirst(halves.get(0));
            } else {
                chunks.add(chunk(List.of(next)));
            }
        }
        if (!together.isEmpty()) {
            chunks.add(chunk(together));
        }
        return chunks;
    }

    @Override
    public Chunk whole() {
        return chunk(changes);
    }

    @Override
    public String nothing() {
        return unread.same();
    }

    @Override
    public String caution() {
        return unread.caution();
    }

    private Chunk chunk(List<Change> some) {
        Quoted quoted = new Quoted(true)
                .document(
                        before.number(),
                        before.document().name(),
                        before.document().pages())
                .document(
                        after.number(),
                        after.document().name(),
                        after.document().pages());
        SortedSet<PageRef> pages = new TreeSet<>();
        for (Change change : some) {
            quoted.under(List.of(Versions.name(change, unread)));
            add(quoted, before, "Avant : ", Versions.before(change), pages);
            add(quoted, after, "Après : ", Versions.after(change), pages);
        }
        return new Chunk(before.document().id() + "+" + after.document().id(), quoted.toString(), pages);
    }

    /** Each page with its own words: a citation leads to where they stand, not to where the article begins. */
    private static void add(
            Quoted quoted, Source source, String when, SortedMap<Integer, String> words, SortedSet<PageRef> given) {
        words.forEach((page, some) -> {
            quoted.page(source.number(), page, when + some);
            given.add(new PageRef(source.number(), page));
        });
    }
}
