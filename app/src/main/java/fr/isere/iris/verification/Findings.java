package fr.isere.iris.verification;

import fr.isere.iris.passages.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is precise in a text: sums, percentages, dates, lengths of time, legal references, names, quotations, other figures. Without
 * a source to compare with, every one of them is to be checked. Pure; time grows with the text's length only.
 */
public final class Findings {

    /** Nobody checks more; it bounds the work too. */
    static final int MOST = 5_000;

    private Findings() {}

    /**
     * What deserves checking in an answer without sources, in the order of the text. Of names only those that are surely names: several
     * words, or a title before them.
     */
    public static List<Finding> in(String answer) {
        Answer cut = Answer.of(answer);
        List<Finding> found = new ArrayList<>();
        for (Quotation quotation : Quotation.in(cut.plain())) {
            found.add(unsourced(Finding.Kind.QUOTATION, quotation.start(), quotation.end(), answer));
        }
        for (Sentence sentence : cut.sentences()) {
            String text = sentence.in(cut.plain());
            for (Token token : Tokens.of(text)) {
                Value value = token.value();
                if (value != null && token.claim() && !token.weak()) {
                    found.add(unsourced(
                            value.kind(), sentence.from() + token.start(), sentence.from() + token.end(), answer));
                }
            }
            Names.in(text).stream()
                    .filter(Names.Name::sure)
                    .forEach(name -> found.add(unsourced(
                            Finding.Kind.NAME, sentence.from() + name.start(), sentence.from() + name.end(), answer)));
        }
        return inOrder(found, answer, cut.rest());
    }

    /** That an answer was not looked at, in one finding over all of it; none for an empty one. */
    public static List<Finding> notAnalysed(String answer) {
        return inOrder(List.of(), answer, 0);
    }

    private static Finding unsourced(Finding.Kind kind, int start, int end, String answer) {
        return finding(kind, Finding.Verdict.NO_SOURCE, start, end, answer, null);
    }

    static Finding finding(
            Finding.Kind kind,
            Finding.Verdict verdict,
            int start,
            int end,
            String answer,
            @Nullable Evidence evidence) {
        return new Finding(kind, verdict, answer.substring(start, end), start, end, evidence);
    }

    /** What goes beyond the bounds is named, not left out. */
    static List<Finding> inOrder(List<Finding> found, String answer, int rest) {
        List<Finding> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(Finding::start).thenComparing(Finding::end, Comparator.reverseOrder()));
        int end = rest;
        if (sorted.size() > MOST) {
            end = sorted.get(MOST).start();
            sorted.subList(MOST, sorted.size()).clear();
        }
        if (end < answer.length()) {
            sorted.add(finding(Finding.Kind.TEXT, Finding.Verdict.NOT_ANALYSED, end, answer.length(), answer, null));
        }
        return List.copyOf(sorted);
    }
}
