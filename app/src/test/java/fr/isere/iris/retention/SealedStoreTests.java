package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.isere.iris.retention.Unreadable.Reason;
import fr.isere.iris.testing.RedisForTests;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What somebody who can write to Redis achieves: nothing that reads as content. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedStoreTests {

    private static final String SECRET = "le dossier de Mme Durand";

    private final Ids ids = new Ids();
    private final Instant end = Instant.now().plus(Duration.ofHours(2));
    private RetentionFixture fixture;

    @BeforeAll
    void connect() {
        fixture = new RetentionFixture(RedisForTests.shared());
    }

    @AfterAll
    void disconnect() {
        fixture.close();
    }

    @Test
    void whatStandsInRedisDoesNotSayWhatWasWritten() {
        Key value = key();
        fixture.store.put(value, SECRET, Duration.ofMinutes(1));
        Key bundle = bundle(SECRET);

        assertThat(raw(value)).doesNotContain("Durand");
        assertThat(new String(field(bundle, "header"), StandardCharsets.ISO_8859_1))
                .doesNotContain("Durand");
        assertThat(fixture.store.get(value)).hasValue(SECRET);
        assertThat(header(bundle)).isEqualTo(SECRET);
    }

    @Test
    void theSameWordsNeverLookTheSame() {
        Key one = key();
        Key other = key();
        fixture.store.put(one, SECRET, Duration.ofMinutes(1));
        fixture.store.put(other, SECRET, Duration.ofMinutes(1));

        assertThat(raw(one)).isNotEqualTo(raw(other));
    }

    @Test
    void aValueMovedToAnotherKeyDoesNotOpen() {
        Key one = key();
        Key other = key();
        fixture.store.put(one, SECRET, Duration.ofMinutes(1));
        fixture.sealed.opsForValue().set(other.name(), bytes(one), Duration.ofMinutes(1));

        refused(() -> fixture.store.get(other), Reason.NOT_AUTHENTIC);
        assertThat(fixture.store.get(one)).hasValue(SECRET);
    }

    @Test
    void aValueOfAnotherOwnerDoesNotOpen() {
        Key hers = key().ownedBy("nadia");
        fixture.store.put(hers, SECRET, Duration.ofMinutes(1));

        refused(() -> fixture.store.get(hers.ownedBy("camille")), Reason.NOT_AUTHENTIC);
    }

    @Test
    void aValueCutShortIsTold() {
        Key key = key();
        fixture.store.put(key, SECRET, Duration.ofMinutes(1));
        byte[] whole = bytes(key);

        put(key, Arrays.copyOf(whole, 3));
        refused(() -> fixture.store.get(key), Reason.TRUNCATED);
        put(key, Arrays.copyOf(whole, 40));
        refused(() -> fixture.store.get(key), Reason.TRUNCATED);
        put(key, Arrays.copyOf(whole, whole.length - 1));
        refused(() -> fixture.store.get(key), Reason.NOT_AUTHENTIC);
        put(key, whole);
        assertThat(fixture.store.get(key)).hasValue(SECRET);
    }

    @Test
    void aNumberOfWritesThatIsNoneIsTold() {
        Key bundle = bundle(SECRET);
        fixture.redis.opsForHash().put(bundle.name(), Shelf.NUMBER, "many");

        refused(() -> fixture.store.readBundle(bundle), Reason.NOT_AUTHENTIC);
    }

    @Test
    void everyChangedByteIsNoticed() {
        Key key = key();
        fixture.store.put(key, SECRET, Duration.ofMinutes(1));
        byte[] whole = bytes(key);

        for (int i = 5; i < whole.length; i++) { // the first five: format and bucket, below
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            put(key, changed);
            refused(() -> fixture.store.get(key), Reason.NOT_AUTHENTIC);
        }
    }

    @Test
    void aValueOfAFormatToComeIsToldAndLeft() {
        Key key = key();
        fixture.store.put(key, SECRET, Duration.ofMinutes(1));
        byte[] later = bytes(key);
        later[0] = Vault.FORMAT + 1;
        put(key, later);

        refused(() -> fixture.store.get(key), Reason.FORMAT);
        assertThat(bytes(key)).isEqualTo(later);
    }

    @Test
    void fieldsThatChangedPlacesDoNotOpen() {
        Key bundle = bundle("one");
        fixture.store.writeBundle(bundle, revision(bundle), Map.of("other", "two"), List.of(), end);
        byte[] one = field(bundle, "header");
        setField(bundle, "header", field(bundle, "other"));
        setField(bundle, "other", one);

        refused(() -> fixture.store.readBundle(bundle), Reason.NOT_AUTHENTIC);
    }

    @Test
    void anOldFieldPutBackDoesNotOpen() {
        Key bundle = bundle("before");
        byte[] old = field(bundle, "header");
        fixture.store.writeBundle(bundle, revision(bundle), Map.of("header", "after"), List.of(), end);
        assertThat(header(bundle)).isEqualTo("after");
        setField(bundle, "header", old);

        refused(() -> fixture.store.readBundle(bundle), Reason.NOT_AUTHENTIC);
        refused(() -> fixture.store.readBundle(bundle, List.of("header")), Reason.NOT_AUTHENTIC);
    }

    @Test
    void anOldListOfFieldsPutBackDoesNotOpen() {
        Key bundle = bundle("before");
        byte[] list = field(bundle, ExpiringStore.ENVELOPE);
        fixture.store.writeBundle(bundle, revision(bundle), Map.of("other", "more"), List.of(), end);
        setField(bundle, ExpiringStore.ENVELOPE, list);

        refused(() -> fixture.store.readBundle(bundle), Reason.NOT_AUTHENTIC);
    }

    @Test
    void aFieldTakenAwayIsNoticed() {
        Key bundle = bundle("here");
        fixture.redis.opsForHash().delete(bundle.name(), "header");

        refused(() -> fixture.store.readBundle(bundle), Reason.NOT_AUTHENTIC);
    }

    @Test
    void aNewKeyFollowsNoOldOne() {
        Key bundle = bundle("one");
        fixture.store.delete(List.of(bundle));
        fixture.store.writeBundle(bundle, Revision.unstored(), Map.of("header", "two"), List.of(), end);

        assertThat(header(bundle)).isEqualTo("two");
    }

    private Key key() {
        return Key.of("test-sealed", ids.next());
    }

    private Key bundle(String header) {
        Key key = key().ownedBy("nadia");
        fixture.store.writeBundle(key, Revision.unstored(), Map.of("header", header), List.of(), end);
        return key;
    }

    private String header(Key bundle) {
        return fixture.store.readBundle(bundle).orElseThrow().fields().getOrDefault("header", "");
    }

    private Revision revision(Key bundle) {
        return fixture.store.readBundle(bundle).orElseThrow().revision();
    }

    private byte[] field(Key bundle, String name) {
        return Objects.requireNonNull(
                fixture.sealed.<String, byte[]>opsForHash().get(bundle.name(), name));
    }

    private void setField(Key bundle, String name, byte[] value) {
        fixture.sealed.<String, byte[]>opsForHash().put(bundle.name(), name, value);
    }

    private byte[] bytes(Key key) {
        return Objects.requireNonNull(fixture.sealed.opsForValue().get(key.name()));
    }

    private String raw(Key key) {
        return new String(bytes(key), StandardCharsets.ISO_8859_1);
    }

    private void put(Key key, byte[] value) {
        fixture.sealed.opsForValue().set(key.name(), value, Duration.ofMinutes(1));
    }

    private static void refused(Runnable reading, Reason reason) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(reading::run)
                .satisfies(unreadable -> assertThat(unreadable.reason()).isEqualTo(reason));
    }
}
