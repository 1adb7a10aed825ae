package fr.isere.iris.bias;

import org.jspecify.annotations.Nullable;

/**
 * Why something is not exchanged.
 *
 * @param kind which reason; the page has the words for it
 * @param words of the person's text that are in the way; null if none are
 */
record Obstacle(Kind kind, @Nullable String words) {

    enum Kind {
        /** Nothing in the text says it of a person. */
        NOTHING_TO_EXCHANGE,
        /** Whom these words speak of cannot be told. */
        UNCLEAR_WHO,
        /** Said of women only, or of men only. */
        GENDER_MATTERS,
        /** A group whose members cannot be told apart. */
        GROUP,
        /** A first name or a surname: cannot be told. */
        WHICH_NAME,
        /** A name whose usage the data does not know. */
        UNKNOWN_NAME,
        /** Rights hang on an age outside of working life. */
        AGE_WITH_RIGHTS,
        /** Another statement would not go with the new age. */
        CONTRADICTS_AGE,
        /** The place is spoken of for something else too. */
        PLACE_SPOKEN_OF,
        /** The documents that the answer was given from hold the words that would be exchanged. */
        IN_DOCUMENTS
    }
}
