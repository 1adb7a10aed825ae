package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The model changes under 200 answers, and nobody notices. */
class SwitchTests {

    private static final int STREAMS = 200;

    @Test
    void twoHundredAnswersGoOnAndTheNextConversationIsOnTheNew() throws IOException, InterruptedException {
        try (Switching switching = new Switching(STREAMS)) {
            Switching.Outcome outcome = switching.run();

            System.out.println(outcome);
            assertThat(outcome.failed()).isZero();
            assertThat(outcome.done()).isEqualTo(STREAMS + 1);
            // A pull moves the tag: what answered under it goes on under a name of its own.
            assertThat(outcome.before()).noneMatch(name -> name.endsWith(":" + outcome.release()));
            assertThat(outcome.after()).isEqualTo("iris/smollm2-135m:" + outcome.release());
            assertThat(outcome.asked()).isTrue();
        }
    }
}
