package fr.isere.iris.exports;

import java.util.Locale;

/** Text that every format can hold, and that reads in the order in which it is written. */
final class Legible {

    private Legible() {}

    /**
     * Shows what cannot be written, or would reorder the text around it, by its number: {@code ⟦U+202E⟧}. Nothing is left out
     * in silence.
     */
    static String of(String text) {
        StringBuilder legible = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(legible, character));
        return legible.toString();
    }

    private static void append(StringBuilder legible, int character) {
        if (isPlain(character)) {
            legible.appendCodePoint(character);
        } else {
            legible.append(shown(character));
        }
    }

    /** A character by its number. */
    static String shown(int character) {
        return "⟦U+" + String.format(Locale.ROOT, "%04X", character) + "⟧";
    }

    private static boolean isPlain(int character) {
        boolean control = Character.isISOControl(character) && character != '\n' && character != '\t';
        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        boolean noCharacter = (character & 0xFFFE) == 0xFFFE;
        return !control && !half && !noCharacter && !reorders(character);
    }

    private static boolean reorders(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}
