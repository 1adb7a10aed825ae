package fr.isere.iris.models;

/**
 * What an answer took, as the engine counted it.
 *
 * @param promptTokens tokens read
 * @param answerTokens tokens written
 */
public record Usage(int promptTokens, int answerTokens) {

    /** Nothing, or nothing known. */
    public static final Usage NONE = new Usage(0, 0);
}
