package fr.isere.iris.models;

/** Why an engine could not answer, and whether the same request may succeed later without anybody mending anything. */
public enum EngineFailure {
    /** Nothing answers at the engine's address, or it refuses. */
    UNREACHABLE(true),
    /** The engine does not have the model: ops must import it. */
    MODEL_MISSING(false),
    /** The engine died, or its answer broke off, after the first token. */
    INTERRUPTED(true),
    /** Too many requests wait already. */
    BUSY(true),
    /** The engine found the prompt longer than its context window. */
    PROMPT_TOO_LONG(false),
    /** The engine answered something that is no answer. */
    MISBEHAVING(true);

    private final boolean retryHelps;

    EngineFailure(boolean retryHelps) {
        this.retryHelps = retryHelps;
    }

    /** Whether to offer "Réessayer". */
    public boolean retryHelps() {
        return retryHelps;
    }
}
