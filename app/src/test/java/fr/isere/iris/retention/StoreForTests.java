package fr.isere.iris.retention;

import fr.isere.iris.testing.RedisForTests;

/** The store of one instance on a real Redis, for the tests of what stands on it. Those of one test share a key ring. */
public final class StoreForTests implements AutoCloseable {

    private final RetentionFixture fixture;

    private StoreForTests(RetentionFixture fixture) {
        this.fixture = fixture;
    }

    /** One instance. */
    public static StoreForTests on(RedisForTests redis) {
        return new StoreForTests(new RetentionFixture(redis));
    }

    /** Another instance beside it. */
    public StoreForTests beside(RedisForTests redis) {
        return new StoreForTests(new RetentionFixture(redis, fixture.ring));
    }

    public ExpiringStore store() {
        return fixture.store;
    }

    public Signals signals() {
        return fixture.signals;
    }

    @Override
    public void close() {
        fixture.close();
    }
}
