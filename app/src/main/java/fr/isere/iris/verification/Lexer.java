package fr.isere.iris.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cuts a text into words, numbers and signs. Looks at each character a bounded number of times. */
final class Lexer {

    private static final String SIGNS = "%‰€$£°*.,-/()";

    private final String text;
    private final boolean scanned;
    private final List<Lexeme> found = new ArrayList<>();
    private int last = -1;

    private Lexer(String text, boolean scanned) {
        this.text = text;
        this.scanned = scanned;
    }

    /** @param scanned whether "2O24" may be a number */
    static List<Lexeme> of(String text, boolean scanned) {
        Lexer lexer = new Lexer(text, scanned);
        int at = 0;
        while (at < text.length()) {
            at = lexer.next(at);
        }
        return lexer.found;
    }

    private int next(int at) {
        char character = text.charAt(at);
        int misread = scanned ? endOfMisread(at) : at;
        if (misread > at) {
            return number(at, misread);
        }
        if (Fold.isDigit(character)) {
            return number(at, digits(at));
        }
        if (Fold.isLetter(character)) {
            int end = at + 1;
            while (end < text.length() && Fold.isLetter(text.charAt(end))) {
                end++;
            }
            return add(Lexeme.Type.WORD, Fold.word(text, at, end), at, end);
        }
        char sign = Fold.isDash(character) ? '-' : character == 'º' ? '°' : character;
        return SIGNS.indexOf(sign) >= 0 ? add(Lexeme.Type.SIGN, String.valueOf(sign), at, at + 1) : at + 1;
    }

    private int add(Lexeme.Type type, String value, int start, int end) {
        if (!value.isEmpty()) {
            found.add(new Lexeme(type, value, start, end, start == last));
        }
        last = end;
        return end;
    }

    /** "2O24", "l5": digits with letters that look like some, and no other letter beside them. */
    private int endOfMisread(int at) {
        if (!Fold.looksLikeDigit(text.charAt(at)) || (at > 0 && isPartOfWord(at - 1))) {
            return at;
        }
        int end = at;
        int digits = 0;
        while (end < text.length() && Fold.looksLikeDigit(text.charAt(end))) {
            digits += Fold.isDigit(text.charAt(end)) ? 1 : 0;
            end++;
        }
        boolean mixed = digits < end - at && digits * 2 >= end - at;
        return mixed && (end == text.length() || !Fold.isLetter(text.charAt(end))) ? end : at;
    }

    private boolean isPartOfWord(int at) {
        return Fold.isLetter(text.charAt(at)) || Fold.isDigit(text.charAt(at)) || text.charAt(at) == '\'';
    }

    private int number(int at, int end) {
        int chain = chainEnd(end);
        if (chain > end) {
            String code = plain(at, chain);
            String date = NumericDate.of(code);
            return date == null ? add(Lexeme.Type.CODE, code, at, chain) : add(Lexeme.Type.DATE, date, at, chain);
        }
        return amount(at, end);
    }

    /** "311-1", "12/03/2025", "1.2.3"; with one point or comma it is a decimal. */
    private int chainEnd(int end) {
        int to = end;
        int points = 0;
        boolean other = false;
        while (to + 1 < text.length() && isLink(text.charAt(to)) && isDigitAt(to + 1)) {
            points += text.charAt(to) == '.' ? 1 : 0;
            other |= text.charAt(to) != '.';
            to = digits(to + 1);
        }
        boolean thousands = !other && points > 0 && isGroupedByPoints(end, to);
        return (other || points > 1) && !thousands ? to : end;
    }

    private boolean isGroupedByPoints(int end, int to) {
        for (int i = end; i < to; i += 4) {
            if (digits(i + 1) != i + 4) {
                return false;
            }
        }
        return true;
    }

    private int amount(int at, int end) {
        StringBuilder number = new StringBuilder(plain(at, end));
        int to = end;
        char separator = 0;
        boolean groups = end - at <= 3 && text.charAt(at) != '0';
        while (groups && isGroup(to) && (separator == 0 || separator == separator(to))) {
            separator = separator(to);
            number.append(plain(to + 1, to + 4));
            to += 4;
        }
        if (to + 1 < text.length() && isDecimal(to, separator)) {
            int decimals = digits(to + 1);
            number.append('.').append(plain(to + 1, decimals));
            to = decimals;
        }
        return add(Lexeme.Type.NUMBER, number.toString(), at, to);
    }

    private boolean isDecimal(int at, char separator) {
        char sign = text.charAt(at);
        return (sign == ',' || (sign == '.' && separator != '.')) && isDigitAt(at + 1);
    }

    /** A separator and three digits, no fourth; a comma separates thousands only if another follows: "1,250,000". */
    private boolean isGroup(int at) {
        if (at + 3 >= text.length() || separator(at) == 0) {
            return false;
        }
        int end = digits(at + 1);
        boolean three = end == at + 4;
        if (text.charAt(at) == ',') {
            return three
                    && ((end < text.length() && text.charAt(end) == ',' && digits(end + 1) == end + 4)
                            || (at >= 4 && text.charAt(at - 4) == ','));
        }
        return three;
    }

    private char separator(int at) {
        char character = text.charAt(at);
        if (character == '.' || character == ',') {
            return character;
        }
        return character == ' ' || (character != '\n' && Character.isSpaceChar(character)) ? ' ' : 0;
    }

    private int digits(int from) {
        int end = from;
        while (isDigitAt(end)) {
            end++;
        }
        return end;
    }

    private boolean isDigitAt(int at) {
        if (at >= text.length()) {
            return false;
        }
        return Fold.isDigit(text.charAt(at)) || (scanned && isMisreadAt(at));
    }

    /** A letter among digits: the digits beside it say that it is one too. */
    private boolean isMisreadAt(int at) {
        if (!Fold.looksLikeDigit(text.charAt(at))) {
            return false;
        }
        int end = at;
        while (end < text.length() && end < at + 4 && Fold.looksLikeDigit(text.charAt(end))) {
            end++;
        }
        boolean ends = end == text.length() || !Fold.isLetter(text.charAt(end));
        return ends
                && at > 0
                && (Fold.isDigit(text.charAt(at - 1)) || end - at == 3 || Fold.looksLikeDigit(text.charAt(at - 1)));
    }

    private static boolean isLink(char character) {
        return character == '.' || character == '/' || Fold.isDash(character);
    }

    private String plain(int from, int to) {
        StringBuilder plain = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            plain.append(Fold.isDash(character) ? '-' : scanned ? Fold.asDigit(character) : character);
        }
        return plain.toString();
    }

    /** 12/03/2025, 12.03.25, 2025-03-12. */
    static final class NumericDate {

        private NumericDate() {}

        static @Nullable String of(String code) {
            char link = code.replaceAll("\\d", " ").strip().charAt(0);
            String[] parts = code.split("[-./]", -1);
            if (parts.length != 3 || code.chars().filter(one -> one == link).count() != 2) {
                return null;
            }
            if (parts[0].length() == 4) {
                return link == '-' && parts[1].length() == 2 && parts[2].length() == 2
                        ? of(parts[0], parts[1], parts[2])
                        : null;
            }
            boolean shortYear = parts[2].length() == 2 && link != '-';
            if (parts[0].length() > 2 || parts[1].length() > 2 || !(shortYear || parts[2].length() == 4)) {
                return null;
            }
            return of(shortYear ? "20" + parts[2] : parts[2], parts[1], parts[0]);
        }

        private static @Nullable String of(String year, String month, String day) {
            int m = Integer.parseInt(month);
            int d = Integer.parseInt(day);
            return m < 1 || m > 12 || d < 1 || d > 31 ? null : String.format(Locale.ROOT, "%s-%02d-%02d", year, m, d);
        }
    }
}
