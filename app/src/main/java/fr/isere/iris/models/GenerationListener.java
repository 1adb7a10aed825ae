package fr.isere.iris.models;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Hears what happens to an answer in the making. Calls come one at a time, in order, from the engine's threads: return fast. */
public interface GenerationListener {

    /** It waits for a slot; {@code position} is 1 for the next to be served. */
    void queued(int position);

    /** As {@link #queued(int)}, with how long it is likely to wait; null if nothing is known. */
    default void queued(int position, @Nullable Duration about) {
        queued(position);
    }

    /** Its turn has come, and an engine is asked; again if another one is asked in its place. */
    default void entered() {}

    /** The engine loads the model, which can take minutes: a state to show, not an error. */
    void loading();

    /** The next piece of the answer; pieces concatenated are the answer. */
    void token(String text);

    /** The end, complete or stopped. */
    void done(Completion completion);

    /** The end, by a failure; the pieces heard so far stand. */
    void failed(EngineFailure failure);
}
