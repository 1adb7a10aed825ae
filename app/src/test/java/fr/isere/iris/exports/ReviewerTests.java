package fr.isere.iris.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.isere.iris.problems.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewerTests {

    @Test
    void theNameIsShownAsItWasTyped() {
        assertThat(Reviewer.of(" Camille  d’Æther-Nguyễn ").name()).isEqualTo("Camille  d’Æther-Nguyễn");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\u00a0", "—", "42", "\uD83D\uDE00"})
    void nothingLeavesWithoutAName(@Nullable String typed) {
        assertRefused(typed, "export-reviewer-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jean\nDupont", "Jean\u0000", "Jean \u202Etnopud", "Jean\t2"})
    void aNameIsOneLineThatReadsAsItIsWritten(String typed) {
        assertRefused(typed, "export-reviewer-invalid");
    }

    @Test
    void aNameIsNoText() {
        assertThat(Reviewer.of("a".repeat(120)).name()).hasSize(120);
        assertRefused("a".repeat(121), "export-reviewer-too-long");
    }

    private static void assertRefused(@Nullable String typed, String name) {
        assertThatThrownBy(() -> Reviewer.of(typed))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.name()).isEqualTo(name));
    }
}
