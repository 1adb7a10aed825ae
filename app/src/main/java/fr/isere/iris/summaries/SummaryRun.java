package fr.isere.iris.summaries;

import fr.isere.iris.chat.CompositionListener;
import fr.isere.iris.models.Completion;
import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.models.FinishReason;
import fr.isere.iris.models.Generation;
import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.Usage;
import fr.isere.iris.summaries.NoteTaking.Part;
import fr.isere.iris.summaries.Requests.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A summary being written by a model: what is short is read at once; of what is long, each passage is noted, the notes are joined until
 * they fit, and the text is written from them.
 */
final class SummaryRun implements Generation, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SummaryRun.class);

    private final Order order;
    private final Voice voice;
    private final Calls calls;
    private final NoteTaking noteTaking;
    private volatile Usage usage = Usage.NONE;

    SummaryRun(Order order, KeptNotes kept, CompositionListener listener) {
        this.order = order;
        voice = new Voice(listener);
        calls = new Calls(order.model(), order.settings().parallel(), voice);
        noteTaking = new NoteTaking(
                order.requests(),
                calls,
                kept,
                order.place(),
                order.model().description().id());
    }

    /**
     * What is to be written.
     *
     * @param sources read when it begins
     */
    record Order(
            LanguageModel model,
            Requests requests,
            SummarySettings settings,
            KeptNotes.Place place,
            Supplier<List<Source>> sources,
            Matters matters) {

        /** How much the model reads at once. */
        int room(Stage stage) {
            return Math.min(requests.room(stage), settings.passageTokens());
        }
    }

    /** Makes what is read of documents. */
    interface Matters {
        Matter of(List<Source> sources);
    }

    @Override
    public void cancel() {
        voice.done(new Completion(FinishReason.STOPPED, usage));
        calls.cancel();
    }

    @Override
    public void run() {
        try {
            write();
        } catch (Stopped stopped) {
            voice.done(new Completion(FinishReason.STOPPED, usage));
        } catch (Broken broken) {
            voice.failed(broken.failure());
        } catch (RuntimeException e) {
            // Never with its message: it may quote content.
            LOG.error("A summary could not be written: {}", e.getClass().getName());
            voice.failed(EngineFailure.INTERRUPTED);
        }
    }

    private void write() {
        List<Source> sources = order.sources().get();
        Matter matter = order.matters().of(sources);
        int room = order.room(Stage.PASSAGE);
        if (room <= 0) {
            throw new Broken(EngineFailure.PROMPT_TOO_LONG);
        }
        List<Chunk> chunks = matter.chunks(room);
        if (chunks.isEmpty()) {
            voice.says(matter.nothing() + Closing.of(sources, List.of()));
            voice.done(new Completion(FinishReason.COMPLETE, Usage.NONE));
            return;
        }
        Coverage coverage =
                new Coverage(sources.stream().mapToInt(Source::readable).sum(), chunks);
        Part last = isShort(chunks) ? Part.of(matter.whole()) : fromNotes(chunks, coverage);
        FinishReason reason = last(last, coverage);
        String caution = matter.caution();
        voice.says((caution.isEmpty() ? "" : "\n\n" + caution) + Closing.of(sources, last.cut()));
        voice.done(new Completion(reason, usage));
    }

    private boolean isShort(List<Chunk> chunks) {
        long tokens = chunks.stream()
                .mapToLong(chunk -> order.model().tokens(chunk.body()))
                .sum();
        return tokens <= order.room(Stage.LAST);
    }

    private Part fromNotes(List<Chunk> chunks, Coverage coverage) {
        List<Part> parts = chunks.stream().map(Part::of).toList();
        Progress progress = new Progress(parts, coverage);
        progress.tell();
        List<Notes> notes = noteTaking.of(Stage.PASSAGE, parts, progress);
        String documents = String.join(
                "+", chunks.stream().map(Chunk::documents).distinct().toList());
        while (!order.requests().fits(Stage.LAST, order.requests().body(notes))) {
            notes = noteTaking.joined(notes, documents, progress.ofJoining(notes.size()));
        }
        progress.onlyTheLastIsLeft();
        return noteTaking.part(notes, documents);
    }

    private FinishReason last(Part part, Coverage coverage) {
        MarkStream text = new MarkStream(order.requests().marks(part.given()), voice::says);
        Call.Answer answer = calls.one(order.requests().ask(Stage.LAST, part.body()), text::add);
        text.end();
        coverage.read(part.covers());
        count(answer.completion().usage());
        return answer.completion().reason();
    }

    /** On the thread that writes only; read from any. */
    private synchronized void count(Usage more) {
        usage = new Usage(usage.promptTokens() + more.promptTokens(), usage.answerTokens() + more.answerTokens());
    }

    /** Tells how far the notes are, and what the rest takes. */
    private final class Progress implements NoteTaking.Listener {

        private final List<Part> parts;
        private final Coverage coverage;
        private final Pace pace =
                new Pace(order.settings().parallel(), order.requests().expectedTokens());
        private final List<Notes> taken = new ArrayList<>();
        private int toJoin;

        Progress(List<Part> parts, Coverage coverage) {
            this.parts = parts;
            this.coverage = coverage;
        }

        @Override
        public void known(int index, Notes notes) {
            read(index, notes);
        }

        @Override
        public void taken(int index, Notes notes, Call.Answer answer) {
            pace.took(new Pace.Timing(
                    answer.reading(), answer.writing(), order.model().tokens(answer.text())));
            count(answer.completion().usage());
            read(index, notes);
        }

        private void read(int index, Notes notes) {
            taken.add(notes);
            coverage.read(parts.get(index).covers());
            toJoin = Pace.merges(parts.size(), together());
            tell();
        }

        /** How many notes fit into one call, by those that there are. */
        private int together() {
            Requests requests = order.requests();
            int one = order.model().tokens(requests.body(taken)) / taken.size();
            return Math.max(2, requests.room(Stage.MERGE) / Math.max(1, one));
        }

        NoteTaking.Listener ofJoining(int notes) {
            toJoin = Pace.merges(notes, together());
            return new NoteTaking.Listener() {
                @Override
                public void known(int index, Notes joined) {
                    toJoin = Math.max(0, toJoin - 1);
                }

                @Override
                public void taken(int index, Notes joined, Call.Answer answer) {
                    count(answer.completion().usage());
                    toJoin = Math.max(0, toJoin - 1);
                    tell();
                }
            };
        }

        void onlyTheLastIsLeft() {
            toJoin = 0;
            tell();
        }

        void tell() {
            voice.read(coverage.done(), coverage.total(), pace.left(parts.size() - taken.size() + toJoin));
        }
    }
}
