package fr.isere.iris.models;

/** An answer in the making. */
public interface Generation {

    /**
     * Stops it, in the queue, before the first token or after. The listener hears {@code done} within 100 ms; the engine
     * is freed as soon as it can be. Harmless after the end.
     */
    void cancel();
}
