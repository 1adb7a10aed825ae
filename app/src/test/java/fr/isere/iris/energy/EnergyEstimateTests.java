package fr.isere.iris.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By figures that EcoLogits 0.9.1 gives. */
class EnergyEstimateTests {

    @ParameterizedTest
    @CsvSource({"8, 0.03566", "24, 0.04343"})
    void fourHundredTokensOnABusyServerTakeWhatEcoLogitsSays(double billions, double wattHours) {
        int cards = EnergyEstimate.cards(billions, 16);

        assertThat(EnergyEstimate.wattHours(billions, cards, 400, 64)).isCloseTo(wattHours, within(5e-6));
    }

    @Test
    void anAnswerAloneTakesManyTimesMore() {
        double busy = EnergyEstimate.wattHours(8, 1, 400, 64);
        double alone = EnergyEstimate.wattHours(8, 1, 400, 1);

        assertThat(alone / busy).isBetween(10.0, 20.0);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 16, 1", "24, 16, 1", "34, 16, 2", "70, 16, 4", "123, 16, 4", "70, 4, 1", "405, 8, 8"})
    void cardsAreAPowerOfTwoThatHoldsTheWeights(double billions, int bits, int cards) {
        assertThat(EnergyEstimate.cards(billions, bits)).isEqualTo(cards);
    }

    @ParameterizedTest
    @CsvSource({"Q4_K_M, 4", "Q8_0, 8", "FP8, 8", "BF16, 16", "F32, 32", "MXFP4, 4", "native, 16", "Q0, 1"})
    void theBitsOfAWeightAreReadFromItsPublishersName(String quantisation, int bits) {
        assertThat(EnergyEstimate.bits(quantisation)).isEqualTo(bits);
    }
}
