package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTests {

    private static final int AS_A_NOTE = 100;

    @Test
    void nothingIsSaidBeforeSomethingIsKnown() {
        assertThat(new Pace(2, AS_A_NOTE).left(10)).isNull();
    }

    @Test
    void theMedianPassageTellsTheRestWithTheLastCall() {
        Pace pace = new Pace(2, AS_A_NOTE);
        for (int seconds : new int[] {10, 12, 60}) {
            pace.took(note(seconds - 2, 2));
        }

        assertThat(pace.left(5)).isEqualTo(Duration.ofSeconds(12 * (3 + 1)));
        assertThat(pace.left(0)).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void aLastTextOfManyWordsTakesAsMuchLongerAsItIsLongerToWrite() {
        Pace pace = new Pace(2, 6 * AS_A_NOTE);
        pace.took(note(4, 10));

        assertThat(pace.left(0)).isEqualTo(Duration.ofSeconds(4 + 6 * 10));
        assertThat(pace.left(2)).isEqualTo(Duration.ofSeconds(14 + 4 + 6 * 10));
    }

    @Test
    void aNoteOfNothingTellsNoSpeedAndBreaksNothing() {
        Pace pace = new Pace(1, 50);
        pace.took(new Pace.Timing(Duration.ofSeconds(3), Duration.ZERO, 0));

        assertThat(pace.left(1)).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void joiningCountsEveryLevel() {
        assertThat(Pace.merges(4, 5)).isZero();
        assertThat(Pace.merges(20, 5)).isEqualTo(4);
        assertThat(Pace.merges(30, 5)).isEqualTo(6 + 2);
    }

    private static Pace.Timing note(int reading, int writing) {
        return new Pace.Timing(Duration.ofSeconds(reading), Duration.ofSeconds(writing), AS_A_NOTE);
    }
}
