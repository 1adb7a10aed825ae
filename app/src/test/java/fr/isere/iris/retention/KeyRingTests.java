package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import fr.isere.iris.testing.MovingClock;
import fr.isere.iris.testing.RedisForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyRingTests {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    private static Path folder = Path.of("set by JUnit");

    static Stream<RingFormat> formats() {
        return Stream.of(new FileRing(), new Pkcs12Ring("password of the test"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aRingComesBackAsItWas(RingFormat format) throws IOException {
        RingKeys keys = keys(new MemoryRing());
        assertThat(format.parse(format.write(keys)).buckets().keySet())
                .isEqualTo(keys.buckets().keySet());
        assertThat(format.parse(format.write(keys)).names()).isEqualTo(keys.names());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aRingCutShortIsRefusedAndLeft(RingFormat format) throws IOException {
        Path file = file();
        RingFile store = new RingFile(file, format);
        ring(store, NOON);
        byte[] whole = Files.readAllBytes(file);
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        Files.write(file, cut);

        refused(store, "cannot be read");
        assertThat(Files.readAllBytes(file)).isEqualTo(cut);
        Files.write(file, new byte[0]);
        refused(store, "cannot be read");
        Files.write(file, whole);
        assertThatNoException().isThrownBy(store::read);
    }

    @Test
    void aKeyStoreOfAnotherPasswordIsRefused() {
        Path file = file();
        ring(new RingFile(file, new Pkcs12Ring("one")), NOON);
        refused(new RingFile(file, new Pkcs12Ring("another")), "cannot be read");
    }

    @Test
    void aRingThatOthersMayReadIsRefusedAndTellsWhatToDo() throws IOException {
        Path file = file();
        RingFile store = new RingFile(file, new FileRing());
        ring(store, NOON);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        refused(store, "chmod 600");
    }

    @Test
    void keysOfHoursThatPassedAreDestroyedAndThoseToComeAreThere() {
        MemoryRing store = new MemoryRing();
        MovingClock clock = new MovingClock(NOON);
        KeyRing ring = ring(store, clock);
        int soon = ring.bucketFor(NOON.plus(Duration.ofMinutes(20)));
        int later = ring.bucketFor(NOON.plus(Duration.ofHours(3)));
        ring.toSeal(soon);
        ring.toSeal(later);

        assertThat(ring.rotate(NOON.plus(Duration.ofMinutes(62)))).doesNotContain(soon); // within the margin
        clock.jump(NOON.plus(Duration.ofMinutes(66)));
        assertThat(ring.rotate(clock.instant())).contains(soon).doesNotContain(later);
        assertThat(ring.toOpen(soon)).isEmpty();
        assertThat(ring.toOpen(later)).isPresent();
        assertThat(store.read().orElseThrow().buckets()).doesNotContainKey(soon).hasSizeGreaterThan(7 * 24);
    }

    @Test
    void whatEndsInMonthsSharesItsKeyWithItsMonth() {
        KeyRing ring = ring(new MemoryRing(), NOON);
        Instant inAYear = NOON.plus(Duration.ofDays(365));

        assertThat(ring.bucketFor(inAYear)).isEqualTo(ring.bucketFor(inAYear.plusSeconds(3600)));
        assertThat(Instant.ofEpochSecond(ring.bucketFor(inAYear) * 3600L)).isAfter(inAYear);
    }

    @Test
    void instancesShareTheirKeys() {
        Path file = file();
        KeyRing one = ring(new RingFile(file, new FileRing()), NOON);
        KeyRing other = ring(new RingFile(file, new FileRing()), NOON);
        int far = one.bucketFor(NOON.plus(Duration.ofDays(300)));
        one.toSeal(far);

        assertThat(other.toOpen(far)).isPresent();
        assertThat(other.digest(new byte[] {1})).isEqualTo(one.digest(new byte[] {1}));
    }

    @Test
    void aChangeIsSeenHoweverSoonAfterAnother() throws IOException {
        Path file = file();
        KeyRing one = ring(new RingFile(file, new FileRing()), NOON);
        KeyRing other = ring(new RingFile(file, new FileRing()), NOON);
        FileTime tick = Files.getLastModifiedTime(file);
        for (int month = 1; month < 20; month++) {
            int far = one.bucketFor(NOON.plus(Duration.ofDays(30L * month)));
            one.toSeal(far);
            Files.setLastModifiedTime(file, tick);
            assertThat(other.toOpen(far)).isPresent();
        }
    }

    @Test
    void rotationUnderLoadLosesNothing() throws Exception {
        Path file = file();
        ring(new RingFile(file, new FileRing()), Instant.now());
        try (RetentionFixture fixture = new RetentionFixture(
                RedisForTests.shared(), ring(new RingFile(file, new FileRing()), Clock.systemUTC()))) {
            KeyRing rotating = ring(new RingFile(file, new FileRing()), Clock.systemUTC());
            ExecutorService writers = Executors.newFixedThreadPool(4);
            List<Future<Key>> written = IntStream.range(0, 400)
                    .mapToObj(i -> writers.submit(() -> {
                        Key key = Key.of("test-rotation", new Ids().next());
                        fixture.store.put(key, "kept " + i, Duration.ofDays(1 + i % 9));
                        return key;
                    }))
                    .toList();
            Instant now = Instant.now();
            for (int hour = 0; hour < 20; hour++) {
                rotating.rotate(now.plus(Duration.ofHours(hour)));
            }
            for (int i = 0; i < written.size(); i++) {
                assertThat(fixture.store.get(written.get(i).get(30, TimeUnit.SECONDS)))
                        .hasValue("kept " + i);
            }
            writers.shutdown();
        }
    }

    private static RingKeys keys(RingStore store) {
        ring(store, NOON);
        return store.read().orElseThrow();
    }

    private static Path file() {
        return folder.resolve(new Ids().next() + ".ring");
    }

    private static KeyRing ring(RingStore store, Instant now) {
        return ring(store, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static KeyRing ring(RingStore store, Clock clock) {
        RingKeys keys = store.change(before -> before.isNone() ? RingKeys.draw() : before);
        KeyRing ring = new KeyRing(store, keys, clock);
        ring.toSeal(ring.bucketFor(clock.instant()));
        return ring;
    }

    private static void refused(RingStore store, String reason) {
        assertThatExceptionOfType(RingUnusable.class)
                .isThrownBy(store::read)
                .satisfies(refused -> assertThat(refused.line())
                        .startsWith("iris.keys.path")
                        .contains(reason)
                        .doesNotContain("\n"));
    }
}
