package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.isere.iris.problems.StartRefused;
import fr.isere.iris.testing.RedisForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Which ring IRIS starts with, beside which Redis. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RingGuardTests {

    private final RedisForTests redis = RedisForTests.start();
    private RetentionFixture fixture;

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @BeforeAll
    void connect() {
        fixture = new RetentionFixture(redis);
    }

    @AfterAll
    void disconnect() {
        fixture.close();
        redis.close();
    }

    @BeforeEach
    void empty() {
        redis.flush();
    }

    @Test
    void aFirstStartMakesARingThatOnlyItsOwnerMayRead() throws IOException {
        start("ring");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("ring"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aRingThatIsLostIsToldAndNothingIsTouched() throws IOException {
        fixture.marker.check(start("ring"));
        Files.delete(folder.resolve("ring"));

        refused("ring", "iris.keys.path", "Put it back");
        assertThat(folder.resolve("ring")).doesNotExist();
        assertThat(fixture.marker.read()).isPresent();
    }

    @Test
    void theRingOfAnotherInstallationIsToldAndNothingIsTouched() {
        KeyRing ours = start("ours");
        KeyRing theirs = start("theirs"); // before anything was written
        fixture.marker.check(ours);

        refused("theirs", "iris.keys.path", "another key ring");
        assertThat(fixture.marker.read()).hasValue(RingMarker.of(ours));
        assertThat(RingMarker.of(theirs)).isNotEqualTo(RingMarker.of(ours));
    }

    @Test
    void aRedisThatTurnsOutToBeAnothersIsNotWrittenTo() {
        KeyRing ours = start("ours");
        fixture.marker.check(start("theirs"));
        RingMarker marker = new RingMarker(fixture.redis);
        ExpiringStore store = new ExpiringStore(
                fixture.shelves, new Vault(ours, marker), RetentionFixture.erased(ours), Clock.systemUTC());
        Key key = Key.of("test", "guard");

        marker.check(ours);
        assertThatExceptionOfType(RingUnusable.class)
                .isThrownBy(() -> store.put(key, "x", Duration.ofMinutes(1)))
                .satisfies(refused -> assertThat(refused.name()).isEqualTo("keys-unavailable"));
        assertThat(store.exists(key)).isFalse();

        redis.flush();
        marker.check(ours);
        store.put(key, "x", Duration.ofMinutes(1));
        assertThat(store.get(key)).hasValue("x");
    }

    @Test
    void aFolderThatIsNotThereIsTold() {
        refused("absent/ring", "iris.keys.path", "absent");
    }

    @Test
    void aKeyStoreWithoutItsPasswordIsTold() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> start(new KeySettings(folder.resolve("p12"), KeySettings.Store.PKCS12, null)))
                .withMessageContaining("IRIS_KEYS_PASSWORD");
    }

    @Test
    void aFirstStartWithoutRedisMakesNoRing() {
        LettuceConnectionFactory nowhere = new LettuceConnectionFactory("127.0.0.1", 9);
        nowhere.afterPropertiesSet();
        nowhere.start();
        RingMarker unread = new RingMarker(new StringRedisTemplate(nowhere));

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new KeyConfiguration().keyRing(settings("ring"), unread, Clock.systemUTC()))
                .withMessageContaining("Redis does not answer");
        nowhere.destroy();
        assertThat(folder.resolve("ring")).doesNotExist();
    }

    private KeyRing start(String file) {
        return start(settings(file));
    }

    private KeyRing start(KeySettings settings) {
        return new KeyConfiguration().keyRing(settings, fixture.marker, Clock.systemUTC());
    }

    private KeySettings settings(String file) {
        @Nullable String none = null;
        return new KeySettings(folder.resolve(file), KeySettings.Store.FILE, none);
    }

    private void refused(String file, String... parts) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> start(file))
                .satisfies(refused ->
                        assertThat(refused.getMessage()).contains(parts).doesNotContain("\n"));
    }
}
