package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.isere.iris.models.Completion;
import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.models.FinishReason;
import fr.isere.iris.models.Generation;
import fr.isere.iris.models.GenerationListener;
import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.models.ModelRequest;
import fr.isere.iris.models.ModelState;
import fr.isere.iris.models.Usage;
import fr.isere.iris.releases.Progress.At;
import fr.isere.iris.releases.Workshop.Failed;
import fr.isere.iris.releases.Workshop.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One request of an evaluation. */
class TrialTests {

    private static final AtomicInteger MANY = new AtomicInteger(Integer.MAX_VALUE);

    private final Work work = new Work("r", "w", new At("waiting", 0, 0, "cases"));
    private final List<Duration> waited = new ArrayList<>();

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
        assertFails(problem, new Trial(new Failing(Sample.model("m"), failure, MANY), work, waited::add));
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "BUSY", "INTERRUPTED"})
    void anEngineThatStartsAgainIsWaitedFor(EngineFailure failure) {
        Failing away = new Failing(Sample.model("m"), failure, new AtomicInteger(2));

        assertThat(new Trial(away, work, waited::add).ask("Bonjour", 10).text()).isEqualTo("Bonjour");
        assertThat(waitedFor()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void anEngineThatStaysAwayIsGivenUpAfterFourTriesAndOneThatLacksTheModelAtOnce() {
        AtomicInteger failures = new AtomicInteger(5);
        assertFails(
                "evaluation-engine",
                new Trial(new Failing(Sample.model("m"), EngineFailure.UNREACHABLE, failures), work, waited::add));
        assertThat(failures).hasValue(1);
        assertThat(waitedFor()).isEqualTo(Duration.ofSeconds(42));

        waited.clear();
        assertFails(
                "import-missing",
                new Trial(new Failing(Sample.model("m"), EngineFailure.MODEL_MISSING, failures), work, waited::add));
        assertThat(waited).isEmpty();
    }

    @Test
    void whoBreaksItOffWaitsForNoPause() {
        Failing away = new Failing(Sample.model("m"), EngineFailure.UNREACHABLE, MANY);
        Trial trial = new Trial(away, work, length -> {
            waited.add(length);
            work.breakOff();
        });

        assertFails("release-cancelled", trial);
        assertThat(waitedFor()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theFirstTokenIsTimedFromItsTurnOnAndNotFromItsPlaceInTheQueue() {
        Waiting model = new Waiting(new Failing(Sample.model("m"), EngineFailure.BUSY, new AtomicInteger()));

        Trial.Answer answer = new Trial(model, work).ask("Bonjour", 10);

        assertThat(answer.firstToken()).isLessThan(Waiting.QUEUED);
        assertThat(answer.took()).isLessThan(Waiting.QUEUED);
    }

    private Duration waitedFor() {
        return waited.stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static void assertFails(String problem, Trial trial) {
        assertThatThrownBy(() -> trial.ask("Bonjour", 10))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.code()).isEqualTo(problem));
    }

    /** @param left how many times it fails yet; then it answers */
    private record Failing(ModelDescription description, EngineFailure failure, AtomicInteger left)
            implements LanguageModel {

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
            if (left.getAndDecrement() > 0) {
                listener.failed(failure);
            } else {
                listener.token("Bonjour");
                listener.done(new Completion(FinishReason.COMPLETE, Usage.NONE));
            }
            return () -> {};
        }
    }

    /** Its turn comes late; then it answers at once. */
    private record Waiting(LanguageModel behind) implements LanguageModel {

        private static final Duration QUEUED = Duration.ofSeconds(1);

        @Override
        public ModelDescription description() {
            return behind.description();
        }

        @Override
        public ModelState state() {
            return behind.state();
        }

        @Override
        public int tokens(String text) {
            return behind.tokens(text);
        }

        @Override
        public int slots() {
            return behind.slots();
        }

        @Override
        public Generation answer(ModelRequest request, GenerationListener listener) {
            listener.queued(1);
            LockSupport.parkNanos(QUEUED.toNanos());
            listener.entered();
            return behind.answer(request, listener);
        }
    }

    private static Obedient saying(int characters, AtomicBoolean cancelled) {
        return new Obedient(Sample.model("m"), request -> "a".repeat(characters), () -> cancelled.set(true));
    }
}
