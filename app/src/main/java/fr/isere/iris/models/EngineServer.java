package fr.isere.iris.models;

import java.time.Duration;

/** One server of a kind of engine, at one address. */
interface EngineServer {

    /** {@code host:port}: in settings, on the console, and in the leases of its slots. */
    String name();

    /** How it is; asks, for a few seconds at most, and never throws. */
    Health look();

    /** The engine as far as one model goes; opens no connection. */
    Engine engine(ModelDescription model);

    /**
     * Has a model in memory for so long from now, loading it if need be; nothing takes it out. Returns at once; whoever cannot do it does
     * nothing.
     */
    default void keep(ModelDescription model, Duration time) {}
}
