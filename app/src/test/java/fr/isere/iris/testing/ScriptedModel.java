package fr.isere.iris.testing;

import fr.isere.iris.models.Completion;
import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.models.FinishReason;
import fr.isere.iris.models.Generation;
import fr.isere.iris.models.GenerationListener;
import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.LanguageModels;
import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.models.ModelRequest;
import fr.isere.iris.models.ModelState;
import fr.isere.iris.models.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A model that says what a test has it say, when the test says so: for what must be exact. */
public final class ScriptedModel implements LanguageModel, LanguageModels {

    private final ModelDescription description;
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();

    /** One whose standing instructions nobody reads. */
    public ScriptedModel() {
        this("Consigne permanente.");
    }

    /** One with these standing instructions. */
    public ScriptedModel(String systemPrompt) {
        description = new ModelDescription(
                "scripted",
                "Modèle de test",
                "none",
                "scripted",
                new ModelDescription.Parameters(BigDecimal.ONE, BigDecimal.ONE),
                "none",
                4096,
                512,
                1.0,
                "none",
                List.of("fr"),
                new ModelDescription.Sampling(0, 1, null),
                systemPrompt,
                null);
    }

    /** The next generation that was asked for and not yet taken; waits for it. */
    public Asked nextAsked() {
        try {
            Asked next = asked.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was asked of the model");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Whether something was asked that no test took. */
    public boolean isAsked() {
        return !asked.isEmpty();
    }

    @Override
    public ModelDescription description() {
        return description;
    }

    @Override
    public ModelState state() {
        return ModelState.READY;
    }

    @Override
    public int tokens(String text) {
        return (text.length() + 3) / 4;
    }

    @Override
    public int slots() {
        return 4;
    }

    @Override
    public Generation answer(ModelRequest request, GenerationListener listener) {
        Asked generation = new Asked(request, listener);
        asked.add(generation);
        return generation::cancel;
    }

    @Override
    public LanguageModel active() {
        return this;
    }

    @Override
    public Optional<LanguageModel> find(String id) {
        return id.equals(description.id()) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public List<LanguageModel> all() {
        return List.of(this);
    }

    /** One generation, in the hands of the test. */
    public static final class Asked {

        private final ModelRequest request;
        private final GenerationListener listener;
        private boolean ended;
        private volatile boolean cancelled;

        Asked(ModelRequest request, GenerationListener listener) {
            this.request = request;
            this.listener = listener;
        }

        /** What was asked. */
        public ModelRequest request() {
            return request;
        }

        /** Whether somebody cancelled it. */
        public boolean isCancelled() {
            return cancelled;
        }

        /** Waits in the queue. */
        public Asked waits(int position) {
            listener.queued(position);
            return this;
        }

        /** Waits in the queue, about so long. */
        public Asked waits(int position, Duration about) {
            listener.queued(position, about);
            return this;
        }

        /** Waits for the engine to load. */
        public Asked loads() {
            listener.loading();
            return this;
        }

        /** Says these pieces. */
        public synchronized Asked says(String... pieces) {
            for (String piece : pieces) {
                if (!ended) {
                    listener.token(piece);
                }
            }
            return this;
        }

        /** Ends, complete. */
        public void ends() {
            end(() -> listener.done(new Completion(FinishReason.COMPLETE, new Usage(12, 34))));
        }

        /** Ends, cut at the longest answer. */
        public void endsAtTheLimit() {
            end(() -> listener.done(new Completion(FinishReason.LENGTH, new Usage(12, 512))));
        }

        /** Breaks off. */
        public void fails(EngineFailure failure) {
            end(() -> listener.failed(failure));
        }

        private void cancel() {
            cancelled = true;
            end(() -> listener.done(new Completion(FinishReason.STOPPED, Usage.NONE)));
        }

        private synchronized void end(Runnable last) {
            if (!ended) {
                ended = true;
                last.run();
            }
        }
    }
}
