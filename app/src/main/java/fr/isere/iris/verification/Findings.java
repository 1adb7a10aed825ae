package fr.isere.iris.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what is precise in a French text: sums, percentages, dates, legal references, other figures. Without a source to compare
 * with, every one of them is to be checked. Pure; the patterns use possessive quantifiers, so time grows with the text's length only.
 */
public final class Findings {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String SPACE = "[ \\u00a0\\u202f]";
    private static final String NUMBER = "(?<![\\p{L}\\d])\\d++(?:" + SPACE + "\\d{3}(?!\\d))*+(?:[.,]\\d++)?+";
    private static final String MONTH =
            "(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)";
    private static final String YEAR = "(?:1[5-9]|20)\\d{2}(?!\\d)";

    /** In the order of precedence: what an earlier pattern took, a later one leaves. */
    private static final List<Rule> RULES = List.of(
            new Rule(
                    Finding.Kind.REFERENCE,
                    "(?<!\\p{L})(?:articles?+ (?:[LRDA]\\.?+" + SPACE + "?+\\*?+)?+\\d++(?:[-.]\\d++)*+"
                            + "|(?:loi|décret|ordonnance|arrêté|délibération|directive|règlement)(?:" + SPACE
                            + "\\((?:UE|CE)\\))?+" + SPACE + "n[°o]" + SPACE + "?+\\d++(?:[-/.]\\d++)*+)"),
            new Rule(
                    Finding.Kind.AMOUNT,
                    NUMBER + SPACE + "?+(?:(?:milliers?+|millions?+|milliards?+)" + SPACE + "(?:d['’]|de )?+)?+"
                            + "(?:k€|M€|Md€|€|euros?+|EUR)(?![\\p{L}\\d])"),
            new Rule(Finding.Kind.PERCENTAGE, NUMBER + SPACE + "?+(?:%|‰|pour cent(?!\\p{L})|pour mille(?!\\p{L}))"),
            new Rule(
                    Finding.Kind.DATE,
                    "(?<![\\p{L}\\d])(?:1er|\\d{1,2})" + SPACE + MONTH + "(?:" + SPACE + YEAR + ")?+(?!\\p{L})"
                            + "|(?<!\\p{L})" + MONTH + SPACE + YEAR
                            + "|(?<![\\d/])\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d{2})(?![\\d/])"
                            + "|(?<![\\d-])\\d{4}-\\d{2}-\\d{2}(?![\\d-])"
                            + "|(?<![\\p{L}\\d])\\d{1,2}" + SPACE + "?+h(?:" + SPACE + "?+\\d{2})?+(?![\\p{L}\\d])"
                            + "|(?<![\\p{L}\\d.,/-])" + YEAR + "(?![.,]\\d|\\p{L}|" + SPACE + "\\d{3})"),
            new Rule(Finding.Kind.FIGURE, NUMBER));

    /** A list's own numbering ("1. ", "2) ") is no claim. */
    private static final Pattern NUMBERING = Pattern.compile("(?m)^[ \\t>#*-]*+\\d{1,3}[.)](?= )");

    private Findings() {}

    private record Rule(Finding.Kind kind, Pattern pattern) {

        Rule(Finding.Kind kind, String pattern) {
            this(kind, Pattern.compile(pattern, FLAGS));
        }
    }

    /** What deserves checking in {@code answer}, in the order of the text. */
    public static List<Finding> in(String answer) {
        boolean[] taken = new boolean[answer.length()];
        Matcher numbering = NUMBERING.matcher(answer);
        while (numbering.find()) {
            take(taken, numbering.start(), numbering.end());
        }
        List<Finding> found = new ArrayList<>();
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(answer);
            while (matcher.find()) {
                if (isFree(taken, matcher.start(), matcher.end())) {
                    take(taken, matcher.start(), matcher.end());
                    found.add(Finding.withoutSource(rule.kind(), matcher.group(), matcher.start(), matcher.end()));
                }
            }
        }
        found.sort(Comparator.comparingInt(Finding::start));
        return List.copyOf(found);
    }

    /** What is said of an answer that could not be analysed. */
    public static List<Finding> notAnalysed(String answer) {
        return answer.isBlank()
                ? List.of()
                : List.of(
                        new Finding(Finding.Kind.TEXT, Finding.Verdict.NOT_ANALYSED, answer, 0, answer.length(), null));
    }

    private static boolean isFree(boolean[] taken, int start, int end) {
        for (int i = start; i < end; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }

    private static void take(boolean[] taken, int start, int end) {
        Arrays.fill(taken, start, end, true);
    }
}
