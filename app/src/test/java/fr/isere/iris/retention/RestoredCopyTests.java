package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.RedisForTests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real copy of a real Redis, put back on another day. */
class RestoredCopyTests {

    private static final String SECRET = "le dossier de Mme Durand";

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private final Key expired = Key.of("conversation", "expired").ownedBy("nadia");
    private final Key erased = Key.of("conversation", "erased").ownedBy("nadia");
    private final Key alive = Key.of("conversation", "alive").ownedBy("nadia");

    @Test
    void nothingThatExpiredOrWasErasedComesBackReadableAndWhatLivesDoes() throws IOException {
        Path file = folder.resolve("ring");
        RingStore rings = new RingFile(file, new FileRing());
        KeyRing ring = new KeyRing(rings, rings.change(before -> RingKeys.draw()), Clock.systemUTC());
        RingJournal journal = new RingJournal(new OwnerOnlyFile(folder.resolve("journal")));
        Path copy = folder.resolve("yesterday.aof");
        Instant now = Instant.now();

        try (RedisForTests redis = RedisForTests.startPersistent(Files.createDirectory(folder.resolve("data")))) {
            try (RetentionFixture before = new RetentionFixture(redis, ring, new ErasedNames(ring, journal))) {
                before.write(expired, SECRET, now.plus(Duration.ofMinutes(30)));
                before.write(erased, SECRET, now.plus(Duration.ofHours(12)));
                before.write(alive, SECRET, now.plus(Duration.ofHours(12)));
                before.redis.persist(expired.name()); // as if the copy's clock stood still: Redis itself would drop it
                copyOf(redis, folder.resolve("data"), copy);
                assertThat(read(copy)).doesNotContain("Durand").contains("iris:conversation:{alive}");

                before.store.erase(erased, now.plus(Duration.ofHours(12)));
            }
            // Some hours pass: the key of the first one's hour is destroyed.
            assertThat(ring.rotate(now.plus(Duration.ofMinutes(100)))).isNotEmpty();

            redis.kill();
            putBack(copy, folder.resolve("data"));
            redis.resume();
            KeyRing later = new KeyRing(rings, rings.read().orElseThrow(), Clock.systemUTC());
            RingJournal known = new RingJournal(new OwnerOnlyFile(folder.resolve("journal")));
            known.refresh();
            try (RetentionFixture after = new RetentionFixture(redis, later, new ErasedNames(later, known))) {
                assertThat(after.store.exists(expired)).isTrue();
                assertThat(after.store.exists(erased)).isTrue();

                assertThat(new Origins(after.store).sealOf(List.of(erased))).isEmpty();
                assertThat(after.store.readBundle(expired)).isEmpty();
                assertThat(after.store.readBundle(erased)).isEmpty();
                assertThat(after.store.exists(erased)).isFalse();
                assertThat(after.store.readBundle(alive).orElseThrow().fields()).isEqualTo(Map.of("header", SECRET));
            }
        }
    }

    private static void copyOf(RedisForTests redis, Path data, Path copy) throws IOException {
        redis.freeze();
        Files.copy(log(data), copy, StandardCopyOption.REPLACE_EXISTING);
        redis.thaw();
    }

    private static void putBack(Path copy, Path data) throws IOException {
        Files.copy(copy, log(data), StandardCopyOption.REPLACE_EXISTING);
    }

    /** The append-only file: its last part, in a folder of its own since Redis 7. */
    private static Path log(Path data) throws IOException {
        try (var files = Files.walk(data)) {
            List<Path> logs = files.filter(
                            path -> path.toString().endsWith(".incr.aof") || path.endsWith("appendonly.aof"))
                    .toList();
            return logs.get(logs.size() - 1);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
