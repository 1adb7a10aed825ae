package fr.isere.iris.models;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which models people are answered by, as ops decided; where nobody decides, {@code iris.models.active} does. */
public interface Deployed {

    /** As known to this instance; never blocks, never fails. */
    Deployment now();

    /**
     * Which models answer.
     *
     * @param active the one that answers, as its release describes it; null leaves it to {@code iris.models.active}
     * @param canary the one that is tried on some; null if none is
     */
    record Deployment(
            @Nullable ModelDescription active, @Nullable Canary canary) {

        /** Nobody decided anything. */
        public static final Deployment BY_SETTING = new Deployment(null, null);
    }

    /**
     * A model that is tried on some of the conversations.
     *
     * @param model as its release describes it
     * @param percent of the conversations, 1 to 100
     * @param since only conversations that began from then on are among them
     */
    record Canary(ModelDescription model, int percent, Instant since) {

        /** Whether this conversation is among them: always the same answer, and nothing is stored for it. */
        boolean takes(String conversationId, Instant begun) {
            return !begun.isBefore(since) && Shares.of(conversationId) < percent;
        }
    }
}
