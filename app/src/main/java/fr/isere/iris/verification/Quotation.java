package fr.isere.iris.verification;

import java.util.ArrayList;
import java.util.List;

/** @param start of the words between the marks, which it does not include */
record Quotation(int start, int end) {

    private static final int LONGEST = 3_000;
    private static final String OPENING = "«“„\"";

    /** All that is between marks that open and close in one paragraph. */
    static List<Quotation> in(String text) {
        List<Quotation> quotations = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int kind = OPENING.indexOf(text.charAt(at));
            int end = kind < 0 ? -1 : closing(text, at + 1, kind);
            if (end > at) {
                add(text, at + 1, end, quotations);
                at = end;
            }
            at++;
        }
        return quotations;
    }

    private static int closing(String text, int from, int kind) {
        int most = Math.min(text.length(), from + LONGEST);
        for (int i = from; i < most; i++) {
            char character = text.charAt(i);
            boolean closes = switch (kind) {
                case 0 -> character == '»';
                case 3 -> character == '"';
                default -> character == '”' || (character == '“' && kind == 2);
            };
            if (closes) {
                return i;
            }
            if (kind == 3 ? character == '\n' : (character == '\n' && i + 1 < most && text.charAt(i + 1) == '\n')) {
                return -1;
            }
            if (OPENING.indexOf(character) == kind) {
                return -1;
            }
        }
        return -1;
    }

    private static void add(String text, int from, int to, List<Quotation> quotations) {
        int start = from;
        int end = to;
        while (start < end && isAround(text.charAt(start))) {
            start++;
        }
        while (end > start && isAround(text.charAt(end - 1))) {
            end--;
        }
        if (text.substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit)) {
            quotations.add(new Quotation(start, end));
        }
    }

    private static boolean isAround(char character) {
        return Fold.isSpace(character) || character == '*' || character == '_';
    }
}
