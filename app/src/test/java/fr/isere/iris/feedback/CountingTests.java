package fr.isere.iris.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.isere.iris.problems.StartRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts are sums of differences: they come out right in whatever order these arrive. */
class CountingTests {

    private static final Cell CELL = new Cell("2026-11", "chat", "m");
    private static final Instant AT = Instant.parse("2026-11-28T21:40:00Z");

    @Test
    void changesThatPassEachOtherAddUp() {
        Vote useful = vote(true, null);
        Vote wrong = vote(false, Reason.WRONG);
        Vote tooLong = vote(false, Reason.TOO_LONG);

        Month late = Month.NONE
                .changed(CELL, wrong, tooLong, 0)
                .changed(CELL, useful, wrong, 0)
                .changed(CELL, null, useful, 1);
        assertThat(late.rows()).containsExactly(new Row("chat", "m", 1, 0, 1, Map.of(Reason.TOO_LONG, 1)));
        assertThat(late.changed(CELL, tooLong, null, -1).rows()).isEmpty();

        Day day = Day.NONE.changed(wrong, tooLong).changed(null, wrong);
        assertThat(day.hours()).containsExactly(new Day.Hour(Instant.parse("2026-11-28T21:00:00Z"), "m", 1, 1));
    }

    @Test
    void aPersonIsInALineAsLongAsOneOfHerOpinionsIs() {
        Share twice = Share.NONE.with(CELL, 1).with(CELL, 1);
        assertThat(twice.with(CELL, -1).has(CELL)).isTrue();
        assertThat(twice.with(CELL, -1).with(CELL, -1)).isEqualTo(Share.NONE);
        assertThat(Share.NONE.with(CELL, -1)).isEqualTo(Share.NONE);
    }

    @ParameterizedTest
    @CsvSource({"P0D, P1D, P1D, 5", "P1D, P401D, P1D, 5", "P1D, P1D, PT-1S, 5", "P1D, P1D, P1D, 2"})
    void settingsThatWouldNeverEndOrTellPeopleApartAreRefused(
            Duration attached, Duration counts, Duration ratings, int smallest) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new FeedbackSettings(attached, counts, ratings, smallest))
                .withMessageContaining("iris.feedback.");
    }

    @Test
    void whatIsAttachedMayNotOutliveTheBoundOfAllContent() {
        FeedbackSettings month = new FeedbackSettings(Duration.ofDays(30), Duration.ofDays(1), Duration.ofDays(1), 5);
        month.checkAgainst(Duration.ofDays(30));
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> month.checkAgainst(Duration.ofDays(29)))
                .withMessage("iris.feedback.attached (PT720H) exceeds iris.retention.longest (PT696H)");
    }

    private static Vote vote(boolean useful, @Nullable Reason reason) {
        return new Vote(useful, reason, CELL, AT, true, null);
    }
}
