package fr.isere.iris.verification;

import java.text.Normalizer;
import java.util.Locale;

/** Letters without what typography, capitals and scanners do to them. */
final class Fold {

    private static final int TABLED = 0x250;
    private static final String[] PLAIN = table();

    private Fold() {}

    private static String[] table() {
        String[] table = new String[TABLED];
        for (int i = 0; i < TABLED; i++) {
            String lower = String.valueOf((char) i).toLowerCase(Locale.ROOT);
            StringBuilder plain = new StringBuilder();
            for (char part : Normalizer.normalize(lower, Normalizer.Form.NFKD).toCharArray()) {
                if (!isMark(part)) {
                    plain.append(part);
                }
            }
            table[i] = plain.toString();
        }
        table['œ'] = "oe";
        table['Œ'] = "oe";
        table['æ'] = "ae";
        table['Æ'] = "ae";
        return table;
    }

    /** In lower case, without accents and ligatures; empty for a mark or a soft hyphen. */
    static String of(char character) {
        if (character == '\u00ad' || isMark(character)) {
            return "";
        }
        if (character < TABLED) {
            return PLAIN[character];
        }
        return character >= '\ufb00' && character <= '\ufb04'
                ? Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFKD)
                : String.valueOf(Character.toLowerCase(character));
    }

    static String word(CharSequence text, int from, int to) {
        StringBuilder plain = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            plain.append(of(text.charAt(i)));
        }
        return plain.toString();
    }

    /** A letter, an accent that stands alone, or a soft hyphen. */
    static boolean isLetter(char character) {
        return Character.isLetter(character) || isMark(character) || character == '\u00ad';
    }

    static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** What recognition reads for a digit. */
    static boolean looksLikeDigit(char character) {
        return isDigit(character) || asDigit(character) != character;
    }

    static char asDigit(char character) {
        return switch (character) {
            case 'O', 'o' -> '0';
            case 'l', 'I' -> '1';
            default -> character;
        };
    }

    static boolean isDash(char character) {
        return character == '-' || (character >= '\u2010' && character <= '\u2015') || character == '\u2212';
    }

    private static boolean isMark(char character) {
        return character >= '\u0300' && character <= '\u036f';
    }
}
