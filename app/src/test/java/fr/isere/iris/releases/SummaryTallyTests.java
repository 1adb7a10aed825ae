package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.models.AnswerMeasured.Outcome;
import fr.isere.iris.releases.Watch.Counted;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the summaries of one conversation count for. */
class SummaryTallyTests {

    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final Instant LATER = NOW.plus(SummaryTally.LAST);
    private static final Counted ANSWER = new Counted(1, 0, 0, 0);
    private static final Counted FAULT = new Counted(0, 1, 0, 0);

    private final SummaryTally tally = new SummaryTally();

    @Test
    void aPassageThatIsAnsweredWhenAskedAgainIsNoFault() {
        assertThat(tally.heard("c", Outcome.INTERRUPTED, NOW)).isEqualTo(ANSWER);
        assertThat(tally.heard("c", Outcome.COMPLETE, NOW.plusSeconds(60))).isEqualTo(Counted.NONE);
        assertThat(tally.ended(LATER)).isEqualTo(Counted.NONE);
    }

    @Test
    void aShortSummaryThatBreaksOffIsAFaultOnceNothingMoreComes() {
        assertThat(tally.heard("c", Outcome.INTERRUPTED, NOW)).isEqualTo(ANSWER);
        assertThat(tally.ended(LATER.minusSeconds(1))).isEqualTo(Counted.NONE);
        assertThat(tally.ended(LATER)).isEqualTo(FAULT);
        assertThat(tally.ended(LATER.plusSeconds(1))).isEqualTo(Counted.NONE);
    }

    @Test
    void aLongOneThatEndsWithAPassageIsAFaultThoughMostWereAnswered() {
        for (int passage = 0; passage < 28; passage++) {
            tally.heard("c", Outcome.COMPLETE, NOW);
        }
        assertThat(tally.heard("c", Outcome.MISBEHAVING, NOW)).isEqualTo(Counted.NONE);
        assertThat(tally.heard("c", Outcome.MISBEHAVING, NOW)).isEqualTo(Counted.NONE);
        assertThat(tally.heard("c", Outcome.STOPPED, NOW)).isEqualTo(Counted.NONE);
        assertThat(tally.ended(LATER)).isEqualTo(FAULT);
    }

    @Test
    void manyFaultsAreTakenForOneAtOnceAndForNoSecond() {
        tally.heard("c", Outcome.UNREACHABLE, NOW);
        assertThat(tally.heard("c", Outcome.UNREACHABLE, NOW)).isEqualTo(FAULT);
        for (int passage = 0; passage < 19; passage++) {
            assertThat(tally.heard("c", Outcome.COMPLETE, NOW)).isEqualTo(Counted.NONE);
        }
        assertThat(tally.heard("c", Outcome.UNREACHABLE, NOW)).isEqualTo(Counted.NONE);
        assertThat(tally.ended(LATER)).isEqualTo(Counted.NONE);
    }

    @Test
    void whatIsMadeInItsConversationMuchLaterCountsAnew() {
        assertThat(tally.heard("c", Outcome.UNREACHABLE, NOW)).isEqualTo(ANSWER);
        assertThat(tally.heard("c", Outcome.COMPLETE, NOW)).isEqualTo(Counted.NONE);
        assertThat(tally.ended(LATER)).isEqualTo(Counted.NONE);

        assertThat(tally.heard("c", Outcome.UNREACHABLE, LATER)).isEqualTo(ANSWER);
        assertThat(tally.heard("c", Outcome.COMPLETE, LATER)).isEqualTo(Counted.NONE);
        assertThat(tally.ended(LATER.plus(SummaryTally.LAST))).isEqualTo(Counted.NONE);
    }

    @Test
    void aPassageThatIsStillAskedAgainHasNotBrokenOff() {
        Duration patience = Duration.ofMinutes(15);
        tally.heard("c", Outcome.INTERRUPTED, NOW);
        assertThat(tally.ended(NOW.plus(patience))).isEqualTo(Counted.NONE);
        tally.heard("c", Outcome.COMPLETE, NOW.plus(patience));
        assertThat(tally.ended(NOW.plus(patience).plus(SummaryTally.LAST))).isEqualTo(Counted.NONE);
    }
}
