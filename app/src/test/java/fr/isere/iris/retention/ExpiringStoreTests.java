package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The store on Redis. */
class ExpiringStoreTests extends ExpiringStoreContract {

    @Test
    void everyKeyOfEveryShapeHasAnEndFromItsFirstWrite() {
        Key value = key("value");
        Key bundle = key("bundle");
        Key index = key("index");
        Instant end = Instant.now().plusSeconds(60);

        store.put(value, "x", Duration.ofMinutes(1));
        store.writeBundle(bundle, Revision.unstored(), Map.of("a", "1"), List.of(), end);
        fixture.indexes.add(index, "id", end);

        assertThat(List.of(value, bundle, index))
                .allSatisfy(
                        key -> assertThat(fixture.redis.getExpire(key.name())).isBetween(1L, 60L));
    }

    @Test
    void anIndexForgetsWhatHasEndedAndLivesAsLongAsItsLast() {
        Key index = key("index");
        fixture.indexes.add(index, "long", Instant.now().plusSeconds(600));
        fixture.indexes.add(index, "short", Instant.now().plusSeconds(60));
        fixture.indexes.add(index, "past", Instant.now().minusSeconds(1));

        assertThat(fixture.indexes.ids(index)).containsExactlyInAnyOrder("short", "long");
        assertThat(fixture.redis.getExpire(index.name())).isBetween(590L, 600L);
        assertThat(fixture.redis.opsForZSet().size(index.name())).isEqualTo(2);
    }
}
