package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTests {

    @Test
    void nothingIsSaidBeforeSomethingIsKnown() {
        assertThat(new Pace(2).left(10)).isNull();
    }

    @Test
    void theMedianPassageTellsTheRestWithTheLastCall() {
        Pace pace = new Pace(2);
        List.of(10, 12, 60).forEach(seconds -> pace.took(Duration.ofSeconds(seconds)));

        assertThat(pace.left(5)).isEqualTo(Duration.ofSeconds(12 * (3 + 1)));
        assertThat(pace.left(0)).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void joiningCountsEveryLevel() {
        assertThat(Pace.merges(4, 5)).isZero();
        assertThat(Pace.merges(20, 5)).isEqualTo(4);
        assertThat(Pace.merges(30, 5)).isEqualTo(6 + 2);
    }
}
