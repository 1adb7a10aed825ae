package fr.isere.iris.verification;

import org.jspecify.annotations.Nullable;

/**
 * Something precise that an answer says, and what the sources say of it.
 *
 * @param kind what sort of thing
 * @param verdict what the sources say of it
 * @param text the words, as they stand in the answer
 * @param start where they start, in UTF-16 units of the answer
 * @param end just after them
 * @param evidence where the sources say it, or say otherwise; null if they do neither
 */
public record Finding(
        Kind kind,
        Verdict verdict,
        String text,
        int start,
        int end,
        @Nullable Evidence evidence) {

    /** Something that no source was compared with. */
    static Finding withoutSource(Kind kind, String text, int start, int end) {
        return new Finding(kind, Verdict.NO_SOURCE, text, start, end, null);
    }

    /** What sort of thing deserves checking. */
    public enum Kind {
        /** A sum of money. */
        AMOUNT,
        PERCENTAGE,
        /** A day, a month of a year, a year, or a time of day. */
        DATE,
        /** How long something takes or holds. */
        DURATION,
        /** An article, a law, a decree. */
        REFERENCE,
        /** A person, a place, a body. */
        NAME,
        /** Words between quotation marks. */
        QUOTATION,
        /** Any other number. */
        FIGURE,
        /** A stretch of the answer that was not analysed. */
        TEXT
    }

    /** What the sources say of it. */
    public enum Verdict {
        /** They say it too. */
        SUPPORTED,
        /** They say nothing of it. */
        NOT_FOUND,
        /** They say something else in its place. */
        CONTRADICTED,
        /** There are none: all that is precise is to be checked. */
        NO_SOURCE,
        /** It was not looked at. */
        NOT_ANALYSED
    }
}
