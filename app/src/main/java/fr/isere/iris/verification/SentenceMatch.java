package fr.isere.iris.verification;

import java.util.List;

/**
 * A sentence of an answer and the passage that comes nearest to it.
 *
 * @param start in the answer, UTF-16
 * @param end the one after its last
 * @param support from 0 to 1: the share of its words, by their weight, that stand there in the same order
 * @param places that passage; several if several say it equally well; none if the documents have none of its words
 */
public record SentenceMatch(int start, int end, double support, List<Evidence> places) {

    /** Copies the places. */
    public SentenceMatch {
        places = List.copyOf(places);
    }
}
