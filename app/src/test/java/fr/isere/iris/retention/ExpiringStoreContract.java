package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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

/** What the store promises, wherever it keeps things. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExpiringStoreContract {

    final Ids ids = new Ids();
    RetentionFixture fixture;
    ExpiringStore store;

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
    void nothingLivesLongerThanItsEndWasBroughtForwardTo() {
        Key value = key("value");
        Key bundle = key("bundle");
        store.put(value, "x", Duration.ofMinutes(1));
        store.writeBundle(
                bundle,
                Revision.unstored(),
                Map.of("a", "1"),
                List.of(),
                Instant.now().plusSeconds(60));
        Instant soon = Instant.now().plusMillis(200);
        store.endBy(value, soon);
        store.endBy(bundle, soon);
        store.endBy(bundle, Instant.now().plusSeconds(600));

        await().atMost(Duration.ofSeconds(3))
                .until(() ->
                        store.get(value).isEmpty() && store.readBundle(bundle).isEmpty());
    }

    @Test
    void anIndexForgetsWhatHasEnded() {
        Key index = Key.of("test-index", ids.next());
        String longest = id();
        String shorter = id();
        String removed = id();
        fixture.indexes.add(index, longest, Instant.now().plusSeconds(600));
        fixture.indexes.add(index, shorter, Instant.now().plusSeconds(60));
        fixture.indexes.add(index, removed, Instant.now().plusSeconds(60));
        fixture.indexes.add(index, id(), Instant.now().minusSeconds(1));
        fixture.indexes.remove(index, removed);

        assertThat(fixture.indexes.ids(index)).containsExactlyInAnyOrder(shorter, longest);
    }

    @Test
    void whatIsSealedForOneDoesNotOpenForAnother() {
        Key hers = key("bundle").ownedBy("camille");
        store.writeBundle(
                hers,
                Revision.unstored(),
                Map.of("a", "1"),
                List.of(),
                Instant.now().plusSeconds(60));

        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> store.readBundle(hers.ownedBy("nadia")));
        assertThat(store.readBundle(hers)).isPresent();
    }

    /** An id of what is kept where these tests are about. */
    String id() {
        return ids.next();
    }

    final Key key(String kind) {
        return Key.of("test-" + kind, id());
    }
}
