package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.releases.Progress.At;
import fr.isere.iris.releases.Workshop.Work;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** One request of an evaluation. */
class TrialTests {

    private final Work work = new Work("r", "w", new At("waiting", 0, 0, "cases"));

    @Test
    void anEngineThatDoesNotStopIsStoppedAndWhatItSaidIsCut() {
        AtomicBoolean cancelled = new AtomicBoolean();
        int far = 4 * Trial.LONGEST;

        Trial.Answer answer = new Trial(saying(far, cancelled), work).ask("Bonjour", 10);

        assertThat(answer.text()).hasSize(Trial.LONGEST);
        assertThat(answer.tokensPerSecond()).isZero();
        assertThat(cancelled).isTrue();
    }

    @Test
    void aLongAnswerWithinTheBoundIsWhole() {
        AtomicBoolean cancelled = new AtomicBoolean();

        Trial.Answer answer = new Trial(saying(Trial.LONGEST - 1, cancelled), work).ask("Bonjour", 10);

        assertThat(answer.text()).hasSize(Trial.LONGEST - 1);
        assertThat(answer.usage().answerTokens()).isEqualTo(10);
        assertThat(cancelled).isFalse();
    }

    private static Obedient saying(int characters, AtomicBoolean cancelled) {
        return new Obedient(Sample.model("m"), request -> "a".repeat(characters), () -> cancelled.set(true));
    }
}
