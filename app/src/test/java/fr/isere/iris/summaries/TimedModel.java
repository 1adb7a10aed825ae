package fr.isere.iris.summaries;

import fr.isere.iris.models.Completion;
import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.models.Generation;
import fr.isere.iris.models.GenerationListener;
import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.models.ModelRequest;
import fr.isere.iris.models.ModelState;
import java.time.Duration;

/** A model, and how long at least one answer of it was under way. */
final class TimedModel implements LanguageModel {

    private final LanguageModel model;
    private int underWay;
    private long since;
    private long busy;
    private int calls;

    TimedModel(LanguageModel model) {
        this.model = model;
    }

    /** Until now: of a summary that broke off, an answer may still be under way. */
    synchronized Duration busy() {
        return Duration.ofNanos(underWay > 0 ? busy + System.nanoTime() - since : busy);
    }

    synchronized int calls() {
        return calls;
    }

    synchronized void reset() {
        busy = 0;
        calls = 0;
        since = System.nanoTime();
    }

    private synchronized void begins() {
        calls++;
        if (underWay++ == 0) {
            since = System.nanoTime();
        }
    }

    private synchronized void ends() {
        if (--underWay == 0) {
            busy += System.nanoTime() - since;
        }
    }

    @Override
    public ModelDescription description() {
        return model.description();
    }

    @Override
    public ModelState state() {
        return model.state();
    }

    @Override
    public int tokens(String text) {
        return model.tokens(text);
    }

    @Override
    public int slots() {
        return model.slots();
    }

    @Override
    public Generation answer(ModelRequest request, GenerationListener listener) {
        begins();
        return model.answer(request, new GenerationListener() {
            @Override
            public void queued(int position) {
                listener.queued(position);
            }

            @Override
            public void loading() {
                listener.loading();
            }

            @Override
            public void token(String text) {
                listener.token(text);
            }

            @Override
            public void done(Completion completion) {
                ends();
                listener.done(completion);
            }

            @Override
            public void failed(EngineFailure failure) {
                ends();
                listener.failed(failure);
            }
        });
    }
}
