package fr.isere.iris.feedback;

import java.time.Instant;

/** How people rate what models write, for those who decide about models. */
public interface Ratings {

    /**
     * How this model was rated.
     *
     * @param model display name, as answers bear it
     * @param since opinions from the hour of this instant on; older than {@code iris.feedback.ratings} nothing is known
     */
    Rating of(String model, Instant since);

    /**
     * How a model was rated.
     *
     * @param votes opinions in all; who has two gives two
     * @param notUseful those of them that were not useful
     */
    record Rating(int votes, int notUseful) {

        /** From 0 to 1; 0 if there is no opinion: see {@link #votes} before deciding anything. */
        public double shareNotUseful() {
            return votes == 0 ? 0 : (double) notUseful / votes;
        }
    }
}
