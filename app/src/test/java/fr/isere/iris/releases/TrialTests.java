package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.models.Completion;
import fr.isere.iris.models.FinishReason;
import fr.isere.iris.models.Generation;
import fr.isere.iris.models.GenerationListener;
import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.models.ModelRequest;
import fr.isere.iris.models.ModelState;
import fr.isere.iris.models.Usage;
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

        Trial.Answer answer = new Trial(new Endless(far, cancelled), work).ask("Bonjour", 10);

        assertThat(answer.text()).hasSize(Trial.LONGEST);
        assertThat(answer.tokensPerSecond()).isZero();
        assertThat(cancelled).isTrue();
    }

    @Test
    void aLongAnswerWithinTheBoundIsWhole() {
        AtomicBoolean cancelled = new AtomicBoolean();

        Trial.Answer answer = new Trial(new Endless(Trial.LONGEST - 1, cancelled), work).ask("Bonjour", 10);

        assertThat(answer.text()).hasSize(Trial.LONGEST - 1);
        assertThat(answer.usage().answerTokens()).isEqualTo(10);
        assertThat(cancelled).isFalse();
    }

    /** Says so many characters, whatever was asked. */
    private record Endless(int characters, AtomicBoolean cancelled) implements LanguageModel {

        @Override
        public ModelDescription description() {
            return Sample.model("m");
        }

        @Override
        public ModelState state() {
            return ModelState.READY;
        }

        @Override
        public int tokens(String text) {
            return text.length();
        }

        @Override
        public int slots() {
            return 1;
        }

        @Override
        public Generation answer(ModelRequest request, GenerationListener listener) {
            for (int said = 0; said < characters; said += 7) {
                listener.token("a".repeat(Math.min(7, characters - said)));
            }
            listener.done(new Completion(FinishReason.COMPLETE, new Usage(10, 10)));
            return () -> cancelled.set(true);
        }
    }
}
