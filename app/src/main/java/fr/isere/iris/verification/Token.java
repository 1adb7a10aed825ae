package fr.isere.iris.verification;

import org.jspecify.annotations.Nullable;

/**
 * A word or a value of a text.
 *
 * @param key a word without capitals and accents, or the value's key
 * @param claim whether the value is worth checking: "112Résultant" has a page's number at its beginning
 * @param weak whether only a contradiction is worth telling: "les deux raisons" may count what the answer itself lists
 */
record Token(String key, @Nullable Value value, int start, int end, boolean claim, boolean weak) {

    static Token word(String key, int start, int end) {
        return new Token(key, null, start, end, false, false);
    }
}
