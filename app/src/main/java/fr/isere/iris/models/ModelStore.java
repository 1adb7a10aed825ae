package fr.isere.iris.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the engines hold, and how it gets there and away. Each call asks one backend and waits for it; what takes long tells how far it is and
 * asks whether to go on. Nothing of this touches what another name stands for.
 *
 * <p>All throw {@link StoreFailed}, which says why.
 */
public interface ModelStore {

    /** The backends that can be administered, as {@code host:port}; empty if none can, as OpenAI-compatible servers cannot. */
    List<String> backends();

    /** What stands under this name; empty if nothing does. */
    Optional<Stored> find(String backend, String name);

    /** Brings a model from the engine's registry, or from the one that {@code name} begins with; goes on where an earlier call was cut. */
    void pull(String backend, String name, Transfer transfer);

    /** Sends a file, unless the backend has it already. */
    void send(String backend, Blob blob, Transfer transfer);

    /** Makes a model out of files that were sent. */
    void create(String backend, String name, Recipe recipe, Transfer transfer);

    /** Gives what stands under a name another name too; costs no space. */
    void copy(String backend, String from, String to);

    /** Takes a name away, and the files that no other name needs; harmless where nothing stands. */
    void delete(String backend, String name);

    /** Loads a model into memory with its context window, and waits until it can answer. */
    void warm(String backend, ModelDescription model);

    /** Has a model leave memory; harmless where it is not in it. */
    void unload(String backend, String name);

    /**
     * A model on a backend.
     *
     * @param digest what the engine tells of it, without {@code sha256:}; the same only for the same weights, template and parameters
     * @param sizeBytes on its disk
     */
    record Stored(String name, String digest, long sizeBytes) {}

    /**
     * A file to send.
     *
     * @param sha256 of its bytes, in lower-case hexadecimal
     * @param bytes its length
     */
    record Blob(Path file, String sha256, long bytes) {}

    /**
     * How a model is made of files.
     *
     * @param sha256 of the weights, that were sent
     * @param template the engine's template; null to have it found in the weights
     * @param parameters of the model, as JSON; null for none
     * @param licence its text or its name, kept with it
     */
    record Recipe(
            String sha256,
            @Nullable String template,
            @Nullable String parameters,
            String licence) {}

    /** Whoever wants something moved. */
    interface Transfer {

        /** What is being moved. */
        enum Phase {
            PULLING,
            SENDING,
            CREATING
        }

        /**
         * How far it is.
         *
         * @param done bytes
         * @param total bytes; 0 where that is not known
         */
        void moved(Phase phase, long done, long total);

        /** Whether it is still wanted; asked at least once a second. */
        boolean isWanted();
    }
}
