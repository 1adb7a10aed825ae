package fr.isere.iris.models;

/** Why an answer ended. */
public enum FinishReason {
    /** The model had said all. */
    COMPLETE,
    /** The limit of the answer's length was reached: the text is cut, and the person is told. */
    LENGTH,
    /** Somebody stopped it. */
    STOPPED
}
