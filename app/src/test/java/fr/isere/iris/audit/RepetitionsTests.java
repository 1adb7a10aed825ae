package fr.isere.iris.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepetitionsTests {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Repetitions repetitions = new Repetitions();

    @Test
    void floodOfTheSameIsToldTenTimesAndThenByItsNumber() {
        long told = IntStream.range(0, 500)
                .filter(number -> repetitions.isTold(failure(NOON.plusMillis(number), "bad_state")))
                .count();
        assertThat(told).isEqualTo(10);
        assertThat(repetitions.due(NOON.plusSeconds(59))).isEmpty();
        assertThat(repetitions.due(NOON.plusSeconds(60)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("repeated", "490"));
        assertThat(repetitions.isTold(failure(NOON.plusSeconds(61), "bad_state")))
                .isTrue();
    }

    @Test
    void whatDiffersIsToldEachTime() {
        assertThat(IntStream.range(0, 500)
                        .filter(number -> repetitions.isTold(failure(NOON, "reason_" + number)))
                        .count())
                .isEqualTo(500);
        assertThat(repetitions.all(NOON)).isEmpty();
    }

    private static Entry failure(Instant time, String reason) {
        return new Entry(time, "nobody", "sign-in-failed", Map.of("reason", reason));
    }
}
