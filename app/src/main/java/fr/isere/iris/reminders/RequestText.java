package fr.isere.iris.reminders;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The sentences of a request in which something is asked, as words. What is quoted or handed over to be worked on says nothing of what is
 * asked, and of a long text only its two ends are read: people ask before what they paste, or after it.
 */
final class RequestText {

    private static final int HEAD = 1400;
    private static final int TAIL = 800;
    private static final String ENDS = ".!?;\n:…";
    private static final String QUOTES = "«»“”\"";

    private RequestText() {}

    /**
     * Its sentences, in order; none of them is empty.
     *
     * @param announces whether a sentence announces a text to work on, if a colon or the end of the line follows
     */
    static List<List<Token>> sentences(String text, Tokens tokens, Predicate<List<Token>> announces) {
        String read = withoutQuotations(ends(text));
        List<List<Token>> sentences = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= read.length(); at++) {
            if (!endsAt(read, at)) {
                continue;
            }
            List<Token> sentence = tokens.in(read.substring(from, at));
            from = at + 1;
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
                if (handsOver(read, at) && announces.test(sentence)) {
                    break;
                }
            }
        }
        return sentences;
    }

    private static String ends(String text) {
        return text.length() <= HEAD + TAIL
                ? text
                : text.substring(0, HEAD) + "\n" + text.substring(text.length() - TAIL);
    }

    /** A point within a number or an address ends nothing. */
    private static boolean endsAt(String text, int at) {
        if (at == text.length()) {
            return true;
        }
        return ENDS.indexOf(text.charAt(at)) >= 0
                && (at + 1 == text.length() || text.charAt(at) == '\n' || isSpace(text.charAt(at + 1)));
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || ENDS.indexOf(character) >= 0;
    }

    private static boolean handsOver(String text, int at) {
        return at < text.length() && (text.charAt(at) == ':' || text.charAt(at) == '\n');
    }

    /** Quotation marks that nothing closes are left alone. */
    private static String withoutQuotations(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            int mark = QUOTES.indexOf(text.charAt(at));
            int close = mark == 0 || mark == 2 || mark == 4
                    ? text.indexOf(QUOTES.charAt(mark == 4 ? 4 : mark + 1), at + 1)
                    : -1;
            if (close < 0) {
                kept.append(text.charAt(at));
            } else {
                kept.append(' ');
                at = close;
            }
        }
        return kept.toString();
    }
}
