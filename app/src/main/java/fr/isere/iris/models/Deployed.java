package fr.isere.iris.models;

import java.time.Instant;
import java.util.List;
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
     * @param shares how large a share, oldest first; at least one
     */
    record Canary(ModelDescription model, List<Share> shares) {

        public Canary {
            shares = List.copyOf(shares);
        }

        /**
         * Whether this conversation is among them: always the same answer, however often the share changes after it began, and nothing is
         * stored for it. One that is older than the first share never is.
         */
        boolean takes(String conversationId, Instant begun) {
            int percent = 0;
            for (Share share : shares) {
                percent = begun.isBefore(share.from) ? percent : share.percent;
            }
            return Shares.of(conversationId) < percent;
        }
    }

    /**
     * A share of the conversations.
     *
     * @param percent 1 to 100
     * @param from of those that begin from then on, until the next share
     */
    record Share(int percent, Instant from) {}
}
