package fr.isere.iris.summaries;

import fr.isere.iris.passages.Change;
import fr.isere.iris.passages.Change.Edit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
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

    static String before(Change change) {
        return text(change, Edit.REMOVED, text -> text);
    }

    static String after(Change change) {
        return text(change, Edit.ADDED, text -> text);
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
        return List.of(
                new Change.Words(words.edit(), String.join(" ", all.subList(0, middle))),
                new Change.Words(words.edit(), String.join(" ", all.subList(middle, all.size()))));
    }

    private static Change with(Change change, List<Change.Words> words) {
        return new Change(change.kind(), change.path(), change.pagesBefore(), change.pagesAfter(), words);
    }

    private static String text(Change change, Edit edit, UnaryOperator<String> ofKept) {
        return change.words().stream()
                .filter(words -> words.edit() == Edit.KEPT || words.edit() == edit)
                .map(words -> words.edit() == Edit.KEPT ? ofKept.apply(words.text()) : words.text())
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String shortText(Change change, Edit edit) {
        return text(change, edit, Versions::ends)
                .transform(text -> change.kind() == Change.Kind.CHANGED ? text : begin(text));
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
