package fr.isere.iris.models;

import java.time.Clock;
import java.time.Duration;

/** A pool of one instance alone, with nothing stored. */
final class PoolForTests {

    private static final Answering.Patience PATIENCE =
            new Answering.Patience(Duration.ofMinutes(2), Duration.ofSeconds(30));

    private PoolForTests() {}

    static Pool of(EngineKind kind, int slots, int queue, EngineRoom room) {
        return new Pool("test", kind.servers(), slots, queue, new LocalBoard(), room, Clock.systemUTC());
    }

    /** A model on it. */
    static EngineModel model(ModelDescription description, EngineKind kind, int slots, int queue, EngineRoom room) {
        return new EngineModel(description, of(kind, slots, queue, room), PATIENCE, room);
    }
}
