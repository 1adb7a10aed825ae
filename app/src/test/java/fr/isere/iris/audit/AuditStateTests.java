package fr.isere.iris.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.MovingClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class AuditStateTests {

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private final MovingClock clock = Trail.clock();

    @Test
    void howThingsStandIsToldWhenItChangesAndNotAtEachStart() throws IOException {
        start("PT24H");
        start("PT24H", "PT24H");
        assertThat(told()).containsExactly("PT24H");
        start("PT12H");
        start("PT12H");
        start("PT24H");
        assertThat(told()).containsExactly("PT24H", "PT12H", "PT24H");
    }

    private void start(String... idle) {
        clock.pass(Duration.ofMinutes(1));
        Trail trail = Trail.in(folder, clock, Duration.ofDays(180), DataSize.ofMegabytes(1), null);
        TrailThread thread = trail.thread();
        thread.start();
        for (String one : idle) {
            thread.add(new Entry(clock.instant(), "iris", "policy-in-force", Map.of("idle", one)), true);
        }
        thread.stop();
    }

    private List<String> told() throws IOException {
        return Trail.in(folder).all().stream()
                .filter(entry -> entry.what().equals("policy-in-force"))
                .map(entry -> entry.details().getOrDefault("idle", ""))
                .toList();
    }
}
