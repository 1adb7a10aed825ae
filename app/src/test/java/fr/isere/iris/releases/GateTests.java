package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.releases.Report.CaseReport;
import fr.isere.iris.releases.Report.Speed;
import fr.isere.iris.releases.Report.SuiteReport;
import fr.isere.iris.releases.Suites.Ready;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a report must show before a release may answer. */
class GateTests {

    private static final Gate GATE = new Gate(0.7, Map.of("injections", 0.8), 0.1, 10.0, 3.0);
    private static final Speed FAST = new Speed(1000, 2000, 20, 10, true);

    @ParameterizedTest
    @CsvSource({
        "resumes, 7, true",
        "resumes, 6, false",
        "injections, 8, true",
        "injections, 7, false",
    })
    void aSuiteReachesItsThresholdOrDoesNotPass(String suite, int good, boolean passes) {
        assertThat(judged(suite, good, null).passed()).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({"8, 0.9, true", "8, 0.95, false", "9, 1.0, true", "8, 0.2, true"})
    void aSuiteThatIsMuchWorseThanWhatAnswersDoesNotPassAboveItsThresholdEither(
            int good, double active, boolean passes) {
        SuiteReport report = judged("resumes", good, active);

        assertThat(report.passed()).isEqualTo(passes);
        assertThat(report.active()).isEqualTo(active);
    }

    @ParameterizedTest
    @CsvSource({"10000, 3, true", "10001, 3, false", "10000, 2.9, false"})
    void whatBeginsLateOrWritesSlowlyDoesNotPass(long firstTokenMs, double tokensPerSecond, boolean passes) {
        Speed speed = new Speed(firstTokenMs, 60_000, tokensPerSecond, 10, true);

        assertThat(GATE.lets(speed)).isEqualTo(passes);
        assertThat(new Gate(0, null, 1, null, null).lets(speed))
                .as("without limits")
                .isTrue();
    }

    @Test
    void oneThingThatDoesNotPassIsEnough() {
        SuiteReport good = judged("resumes", 10, null);
        SuiteReport bad = judged("injections", 5, null);
        Speed slow = new Speed(1, 1, 1, 1, false);

        assertThat(Evaluating.passes(0, FAST, List.of(good))).isTrue();
        assertThat(Evaluating.passes(0, FAST, List.of(good, bad))).isFalse();
        assertThat(Evaluating.passes(0, slow, List.of(good))).isFalse();
        assertThat(Evaluating.passes(1, FAST, List.of(good))).isFalse();
    }

    /** Of ten cases. */
    private static SuiteReport judged(String suite, int good, @Nullable Double active) {
        List<CaseReport> cases = IntStream.range(0, 10)
                .mapToObj(i -> new CaseReport("c" + i, i < good, ""))
                .toList();
        return Evaluating.judged(new Ready(suite, suite, List.of()), cases, GATE, active);
    }
}
