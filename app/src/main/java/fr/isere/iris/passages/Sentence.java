package fr.isere.iris.passages;

/**
 * Where a sentence stands in a text, without the spaces around it.
 *
 * @param from its first UTF-16 unit
 * @param to the one after its last
 */
public record Sentence(int from, int to) {

    /** Its words, as they stand. */
    public String in(String text) {
        return text.substring(from, to);
    }
}
