package fr.isere.iris.reader.office;

import java.util.Locale;

/** Numbers of list items, as the formats of both suites name them. */
final class Numerals {

    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] SIGNS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

    private Numerals() {}

    static String of(String format, int number) {
        return switch (format) {
            case "lowerLetter", "a" -> letters(number).toLowerCase(Locale.ROOT);
            case "upperLetter", "A" -> letters(number);
            case "lowerRoman", "i" -> roman(number).toLowerCase(Locale.ROOT);
            case "upperRoman", "I" -> roman(number);
            case "none" -> "";
            default -> Integer.toString(number);
        };
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    private static String roman(int number) {
        if (number <= 0 || number >= 4000) {
            return Integer.toString(number);
        }
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < VALUES.length; i++) {
            while (rest >= VALUES[i]) {
                roman.append(SIGNS[i]);
                rest -= VALUES[i];
            }
        }
        return roman.toString();
    }
}
