package fr.isere.iris.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.IrisProcess;
import org.junit.jupiter.api.Test;

/** A new version in office hours: the instances are replaced one after the other, and nobody loses an answer. */
class RollingRestartTests {

    @Test
    void bothInstancesRestartUnderStreamsAndNoAnswerFails() throws Exception {
        try (Rolling rolling = new Rolling(IrisProcess.THIS)) {
            Rolling.Result result = rolling.restartUnder(10);

            assertThat(result.failed()).as(result.toString()).isZero();
            assertThat(result.ends().get("complete")).isGreaterThanOrEqualTo(10);
        }
    }
}
