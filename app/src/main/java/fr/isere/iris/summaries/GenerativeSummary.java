package fr.isere.iris.summaries;

import fr.isere.iris.chat.Backing;
import fr.isere.iris.chat.CompositionListener;
import fr.isere.iris.models.Generation;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** A text that a model writes from documents. */
final class GenerativeSummary extends DocumentComposition {

    private final String writer;
    private final Function<CompositionListener, SummaryRun> runs;
    private final Executor writers;

    GenerativeSummary(Asked asked, String writer, Function<CompositionListener, SummaryRun> runs, Executor writers) {
        super(asked);
        this.writer = writer;
        this.runs = runs;
        this.writers = writers;
    }

    @Override
    public String writer() {
        return writer;
    }

    @Override
    public Method method() {
        return Method.GENERATIVE;
    }

    @Override
    public Generation begin(CompositionListener listener) {
        SummaryRun run = runs.apply(listener);
        writers.execute(run);
        return run;
    }

    @Override
    Backing behind(String text) {
        return asked().backing(text);
    }
}
