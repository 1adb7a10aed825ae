package fr.isere.iris.verification;

/**
 * Something precise that an answer says, to be checked before it is used.
 *
 * @param kind what sort of thing
 * @param text the words, as they stand in the answer
 * @param start where they start, in UTF-16 units of the answer
 * @param end just after them
 */
public record Finding(Kind kind, String text, int start, int end) {

    /** What sort of thing deserves checking. */
    public enum Kind {
        /** A sum of money. */
        AMOUNT,
        PERCENTAGE,
        /** A day, a month of a year, a year, or a time of day. */
        DATE,
        /** An article, a law, a decree. */
        REFERENCE,
        /** Any other number. */
        FIGURE
    }
}
