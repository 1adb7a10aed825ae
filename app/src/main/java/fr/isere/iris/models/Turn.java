package fr.isere.iris.models;

/**
 * One turn of a prompt.
 *
 * @param speaker whose words
 * @param text the words
 */
public record Turn(Speaker speaker, String text) {

    /** Whose words a turn holds. */
    public enum Speaker {
        SYSTEM,
        USER,
        ASSISTANT
    }
}
