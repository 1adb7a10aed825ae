package fr.isere.iris.questions;

import fr.isere.iris.passages.Passage;
import fr.isere.iris.passages.PassageSearch;
import java.util.List;
import java.util.Map;

/**
 * The passages of documents, by the number of their document, and the search over all of them.
 *
 * @param passages of each document, in order
 */
record Index(Map<Integer, List<Passage>> passages, PassageSearch search) {

    Index {
        passages = Map.copyOf(passages);
    }

    static Index of(Map<Integer, List<Passage>> passages) {
        return new Index(passages, PassageSearch.over(passages));
    }
}
