package fr.isere.iris.verification;

/**
 * The smallest piece of a text.
 *
 * @param text a word without capitals and accents; a number without separators and with a point; the year, month and day of a date; a sign
 * @param glued nothing stands between it and the piece before
 */
record Lexeme(Type type, String text, int start, int end, boolean glued) {

    enum Type {
        WORD,
        NUMBER,
        /** Numbers with dashes, strokes or several points. */
        CODE,
        DATE,
        SIGN
    }

    boolean is(Type wanted) {
        return type == wanted;
    }

    boolean isSign(char sign) {
        return type == Type.SIGN && text.charAt(0) == sign;
    }

    boolean isWord(String word) {
        return type == Type.WORD && text.equals(word);
    }
}
