package fr.isere.iris.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
     * Bytes to send: a file, or a part of one.
     *
     * @param offset where in the file they begin
     * @param sha256 of them, in lower-case hexadecimal
     * @param bytes how many
     */
    record Blob(Path file, long offset, String sha256, long bytes) {

        /** Their beginning; whoever reads stops after {@link #bytes}. A link is not followed. */
        public InputStream open() throws IOException {
            InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
            try {
                in.skipNBytes(offset);
                return in;
            } catch (IOException tooShort) {
                in.close();
                throw tooShort;
            }
        }
    }

    /**
     * How a model is made of files that were sent.
     *
     * @param weights SHA-256 of the weights, and of what reads images if it does
     * @param adapters SHA-256 of what changes the weights; mostly none
     * @param licences their texts or their names, kept with it
     */
    record Recipe(List<String> weights, List<String> adapters, Settings settings, List<String> licences) {

        public Recipe {
            weights = List.copyOf(weights);
            adapters = List.copyOf(adapters);
            licences = List.copyOf(licences);
        }
    }

    /**
     * What goes with the weights; null for what the engine is to find by itself, or not to have.
     *
     * @param template the engine's template
     * @param system a prompt of the model's own
     * @param parameters as JSON
     * @param renderer name of what builds its prompts inside the engine, in place of a template
     * @param parser name of what reads its answers inside the engine
     */
    record Settings(
            @Nullable String template,
            @Nullable String system,
            @Nullable String parameters,
            @Nullable String renderer,
            @Nullable String parser) {

        public static final Settings FOUND = new Settings(null, null, null, null, null);
    }

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
