package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What summaries are evaluated against is itself right. */
class EvaluationTests {

    static Stream<Evaluation.Case> cases() {
        return Evaluation.read().cases().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void expectedWordsStandOnTheirPageAndForbiddenOnesNowhere(Evaluation.Case known) {
        assertThat(known.expected())
                .allSatisfy(expected -> assertThat(expected.isIn(known.pages().get(expected.page() - 1)))
                        .as(expected.toString())
                        .isTrue());
        assertThat(known.inventsIn(String.join(" ", known.pages()))).isFalse();
        assertThat(known.inventsIn(String.join(" ", known.versionBefore()))).isFalse();
    }

    @Test
    void everyFormatIsEvaluated() {
        assertThat(cases().map(Evaluation.Case::format)).containsAll(Format.ids());
    }
}
