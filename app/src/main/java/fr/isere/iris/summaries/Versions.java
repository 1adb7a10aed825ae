package fr.isere.iris.summaries;

import fr.isere.iris.passages.Change;
import fr.isere.iris.passages.Change.Edit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The words of an article that changed, before and after. */
final class Versions {

    /** Words that are shown of what stayed, around what changed. */
    private static final int AROUND = 8;
    /** Words that are shown of what was added or removed as a whole. */
    private static final int MOST = 80;

    private Versions() {}

    static String name(Change change, Unread unread) {
        List<String> path = change.path();
        String title = path.isEmpty() ? "Avant le premier titre" : path.get(path.size() - 1);
        return title + " (" + unread.kind(change) + ")";
    }

    /** All words of the earlier version, by the page where they stood. */
    static SortedMap<Integer, String> before(Change change) {
        return byPage(change, Edit.REMOVED, Change.Words::pageBefore);
    }

    /** All words of the later version, by the page where they stand. */
    static SortedMap<Integer, String> after(Change change) {
        return byPage(change, Edit.ADDED, Change.Words::pageAfter);
    }

    private static SortedMap<Integer, String> byPage(Change change, Edit edit, ToIntFunction<Change.Words> page) {
        return change.words().stream()
                .filter(words -> words.edit() == Edit.KEPT || words.edit() == edit)
                .filter(words -> !words.text().isBlank())
                .collect(Collectors.toMap(
                        page::applyAsInt,
                        words -> words.text().strip(),
                        (one, next) -> one + " " + next,
                        TreeMap::new));
    }

    /** What changed of it, and a few words around: what is left out shows by an ellipsis. */
    static String shortBefore(Change change) {
        return shortText(change, Edit.REMOVED);
    }

    static String shortAfter(Change change) {
        return shortText(change, Edit.ADDED);
    }

    /** The same change in two halves. */
    static List<Change> halves(Change change) {
        List<Change.Words> words = change.words();
        List<Change.Words> halves = words.size() > 1 ? words : halves(words.get(0));
        int middle = halves.size() / 2;
        return List.of(with(change, halves.subList(0, middle)), with(change, halves.subList(middle, halves.size())));
    }

    static boolean isDivisible(Change change) {
        return change.words().size() > 1
                || (change.words().size() == 1
                        && change.words().get(0).text().strip().contains(" "));
    }

    private static List<Change.Words> halves(Change.Words words) {
        List<String> all = Arrays.asList(words.text().strip().split("\\s+"));
        int middle = all.size() / 2;
        return List.of(some(words, all.subList(0, middle)), some(words, all.subList(middle, all.size())));
    }

    private static Change.Words some(Change.Words of, List<String> words) {
        return new Change.Words(of.edit(), String.join(" ", words), of.pageBefore(), of.pageAfter());
    }

    private static Change with(Change change, List<Change.Words> words) {
        return new Change(change.kind(), change.path(), change.pagesBefore(), change.pagesAfter(), words);
    }

    private static String shortText(Change change, Edit edit) {
        StringJoiner text = new StringJoiner(" ");
        StringBuilder kept = new StringBuilder();
        for (Change.Words words : change.words()) {
            if (words.edit() == Edit.KEPT) {
                kept.append(words.text()); // goes on over the end of a page
            } else {
                add(text, ends(kept.toString()));
                kept.setLength(0);
                add(text, words.edit() == edit ? words.text() : "");
            }
        }
        add(text, ends(kept.toString()));
        return change.kind() == Change.Kind.CHANGED ? text.toString() : begin(text.toString());
    }

    private static void add(StringJoiner text, String words) {
        if (!words.isBlank()) {
            text.add(words.strip());
        }
    }

    private static String ends(String kept) {
        List<String> words = Arrays.asList(kept.strip().split("\\s+"));
        if (words.size() <= 2 * AROUND + 1) {
            return kept;
        }
        List<String> ends = new ArrayList<>(words.subList(0, AROUND));
        ends.add("[…]");
        ends.addAll(words.subList(words.size() - AROUND, words.size()));
        return String.join(" ", ends);
    }

    private static String begin(String text) {
        List<String> words = Arrays.asList(text.split("\\s+"));
        return words.size() <= MOST ? text : String.join(" ", words.subList(0, MOST)) + " […]";
    }
}
