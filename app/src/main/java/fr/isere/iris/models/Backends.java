package fr.isere.iris.models;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The servers that answer, for who runs them. */
public interface Backends {

    /** All of them, and how each is as this instance last saw it; slots are those of all instances. */
    List<State> all();

    /** How many requests wait, over all instances. */
    int waiting();

    /**
     * Keeps new answers away from a backend, or sends them there again, for all instances; what runs there goes on.
     *
     * @return false if there is no backend of this name
     * @throws org.springframework.dao.DataAccessException if it cannot be written down
     */
    boolean drain(String name, boolean drained);

    /**
     * A backend.
     *
     * @param name {@code host:port}
     * @param kind as in the catalogue's {@code engine}
     * @param state {@code up}, {@code down}, {@code hung} (it accepts and does not answer), {@code old}, {@code draining}, or
     *     {@code opened}: it looks well, and fails what it is asked
     * @param version as it says; empty if it says none
     * @param models what it has
     * @param slots answers at once
     * @param taken slots taken now
     * @param failure what is wrong, in French; null if nothing
     * @param since when this instance saw it become so
     */
    record State(
            String name,
            String kind,
            String state,
            String version,
            List<Model> models,
            int slots,
            int taken,
            @Nullable String failure,
            Instant since) {

        public State {
            models = List.copyOf(models);
        }
    }

    /**
     * A model that a backend has.
     *
     * @param digest empty if it says none
     * @param sizeBytes on its disk; 0 if it does not say
     * @param loaded whether it is in memory
     */
    record Model(String name, String digest, long sizeBytes, boolean loaded) {}
}
