package fr.isere.iris.models;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * On whose behalf a model is asked: what the queue is fair between, what keeps prompts that begin alike on one engine, and how urgent
 * it is.
 *
 * @param person pseudonym of who waits for the answer; empty for nobody
 * @param thread id of the conversation that it is given in; empty for none
 * @param urgency whether somebody reads along
 */
public record Sender(String person, String thread, Urgency urgency) {

    /** Nobody: a measurement, a probe. */
    public static final Sender NOBODY = new Sender("", "", Urgency.EVALUATION);

    /** Whether somebody reads along, the most urgent first. */
    public enum Urgency {
        /** A person waits for each word. */
        CONVERSATION,
        /** Part of a longer work; of what is stored, anything that this version does not know too. */
        @JsonEnumDefaultValue
        BATCH,
        /** A model is tried. */
        EVALUATION
    }
}
