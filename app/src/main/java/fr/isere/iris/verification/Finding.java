package fr.isere.iris.verification;

import org.jspecify.annotations.Nullable;

/**
 * Something precise that an answer says, and what its sources say of it.
 *
 * @param kind what sort of thing
 * @param text the words, as they stand in the answer
 * @param start where they start, in UTF-16 units of the answer
 * @param end just after them
 * @param evidence where the sources say it, or say otherwise; none if they are silent
 */
public record Finding(
        Kind kind,
        Verdict verdict,
        String text,
        int start,
        int end,
        @Nullable Evidence evidence) {

    /** What sort of thing deserves checking. */
    public enum Kind {
        /** A sum of money. */
        AMOUNT,
        PERCENTAGE,
        /** A day, a month of a year, a year, or a time of day. */
        DATE,
        /** A length of time. */
        DURATION,
        /** An article, a law, a decree. */
        REFERENCE,
        /** A person, a place, a body. */
        NAME,
        /** Words between quotation marks. */
        QUOTATION,
        /** Any other number. */
        FIGURE,
        /** A stretch that was not analysed. */
        TEXT
    }

    /** What the sources say. */
    public enum Verdict {
        /** The same, in the same context. */
        SUPPORTED,
        /** Nothing of the sort. */
        NOT_FOUND,
        /** Something else, in the same context. */
        CONTRADICTED,
        /** There are no sources. */
        NO_SOURCE,
        /** It was not looked at: too long, or in a script that IRIS does not read. */
        NOT_ANALYSED
    }
}
