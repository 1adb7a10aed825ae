package fr.isere.iris.models;

/**
 * How many tokens a text costs at most, without the model's tokenizer: an estimate on the high side.
 *
 * <p>Tokenizers learn from prose: they join the letters of words that they have often seen, and little else. So the letters of
 * words go by a measured rate, and what is not prose is counted one by one: digits, signs, words that no language has
 * (references, keys, abbreviations), and the bytes of scripts and symbols that the tokenizer may never have seen.
 *
 * @param lettersPerToken how many letters of French prose one token holds, taken low
 */
record TokenEstimate(double lettersPerToken) {

    /** Words in capitals were seen less, and are cut smaller. */
    private static final double CAPITALS = 0.6;
    /** What an accent adds: it often stops the letters around it from being joined. */
    private static final double ACCENT = 0.5;
    /** What a letter past Latin-1 (œ, Ł, ễ) costs: it is often cut into its bytes. */
    private static final double RARE_LETTER = 1.5;
    /** A combining accent: two bytes, and the end of the word around it. */
    private static final double COMBINING = 3;

    private static final int LATIN_END = 0x250;

    /** At most so many, rounded up. */
    int of(String text) {
        double total = 0;
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (isLatin(character)) {
                int end = endOfWord(text, at);
                total += word(text, at, end);
                at = end;
            } else {
                total += sign(text, at, character);
                at += Character.charCount(character);
            }
        }
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(total));
    }

    /** At least so many: no tokenizer joins two words across a space. */
    static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = isLatin(text.charAt(i));
            words += letter && !inside ? 1 : 0;
            inside = letter || (inside && !Character.isWhitespace(text.charAt(i)));
        }
        return words;
    }

    private static boolean isLatin(int character) {
        return character < LATIN_END && Character.isLetter(character);
    }

    /** A capital after a small letter begins another word, as in {@code montantTotal}. */
    private static int endOfWord(String text, int start) {
        int end = start + 1;
        while (end < text.length()
                && isLatin(text.charAt(end))
                && !(Character.isUpperCase(text.charAt(end)) && Character.isLowerCase(text.charAt(end - 1)))) {
            end++;
        }
        return end;
    }

    private double word(String text, int start, int end) {
        int capitals = 0;
        int accents = 0;
        int rare = 0;
        for (int i = start; i < end; i++) {
            char letter = text.charAt(i);
            capitals += Character.isUpperCase(letter) ? 1 : 0;
            accents += letter > 0x7F ? 1 : 0;
            rare += letter > 0xFF ? 1 : 0;
        }
        int letters = end - start;
        if (isUnheardOf(text, start, end)) {
            return letters + rare;
        }
        double rate = capitals > 1 ? lettersPerToken * CAPITALS : lettersPerToken;
        return Math.max(1, (letters - rare) / rate + accents * ACCENT + rare * RARE_LETTER);
    }

    /** Part of a reference or key, an abbreviation without a vowel, or a letter held down: one token a letter, in the worst case. */
    private static boolean isUnheardOf(String text, int start, int end) {
        boolean besideDigit = (start > 0 && Character.isDigit(text.charAt(start - 1)))
                || (end < text.length() && Character.isDigit(text.charAt(end)));
        boolean camel = end < text.length() && isLatin(text.charAt(end));
        if (besideDigit || camel) {
            return true;
        }
        boolean vowel = false;
        for (int i = start; i < end; i++) {
            char letter = text.charAt(i);
            if (i >= start + 2 && letter == text.charAt(i - 1) && letter == text.charAt(i - 2)) {
                return true;
            }
            vowel |= letter > 0x7F || "aeiouyAEIOUY".indexOf(letter) >= 0;
        }
        return !vowel;
    }

    private static double sign(String text, int at, int character) {
        if (character == ' ') {
            // A space is part of the word after it.
            return at + 1 < text.length() && isLatin(text.charAt(at + 1)) ? 0 : 1;
        }
        if (character < 0x80) {
            return 1;
        }
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) {
            return Math.max(COMBINING, bytes(character));
        }
        if (Character.isLetter(character) || character >= 0x10000) {
            return bytes(character);
        }
        // The signs of French typography (« » ’ … – €) are known to every tokenizer, as one token or two.
        return character < 0x800 ? 1 : 2;
    }

    private static int bytes(int character) {
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
