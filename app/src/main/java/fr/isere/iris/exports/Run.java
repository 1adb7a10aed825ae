package fr.isere.iris.exports;

import java.util.Set;

/**
 * Words of one look. A line break within a paragraph is a {@code \n} in the text.
 *
 * @param text as it is read: nothing in it is markup
 * @param looks how it differs from the text around
 */
record Run(String text, Set<Look> looks) {

    enum Look {
        BOLD,
        ITALIC,
        STRUCK,
        CODE
    }

    Run {
        looks = Set.copyOf(looks);
    }

    static Run plain(String text) {
        return new Run(text, Set.of());
    }

    static Run bold(String text) {
        return new Run(text, Set.of(Look.BOLD));
    }

    boolean is(Look look) {
        return looks.contains(look);
    }
}
