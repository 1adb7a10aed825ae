package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenEstimateTests {

    private final TokenEstimate estimate = new TokenEstimate(2.5);

    @Test
    void nothingCostsNothing() {
        assertThat(estimate.of("")).isZero();
    }

    @Test
    void lettersOfWordsGoByTheMeasuredRateAndTheSpaceBeforeThemIsTheirs() {
        assertThat(estimate.of("commission permanente")).isEqualTo(8);
    }

    @Test
    void eachDigitAndEachSignCountsOne() {
        assertThat(estimate.of("12,50")).isEqualTo(5);
    }

    @Test
    void capitalsCostMoreThanSmallLetters() {
        assertThat(estimate.of("DÉLIBÉRATION")).isGreaterThan(estimate.of("délibération"));
    }

    @Test
    void whatNoLanguageHasCountsByTheLetter() {
        assertThat(estimate.of("dsl")).isEqualTo(3);
        assertThat(estimate.of("aaaaaaaa")).isEqualTo(8);
        assertThat(estimate.of("ZX9Q")).isEqualTo(4);
    }

    @Test
    void otherScriptsAndEmojisCountByTheByte() {
        assertThat(estimate.of("вода")).isEqualTo(8);
        assertThat(estimate.of("省")).isEqualTo(3);
        assertThat(estimate.of("😀")).isEqualTo(4);
    }

    @Test
    void aLoneSurrogateIsCountedAndBreaksNothing() {
        assertThat(estimate.of("a\uD83D")).isPositive();
    }
}
