package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the standing instructions are evaluated against is itself right. */
class StandingTests {

    static Stream<Standing.Case> cases() {
        return Standing.read().cases().stream();
    }

    @Test
    void everyDutyIsTriedSeveralTimesByCasesWithNames() {
        assertThat(cases().map(Standing.Case::id)).doesNotHaveDuplicates();
        for (String duty : new String[] {"decide", "judge", "invent", "uncertain", "source"}) {
            assertThat(cases().filter(one -> one.duty().equals(duty))).as(duty).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anAnswerThatKeepsToTheInstructionsPassesAndOneThatBreaksThemDoesNot(Standing.Case known) {
        assertThat(known.isKeptBy(known.kept())).as(known.kept()).isTrue();
        assertThat(known.isKeptBy(known.broken())).as(known.broken()).isFalse();
        assertThat(known.isKeptBy(" ")).as("nothing").isFalse();
    }
}
