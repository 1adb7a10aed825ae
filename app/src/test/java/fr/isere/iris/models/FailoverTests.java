package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One of two real Ollamas is killed under answers. */
class FailoverTests {

    @Test
    void nothingThatHadNotBegunIsLostAndWhatHadBegunSaysSoAndCanBeAskedAgain() {
        try (Failover failover = new Failover()) {
            Failover.Outcome outcome = failover.run(16);

            System.out.println(outcome);
            assertThat(outcome.lost()).isZero();
            assertThat(outcome.interrupted()).isPositive();
            assertThat(outcome.complete() + outcome.interrupted()).isEqualTo(16);
            assertThat(outcome.resumed()).isEqualTo(outcome.interrupted());
            assertThat(outcome.back()).isLessThan(Duration.ofSeconds(5));
            assertThat(failover.slotsLeftTaken()).isZero();
        }
    }
}
