package fr.isere.iris.summaries;

import fr.isere.iris.chat.Citation;
import fr.isere.iris.chat.Composition;
import fr.isere.iris.chat.CompositionListener;
import fr.isere.iris.chat.Consulted;
import fr.isere.iris.models.Generation;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** A text that a model writes from documents. */
final class GenerativeSummary implements Composition {

    private final Asked asked;
    private final String writer;
    private final Function<CompositionListener, SummaryRun> runs;
    private final Executor writers;

    GenerativeSummary(Asked asked, String writer, Function<CompositionListener, SummaryRun> runs, Executor writers) {
        this.asked = asked;
        this.writer = writer;
        this.runs = runs;
        this.writers = writers;
    }

    @Override
    public String request() {
        return asked.request();
    }

    @Override
    public String order() {
        return asked.order();
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
    public List<Consulted> consulted() {
        return asked.consulted();
    }

    @Override
    public Generation begin(CompositionListener listener) {
        SummaryRun run = runs.apply(listener);
        writers.execute(run);
        return run;
    }

    @Override
    public List<Citation> citations(String text) {
        return asked.citations(text);
    }
}
