package fr.isere.iris.bias;

import java.util.Locale;

/**
 * A word, a number or a mark of a text.
 *
 * @param text as written
 * @param lower in lower case, the typographic apostrophe made straight
 * @param start where it begins, in UTF-16 units
 */
record Token(String text, String lower, int start, Kind kind) {

    enum Kind {
        /** Letters, with hyphens inside; an elided word ends with its apostrophe. */
        WORD,
        NUMBER,
        MARK,
        /** Before the first and behind the last. */
        EDGE
    }

    static final Token EDGE = new Token("", "", 0, Kind.EDGE);

    static Token of(String text, int start, Kind kind) {
        return new Token(text, text.toLowerCase(Locale.FRENCH).replace('’', '\''), start, kind);
    }

    int end() {
        return start + text.length();
    }

    boolean is(String... words) {
        for (String word : words) {
            if (lower.equals(word)) {
                return true;
            }
        }
        return false;
    }

    boolean isCapital() {
        return kind == Kind.WORD && Character.isUpperCase(text.codePointAt(0));
    }

    boolean isAllCapitals() {
        return kind == Kind.WORD
                && text.codePoints().filter(Character::isLetter).count() > 1
                && text.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase);
    }

    /** Another word written as this one is: in capitals, with a capital, or small. */
    String inItsCase(String word) {
        if (isAllCapitals()) {
            return word.toUpperCase(Locale.FRENCH);
        }
        return isCapital() ? word.substring(0, 1).toUpperCase(Locale.FRENCH) + word.substring(1) : word;
    }
}
