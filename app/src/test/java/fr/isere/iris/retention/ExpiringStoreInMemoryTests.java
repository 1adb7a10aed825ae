package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same behaviours in the memory of one instance, and that they stay there. */
class ExpiringStoreInMemoryTests extends ExpiringStoreContract {

    private static final String HALF_OF_THE_ROOM = "x".repeat((int) RetentionFixture.ROOM.toBytes() / 2);

    @Override
    String id() {
        return ids.nextInMemory();
    }

    @Test
    void nothingReachesRedis() {
        Key value = key("value");
        Key bundle = key("bundle");
        Key mark = key("mark");
        Instant end = Instant.now().plusSeconds(60);
        store.put(value, "x", Duration.ofMinutes(1));
        store.mark(mark, Duration.ofMinutes(1));
        store.writeBundle(bundle, Revision.unstored(), Map.of("a", "1"), List.of(), end);
        store.erase(bundle, end);

        assertThat(store.erasedAt(bundle)).isPresent();
        assertThat(fixture.redis.keys("*~*")).isEmpty();
    }

    @Test
    void whatBeginsFindsNoRoomOnceMemoryIsFullAndWhatBeganGoesOn() {
        try (RetentionFixture own = fixture()) {
            Instant end = Instant.now().plusSeconds(60);
            Key bundle = key("bundle");
            Revision first = own.store
                    .writeBundle(bundle, Revision.unstored(), Map.of("a", HALF_OF_THE_ROOM), List.of(), end)
                    .orElseThrow();
            own.store.writeBundle(bundle, first, Map.of("b", HALF_OF_THE_ROOM), List.of(), end);

            Key other = key("bundle");
            assertThatExceptionOfType(MemoryShelfFull.class)
                    .isThrownBy(
                            () -> own.store.writeBundle(other, Revision.unstored(), Map.of("a", "1"), List.of(), end));
            assertThatExceptionOfType(MemoryShelfFull.class)
                    .isThrownBy(() -> own.store.put(other, "x", Duration.ofMinutes(1)));
            own.store.mark(other, Duration.ofMinutes(1));
            assertThat(own.store.readBundle(bundle).orElseThrow().fields()).containsKeys("a", "b");

            own.store.delete(List.of(bundle));
            own.store.put(other, "x", Duration.ofMinutes(1));
            assertThat(own.store.get(other)).hasValue("x");
        }
    }

    @Test
    void whatHasEndedIsOutOfMemoryWithoutBeingAskedFor() {
        try (RetentionFixture own = fixture()) {
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            own.shelves.memory().bindTo(meters);
            own.store.put(key("value"), "x", Duration.ofMillis(200));
            assertThat(meters.get("iris.ephemeral.memory.used").gauge().value()).isPositive();

            await().untilAsserted(() -> assertThat(
                            meters.get("iris.ephemeral.memory.used").gauge().value())
                    .isZero());
        }
    }
}
