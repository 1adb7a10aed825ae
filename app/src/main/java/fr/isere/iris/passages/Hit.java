package fr.isere.iris.passages;

/**
 * A passage that a question found.
 *
 * @param document the number under which its passages were given
 * @param score BM25; comparable between the hits of one question only
 * @param coverage the share of the question's terms that stand in it or in its headings, from 0 to 1
 */
public record Hit(int document, Passage passage, double score, double coverage) {}
