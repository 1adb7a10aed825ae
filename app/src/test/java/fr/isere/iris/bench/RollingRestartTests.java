package fr.isere.iris.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A new version in office hours: the instances are replaced one after the other, and nobody loses an answer. */
class RollingRestartTests {

    @Test
    void bothInstancesRestartUnderStreamsAndNoAnswerFails() throws Exception {
        try (Rolling rolling = new Rolling()) {
            Rolling.Result result = rolling.restartUnder(20);

            assertThat(result.failed()).as(result.toString()).isZero();
            assertThat(result.ends().get("complete")).isGreaterThanOrEqualTo(20);
        }
    }
}
