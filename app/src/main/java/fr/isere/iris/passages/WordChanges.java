package fr.isere.iris.passages;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words that changed: first the lines that did, then in them the words, so that a long text costs little. */
final class WordChanges {

    /** With their spaces after them, so that all of them are the text. */
    private static final Pattern WORD = Pattern.compile("(?:[\\p{L}\\p{M}\\d]+|[^\\p{L}\\p{M}\\d\\s])\\s*|\\s+");

    /** The cost of comparing words grows with their number times the number of changes. */
    private static final int MOST_WORDS = 4000;

    /** The shortest list of changes takes memory that grows with the square of their number; beyond this, one that takes less is good enough. */
    private static final int MOST_FOR_THE_SHORTEST = 1000;

    private final List<Change.Words> words = new ArrayList<>();
    private final WordPages pagesBefore;
    private final WordPages pagesAfter;

    private WordChanges(List<Article.Line> before, List<Article.Line> after) {
        pagesBefore = new WordPages(before);
        pagesAfter = new WordPages(after);
    }

    static List<Change.Words> between(List<Article.Line> before, List<Article.Line> after) {
        WordChanges changes = new WordChanges(before, after);
        changes.compareLines(texts(before), texts(after));
        return changes.words;
    }

    private static List<String> texts(List<Article.Line> lines) {
        return lines.stream().map(Article.Line::text).toList();
    }

    /** The page of one word after the other. */
    private static final class WordPages {

        private final Iterator<Integer> pages;

        WordPages(List<Article.Line> lines) {
            pages = lines.stream()
                    .flatMap(line -> Collections.nCopies(seen(words(line.text())), line.page()).stream())
                    .iterator();
        }

        int next() {
            return pages.hasNext() ? pages.next() : 0;
        }

        private static int seen(List<String> words) {
            return (int) words.stream().filter(word -> !word.isBlank()).count();
        }
    }

    private void compareLines(List<String> before, List<String> after) {
        int at = 0;
        for (AbstractDelta<String> delta : diff(before, after)) {
            add(Change.Edit.KEPT, lines(before.subList(at, delta.getSource().getPosition())));
            compareWords(lines(part(before, delta.getSource())), lines(part(after, delta.getTarget())));
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(Change.Edit.KEPT, lines(before.subList(at, before.size())));
    }

    private void compareWords(String removed, String added) {
        List<String> before = words(removed);
        List<String> after = words(added);
        if (before.size() > MOST_WORDS || after.size() > MOST_WORDS) {
            add(Change.Edit.REMOVED, removed);
            add(Change.Edit.ADDED, added);
            return;
        }
        int at = 0;
        for (AbstractDelta<String> delta : diff(before, after)) {
            add(
                    Change.Edit.KEPT,
                    String.join("", before.subList(at, delta.getSource().getPosition())));
            add(Change.Edit.REMOVED, String.join("", part(before, delta.getSource())));
            add(Change.Edit.ADDED, String.join("", part(after, delta.getTarget())));
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(Change.Edit.KEPT, String.join("", before.subList(at, before.size())));
    }

    /** Lines break elsewhere in the other version: spaces are no words. */
    private static List<AbstractDelta<String>> diff(List<String> before, List<String> after) {
        List<String> one = before.stream().map(String::strip).toList();
        List<String> other = after.stream().map(String::strip).toList();
        if (Math.max(one.size(), other.size()) <= MOST_FOR_THE_SHORTEST) {
            return DiffUtils.diff(one, other).getDeltas();
        }
        return DiffUtils.diff(one, other, new MyersDiffWithLinearSpace<String>())
                .getDeltas();
    }

    /** In a piece for each page, or pair of pages. */
    private void add(Change.Edit edit, String text) {
        StringBuilder piece = new StringBuilder();
        int before = 0;
        int after = 0;
        for (String word : words(text)) {
            boolean isSeen = !word.isBlank();
            int nextBefore = isSeen && edit != Change.Edit.ADDED ? pagesBefore.next() : before;
            int nextAfter = isSeen && edit != Change.Edit.REMOVED ? pagesAfter.next() : after;
            if (nextBefore != before || nextAfter != after) {
                add(new Change.Words(edit, piece.toString(), before, after));
                piece.setLength(0);
                before = nextBefore;
                after = nextAfter;
            }
            piece.append(word);
        }
        add(new Change.Words(edit, piece.toString(), before, after));
    }

    private void add(Change.Words next) {
        int end = words.size() - 1;
        if (next.text().isEmpty()) {
            return;
        }
        if (end >= 0 && goesOn(words.get(end), next)) {
            words.set(
                    end,
                    new Change.Words(
                            next.edit(), words.get(end).text() + next.text(), next.pageBefore(), next.pageAfter()));
        } else {
            words.add(next);
        }
    }

    private static boolean goesOn(Change.Words last, Change.Words next) {
        return last.edit() == next.edit()
                && last.pageBefore() == next.pageBefore()
                && last.pageAfter() == next.pageAfter();
    }

    /** As it is written, spaces and all. */
    private static List<String> part(List<String> all, Chunk<String> chunk) {
        return all.subList(chunk.getPosition(), chunk.getPosition() + chunk.size());
    }

    private static String lines(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }
}
