package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.releases.Watch.Counted;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is counted of a canary, and for how long. */
class WatchTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NOW = Instant.parse("2026-11-29T10:02:00Z");

    @Test
    void whatIsLongAgoStopsCounting() {
        Watch watch = Watch.NONE
                .plus(new Counted(10, 10, 0, 0), NOW.minus(Duration.ofHours(3)), HOUR)
                .plus(new Counted(5, 1, 4, 0), NOW.minusSeconds(60), HOUR)
                .plus(new Counted(5, 0, 5, 1), NOW, HOUR);
        assertThat(watch.since(NOW.minus(HOUR))).isEqualTo(new Counted(10, 1, 9, 1));
        assertThat(watch.spans()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void moreThanHalfOfThemLateIsSlow() {
        assertThat(new Counted(4, 0, 4, 2).isSlow()).isFalse();
        assertThat(new Counted(4, 0, 4, 3).isSlow()).isTrue();
        assertThat(Counted.NONE.isSlow()).isFalse();
        assertThat(Counted.NONE.shareOfFaults()).isZero();
    }
}
