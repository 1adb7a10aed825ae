package fr.isere.iris.summaries;

import fr.isere.iris.models.Completion;
import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.models.Generation;
import fr.isere.iris.models.GenerationListener;
import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.ModelRequest;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One question to the model, from its queue to its end. It hears the engine on the engine's threads, and only passes the news on. */
final class Call implements GenerationListener {

    private final LanguageModel model;
    private final ModelRequest request;
    private final Consumer<News> news;

    private final StringBuilder text = new StringBuilder();
    private long began;
    private long firstWord;
    private @Nullable Generation generation;
    private boolean cancelled;

    Call(LanguageModel model, ModelRequest request, Consumer<News> news) {
        this.model = model;
        this.request = request;
        this.news = news;
    }

    /** What happened to a call. */
    sealed interface News {
        Call call();
    }

    /** It waits in the model's queue. */
    record Waits(Call call, int position, @Nullable Duration about) implements News {}

    /** The engine loads the model. */
    record Loads(Call call) implements News {}

    /** The next piece of its answer. */
    record Says(Call call, String piece) implements News {}

    /** It has its answer. */
    record Ends(Call call, Answer answer) implements News {}

    /** It has none. */
    record Fails(Call call, EngineFailure failure) implements News {}

    /**
     * An answer.
     *
     * @param reading from its turn, or from when it was asked where no queue tells of one, until its first word
     * @param writing from there to its end
     */
    record Answer(String text, Completion completion, Duration reading, Duration writing) {}

    /** Asks. */
    void start() {
        synchronized (this) {
            if (cancelled) {
                return;
            }
            began = System.nanoTime();
        }
        Generation handle = model.answer(request, this);
        boolean cancelNow;
        synchronized (this) {
            generation = handle;
            cancelNow = cancelled;
        }
        if (cancelNow) {
            handle.cancel();
        }
    }

    /** Stops the engine, or gives its place up; nothing more is told of it that matters. */
    void cancel() {
        @Nullable Generation handle;
        synchronized (this) {
            cancelled = true;
            handle = generation;
        }
        if (handle != null) {
            handle.cancel();
        }
    }

    @Override
    public void queued(int position) {
        queued(position, null);
    }

    @Override
    public void queued(int position, @Nullable Duration about) {
        news.accept(new Waits(this, position, about));
    }

    @Override
    public synchronized void entered() {
        began = System.nanoTime();
    }

    @Override
    public void loading() {
        news.accept(new Loads(this));
    }

    @Override
    public void token(String piece) {
        synchronized (this) {
            if (text.isEmpty()) {
                firstWord = System.nanoTime();
            }
            text.append(piece);
        }
        news.accept(new Says(this, piece));
    }

    @Override
    public void done(Completion completion) {
        news.accept(new Ends(this, answer(completion)));
    }

    private synchronized Answer answer(Completion completion) {
        long ended = System.nanoTime();
        long spoke = text.isEmpty() ? ended : firstWord;
        return new Answer(
                text.toString(), completion, Duration.ofNanos(spoke - began), Duration.ofNanos(ended - spoke));
    }

    @Override
    public void failed(EngineFailure failure) {
        news.accept(new Fails(this, failure));
    }
}
