package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.models.Generation;
import fr.isere.iris.models.GenerationListener;
import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.models.ModelRequest;
import fr.isere.iris.models.ModelState;
import fr.isere.iris.releases.Progress.At;
import fr.isere.iris.releases.Workshop.Failed;
import fr.isere.iris.releases.Workshop.Work;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "PROMPT_TOO_LONG, evaluation-cut",
        "MODEL_MISSING, import-missing",
        "UNREACHABLE, evaluation-engine",
        "BUSY, evaluation-engine"
    })
    void whatAnEngineCannotDoIsToldAsWhatOpsCanMend(EngineFailure failure, String problem) {
        Trial trial = new Trial(new Failing(Sample.model("m"), failure), work);

        assertThatThrownBy(() -> trial.ask("Bonjour", 10))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.code()).isEqualTo(problem));
    }

    private record Failing(ModelDescription description, EngineFailure failure) implements LanguageModel {

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
            listener.failed(failure);
            return () -> {};
        }
    }

    private static Obedient saying(int characters, AtomicBoolean cancelled) {
        return new Obedient(Sample.model("m"), request -> "a".repeat(characters), () -> cancelled.set(true));
    }
}
