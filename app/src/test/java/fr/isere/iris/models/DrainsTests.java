package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.StoreForTests;
import fr.isere.iris.testing.RedisForTests;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What ops drained, for two instances on a real Redis. */
class DrainsTests {

    private final RedisForTests redis = RedisForTests.start();
    private final StoreForTests store = StoreForTests.on(redis);
    private final StoreForTests storeThere = store.beside(redis);
    private final Drains here = new Drains(store.store(), store.signals(), Clock.systemUTC());
    private final Drains there = new Drains(storeThere.store(), storeThere.signals(), Clock.systemUTC());

    @AfterEach
    void stop() {
        store.close();
        storeThere.close();
        redis.close();
    }

    @Test
    void whatOneInstanceDrainsAllDoUntilOneHasItServeAgain() {
        here.write("a:1", true);
        here.write("b:1", true);
        assertThat(there.read()).containsExactlyInAnyOrder("a:1", "b:1");

        there.write("a:1", false);
        there.write("b:1", false);

        assertThat(here.read()).isEmpty();
        assertThat(there.read()).isEmpty();
    }

    @Test
    void aStoreThatLostItsDataHasNothingServeThatOpsDrained() {
        here.write("a:1", true);
        here.read();

        store.store().delete(List.of(Key.of("drained", "backends")));

        assertThat(here.read()).containsExactly("a:1");
        assertThat(there.read()).containsExactly("a:1");
    }

    @Test
    void whatServesAgainStaysSoAfterALoss() {
        here.write("a:1", true);
        here.read();
        there.write("a:1", false);
        here.read();

        store.store().delete(List.of(Key.of("drained", "backends")));

        assertThat(here.read()).isEmpty();
    }
}
