package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.testing.RedisForTests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpiringStoreTests {

    private final Ids ids = new Ids();
    private RetentionFixture fixture;
    private ExpiringStore store;

    @BeforeAll
    void connect() {
        fixture = fixture();
        store = fixture.store;
    }

    /** On the Redis that these tests run on. */
    RetentionFixture fixture() {
        return new RetentionFixture(RedisForTests.shared());
    }

    @AfterAll
    void disconnect() {
        fixture.close();
    }

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
    void aValueVanishesAtItsEnd() {
        Key key = key("value");
        store.put(key, "x", Duration.ofMillis(200));

        assertThat(store.get(key)).hasValue("x");
        await().atMost(Duration.ofSeconds(3)).until(() -> store.get(key).isEmpty());
        assertThat(store.exists(key)).isFalse();
    }

    @Test
    void aBundleIsWrittenOnlyOverWhatWasRead() {
        Key key = key("bundle");
        Instant end = Instant.now().plusSeconds(60);

        assertThat(store.writeBundle(key, Revision.unstored(), Map.of("a", "1", "b", "2"), List.of(), end))
                .isPresent();
        assertThat(store.writeBundle(key, Revision.unstored(), Map.of("a", "other"), List.of(), end))
                .isEmpty();
        Revision revision = store.readBundle(key).orElseThrow().revision();
        assertThat(store.writeBundle(key, revision, Map.of("a", "3"), Set.of("b"), end))
                .isPresent();

        ExpiringStore.Bundle read = store.readBundle(key).orElseThrow();
        assertThat(read.fields()).isEqualTo(Map.of("a", "3"));
        assertThat(read.revision().number()).isEqualTo(revision.number() + 1);
        assertThat(store.readBundle(key, List.of("a", "absent")).orElseThrow().fields())
                .isEqualTo(Map.of("a", "3"));
    }

    @Test
    void aBundleThatEndedIsNotBroughtBackByALateWriter() {
        Key key = key("bundle");
        Instant end = Instant.now().plusSeconds(60);
        Revision first = store.writeBundle(key, Revision.unstored(), Map.of("a", "1"), List.of(), end)
                .orElseThrow();
        store.delete(List.of(key));

        assertThat(store.writeBundle(key, first, Map.of("a", "late"), List.of(), end))
                .isEmpty();
        assertThat(store.readBundle(key)).isEmpty();
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

    private Key key(String kind) {
        return Key.of("test-" + kind, ids.next());
    }
}
