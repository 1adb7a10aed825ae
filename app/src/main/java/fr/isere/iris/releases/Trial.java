package fr.isere.iris.releases;

import fr.isere.iris.models.Completion;
import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.models.Generation;
import fr.isere.iris.models.GenerationListener;
import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.ModelRequest;
import fr.isere.iris.models.Sender;
import fr.isere.iris.models.Turn;
import fr.isere.iris.models.Usage;
import fr.isere.iris.releases.Workshop.Failed;
import fr.isere.iris.releases.Workshop.Work;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks a model one thing, and waits for the whole answer. */
final class Trial {

    /** How long before it is asked again, each time: an engine that starts again has its model in memory by then, a full queue has moved. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30));

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** In characters: more than any request of a suite lets a model say. An engine that goes on beyond its limit is stopped. */
    static final int LONGEST = 32_000;

    private final LanguageModel model;
    private final Work work;
    private final Pause pause;

    Trial(LanguageModel model, Work work) {
        this(model, work, length -> TimeUnit.NANOSECONDS.sleep(length.toNanos()));
    }

    Trial(LanguageModel model, Work work, Pause pause) {
        this.model = model;
        this.work = work;
        this.pause = pause;
    }

    /** Lets time pass. */
    interface Pause {
        void take(Duration length) throws InterruptedException;
    }

    /**
     * What came.
     *
     * @param text empty if the model said nothing
     * @param firstToken from its turn on; null if none came
     */
    record Answer(String text, @Nullable Duration firstToken, Duration took, Usage usage) {

        /** Tokens a second from the first one on; 0 where that cannot be told. */
        double tokensPerSecond() {
            if (firstToken == null || usage.answerTokens() < 2) {
                return 0;
            }
            return (usage.answerTokens() - 1)
                    / Math.max(1e-3, took.minus(firstToken).toMillis() / 1e3);
        }
    }

    /**
     * Asks, again if the engine was away for a moment: up to 42 s in all.
     *
     * @throws Failed if the engine does not answer, or nobody wants it any more
     */
    Answer ask(String request, int maxTokens) {
        ModelRequest asked = new ModelRequest(
                List.of(
                        new Turn(Turn.Speaker.SYSTEM, model.description().systemPrompt()),
                        new Turn(Turn.Speaker.USER, request)),
                maxTokens,
                Sender.NOBODY);
        for (int attempt = 0; ; attempt++) {
            Hearing hearing = new Hearing();
            hearing.await(model.answer(asked, hearing));
            EngineFailure failure = hearing.failure;
            if (failure == null || failure == EngineFailure.MISBEHAVING) {
                return hearing.answer();
            }
            if (attempt == PAUSES.size() || !failure.retryHelps()) {
                throw new Failed(problem(failure));
            }
            waitFor(PAUSES.get(attempt));
        }
    }

    /** As long as somebody wants the answer. */
    private void waitFor(Duration length) {
        try {
            for (Duration left = length; !left.isZero(); left = left.minus(LOOK)) {
                if (!work.isWanted()) {
                    throw new Failed("release-cancelled");
                }
                pause.take(LOOK);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failed("release-cancelled");
        }
    }

    private static String problem(EngineFailure failure) {
        return switch (failure) {
            case MODEL_MISSING -> "import-missing";
            case PROMPT_TOO_LONG -> "evaluation-cut";
            default -> "evaluation-engine";
        };
    }

    private final class Hearing implements GenerationListener {

        private final CountDownLatch over = new CountDownLatch(1);
        private final StringBuilder text = new StringBuilder();
        private volatile long begun = System.nanoTime();
        private volatile boolean entered;
        private volatile @Nullable Duration first;
        private volatile Usage usage = Usage.NONE;
        private volatile @Nullable EngineFailure failure;
        private volatile long ended;
        private volatile boolean full;

        void await(Generation generation) {
            try {
                while (!over.await(1, TimeUnit.SECONDS)) {
                    if (!work.isWanted()) {
                        generation.cancel();
                        throw new Failed("release-cancelled");
                    }
                }
            } catch (InterruptedException stopped) {
                generation.cancel();
                Thread.currentThread().interrupt();
                throw new Failed("release-cancelled");
            }
            if (full) {
                generation.cancel();
            }
        }

        Answer answer() {
            return new Answer(text.toString(), first, Duration.ofNanos(ended - begun), usage);
        }

        @Override
        public void queued(int position) {
            // A person's answer goes first.
        }

        /** As of people's answers, its time is counted from its turn on: how many others are asked for is not the model's doing. */
        @Override
        public void entered() {
            if (!entered) {
                entered = true;
                begun = System.nanoTime();
            }
        }

        @Override
        public void loading() {
            // It was warmed; if it left memory meanwhile, that costs time only.
        }

        @Override
        public void token(String piece) {
            if (full) {
                return; // on its way when it was stopped
            }
            if (first == null) {
                first = Duration.ofNanos(System.nanoTime() - begun);
            }
            text.append(piece, 0, Math.min(piece.length(), LONGEST - text.length()));
            if (text.length() == LONGEST) {
                full = true;
                end();
            }
        }

        @Override
        public void done(Completion completion) {
            if (!full) {
                usage = completion.usage();
                end();
            }
        }

        @Override
        public void failed(EngineFailure why) {
            if (!full) {
                failure = why;
                end();
            }
        }

        private void end() {
            ended = System.nanoTime();
            over.countDown();
        }
    }
}
