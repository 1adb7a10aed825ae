package fr.isere.iris.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.MovingClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A trail in a folder, as one instance writes it, with the clock and the scissors in the hands of the test. */
final class Trail {

    static final String KEY = "a-secret-of-more-than-32-characters";
    static final String CAMILLE = "0123456789abcdef0123456789abcdef";

    private final Path folder;
    private final MovingClock clock;
    private final TrailWriter writer;
    private final TrailReader reader;
    private final AuditTrail trail;

    private Trail(AuditSettings settings, MovingClock clock) {
        this.folder = settings.folder();
        this.clock = clock;
        TrailFolder files = new TrailFolder(settings);
        this.reader = new TrailReader(files);
        this.writer = new TrailWriter(files, new TrailBounds(settings), settings, clock);
        this.trail = new AuditTrail(files, reader, writer, settings, clock);
    }

    static Trail in(Path folder) {
        return in(folder, null);
    }

    static Trail in(Path folder, @Nullable String key) {
        return in(folder, clock(), Duration.ofDays(180), DataSize.ofMegabytes(64), key);
    }

    static Trail in(Path folder, MovingClock clock, Duration maxAge, DataSize maxSize, @Nullable String key) {
        return new Trail(new AuditSettings(folder, maxAge, maxSize, key), clock);
    }

    /** Early on a day in March. */
    static MovingClock clock() {
        return new MovingClock(Instant.parse("2026-03-02T08:00:00Z"));
    }

    TrailThread thread() {
        return new TrailThread(writer, reader, clock, new SimpleMeterRegistry());
    }

    Entry entry(int number) {
        Map<String, String> details = Map.of("conversation", "c" + number);
        return new Entry(clock.instant(), CAMILLE, "conversation-erased", details);
    }

    /** Writes so many entries, a second apart. */
    Trail writes(int count) throws IOException {
        for (int number = 1; number <= count; number++) {
            clock.pass(Duration.ofSeconds(1));
            writer.append(new ArrayDeque<>(List.of(entry(number))));
        }
        return this;
    }

    Trail dayPasses() {
        clock.pass(Duration.ofDays(1));
        return this;
    }

    Verification verify() throws IOException {
        return trail.verify();
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    List<Entry> all() throws IOException {
        return reader.find(new Search(null, null, null, null), null, 10_000).found().stream()
                .map(TrailReader.Found::entry)
                .toList();
    }

    /** Changes the lines of a file, as somebody with an editor would. */
    static void edit(Path file, Consumer<List<String>> change) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        change.accept(lines);
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    static void swap(Path file, int one, int other) throws IOException {
        edit(file, lines -> Collections.swap(lines, one - 1, other - 1));
    }

    static void assertIntact(Verification found) {
        assertThat(found.firstBreak()).isNull();
    }

    static void assertBroken(Verification found, Path file, long line, Verification.Kind kind) {
        assertThat(found.firstBreak())
                .isEqualTo(new Verification.Break(String.valueOf(file.getFileName()), line, kind));
    }
}
