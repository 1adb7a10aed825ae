package fr.isere.iris.verification;

import java.util.ArrayList;
import java.util.List;

/**
 * Figures as recognition leaves them in a scanned page: "1O5", "lO", "14 2 00 euros". What they were cannot be known; where they may be what
 * an answer says, the page does not contradict it.
 */
final class Misread {

    private static final int GROUP = 3;
    private static final int LONGEST = 40;
    private static final int MOST_SEPARATORS = 3;

    private Misread() {}

    /**
     * Whether a text may have had the figures of some words: it has each of them, whatever spaces and lookalikes are in it, and one of them
     * or of those around is damaged so.
     *
     * @param around the words and some beside them
     * @param spacedToo whether a space may have come into a figure of two digits, as into a longer one
     */
    static boolean mayHave(String words, String around, String text, boolean spacedToo) {
        for (String figure : figures(words)) {
            if (!text.contains(figure) && !hasDamaged(figure, text, spacedToo)) {
                return false;
            }
        }
        return figures(around).stream().anyMatch(figure -> hasDamaged(figure, text, spacedToo));
    }

    /** Each number with the spaces of its thousands. */
    private static List<String> figures(String words) {
        List<String> figures = new ArrayList<>();
        int at = 0;
        while (at < words.length()) {
            int end = digits(words, at);
            while (end > at && end < words.length() && Fold.isSpace(words.charAt(end))) {
                int group = digits(words, end + 1);
                if (group - end - 1 != GROUP) {
                    break;
                }
                end = group;
            }
            if (end > at && end - at <= LONGEST) {
                figures.add(words.substring(at, end));
            }
            at = Math.max(end, at + 1);
        }
        return figures;
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && Fold.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean hasDamaged(String figure, String text, boolean spacedToo) {
        boolean spaced = spacedToo || figure.length() >= GROUP;
        for (int at = 0; at < text.length(); at++) {
            boolean begins = Fold.looksLikeDigit(text.charAt(at)) && (at == 0 || !isPart(text.charAt(at - 1)));
            if (begins && isDamaged(figure, text, at, spaced)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(char character) {
        return Fold.isLetter(character) || Fold.isDigit(character);
    }

    /** How many spaces and bounds of cells stand there, not counting on. */
    private static int separators(String text, int from) {
        int end = from;
        while (end < text.length()
                && end - from < MOST_SEPARATORS
                && (Fold.isSpace(text.charAt(end)) || text.charAt(end) == '|')) {
            end++;
        }
        return end - from;
    }

    /** Whether the figure stands from here on, to the end of a piece, with a lookalike in it or a space that it does not have. */
    private static boolean isDamaged(String figure, String text, int from, boolean spaced) {
        boolean damaged = false;
        int at = from;
        for (int i = 0; i < figure.length(); i++) {
            boolean mayPart = Fold.isSpace(figure.charAt(i));
            int separators = separators(text, at);
            boolean afterOne = i > 0 && Fold.isSpace(figure.charAt(i - 1));
            damaged |= spaced && separators > (mayPart ? 1 : 0) && !afterOne;
            at += separators;
            if (mayPart) {
                continue;
            }
            if (at == text.length() || Fold.asDigit(text.charAt(at)) != figure.charAt(i)) {
                return false;
            }
            damaged |= !Fold.isDigit(text.charAt(at));
            at++;
        }
        return damaged && (at == text.length() || !isPart(text.charAt(at)));
    }
}
