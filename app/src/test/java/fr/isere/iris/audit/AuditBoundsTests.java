package fr.isere.iris.audit;

import static fr.isere.iris.audit.Trail.assertIntact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.isere.iris.testing.MovingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class AuditBoundsTests {

    private static final DataSize PLENTY = DataSize.ofMegabytes(64);
    private static final Duration LONG = Duration.ofDays(180);

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private final MovingClock clock = Trail.clock();

    @Test
    void filesGoWholeWhenTheyAreTooOldAndTheTrailSaysSo() throws IOException {
        Trail trail = Trail.in(folder, clock, Duration.ofDays(3), PLENTY, null);
        trail.writes(2);
        String first = String.valueOf(trail.files().get(0).getFileName());
        for (int day = 0; day < 4; day++) {
            trail.dayPasses().writes(2);
        }
        assertThat(trail.files()).hasSize(4).extracting(Path::getFileName).doesNotContain(Path.of(first));
        assertThat(trail.all())
                .filteredOn(entry -> entry.what().equals("trail-removed"))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.details()).containsEntry("file", first).containsKey("hash"));
        assertIntact(trail.verify());
    }

    @Test
    void allFilesTogetherStayBelowTheSizeEvenWithinADay() throws IOException {
        Trail trail = Trail.in(folder, clock, LONG, DataSize.ofKilobytes(64), null);
        for (int times = 0; times < 40; times++) {
            trail.writes(20);
            assertThat(size(trail)).isLessThanOrEqualTo(64 * 1024);
        }
        assertThat(trail.files()).hasSizeGreaterThan(5);
        assertIntact(trail.verify());
    }

    @Test
    void removalBesideTheTrailIsNotTakenForOneOfItsOwn() throws IOException {
        Trail trail = Trail.in(folder, clock, Duration.ofDays(3), PLENTY, null);
        for (int day = 0; day < 6; day++) {
            trail.writes(2).dayPasses();
        }
        Path oldest = trail.files().get(0);
        Files.delete(oldest);
        assertThat(trail.verify().firstBreak()).isNotNull();
    }

    @Test
    void fileThatItsInstanceMayStillWriteToStays() throws IOException {
        Trail other = Trail.in(folder, clock, LONG, DataSize.ofKilobytes(64), null);
        other.writes(3);
        Path live = other.files().get(0);
        Trail trail = Trail.in(folder, clock, LONG, DataSize.ofKilobytes(64), null);
        trail.writes(600);
        assertThat(live).exists();
        other.writes(3);
        assertIntact(other.verify());
    }

    @Test
    void runThatEndedLongAgoGoesToo() throws IOException {
        Trail.in(folder, clock, Duration.ofDays(3), PLENTY, null).writes(3);
        clock.pass(Duration.ofDays(5));
        Trail trail = Trail.in(folder, clock, Duration.ofDays(3), PLENTY, null);
        trail.writes(1);
        assertThat(trail.files()).hasSize(1);
        assertIntact(trail.verify());
    }

    @Test
    void clockThatIsSetBackLosesNothing() throws IOException {
        Trail trail = Trail.in(folder, clock, LONG, PLENTY, null);
        trail.writes(2);
        clock.pass(Duration.ofDays(10));
        trail.writes(2);
        clock.pass(Duration.ofDays(-10));
        trail.writes(2);
        assertThat(trail.files()).hasSize(2);
        assertThat(trail.all()).hasSize(8);
        assertIntact(trail.verify());
    }

    @Test
    void settingsThatHoldNothingOrProtectNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AuditSettings(folder, Duration.ZERO, PLENTY, null))
                .withMessageContaining("iris.audit.max-age");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AuditSettings(folder, LONG, DataSize.ofBytes(1), null))
                .withMessageContaining("iris.audit.max-size");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AuditSettings(folder, LONG, PLENTY, "short"))
                .withMessageContaining("iris.audit.key");
    }

    private static long size(Trail trail) throws IOException {
        return trail.files().stream().mapToLong(AuditBoundsTests::size).sum();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
