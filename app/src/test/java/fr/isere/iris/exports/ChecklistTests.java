package fr.isere.iris.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.verification.Finding;
import fr.isere.iris.verification.Finding.Verdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChecklistTests {

    private static final List<Finding> FINDINGS =
            List.of(finding(Verdict.SUPPORTED, 0), finding(Verdict.NOT_FOUND, 10), finding(Verdict.CONTRADICTED, 20));

    @Test
    void whatIsNeitherTickedNorLeftKnowinglyKeepsTheAnswerIn() {
        assertThatThrownBy(() -> Checklist.done(FINDINGS, Set.of(), Set.of(20)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.name()).isEqualTo("export-checklist-open");
                    assertThat(problem.status().value()).isEqualTo(409);
                    assertThat(problem.arguments()).containsExactly(1L);
                });
    }

    @Test
    void whatIsLeftStaysInTheDocumentAndWhatWasTickedDoesNot() {
        Checklist checklist = Checklist.done(FINDINGS, Set.of(10), Set.of(10, 20));

        assertThat(checklist.open()).extracting(Finding::start).containsExactly(20);
        assertThat(checklist.checked()).isEqualTo(1);
        assertThat(checklist.supported()).isEqualTo(1);
    }

    @Test
    void aPointThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Checklist.done(FINDINGS, Set.of(), Set.of(10, 20, 99)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.name()).isEqualTo("check-unknown"));
    }

    static Finding finding(Verdict verdict, int start) {
        return new Finding(Finding.Kind.AMOUNT, verdict, "14,2 M€", start, start + 7, null);
    }
}
