package fr.isere.iris.summaries;

import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.models.FinishReason;
import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.ModelRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one composition: so many at once, each made once more, later, if it failed. All news of them are heard on the thread that
 * waits here.
 */
final class Calls {

    /** What failed may succeed a little later. */
    private static final long RETRY_AFTER = Duration.ofSeconds(2).toNanos();

    private static final int TRIES = 2;

    private final LanguageModel model;
    private final int parallel;
    private final Voice voice;

    private final BlockingQueue<Runnable> news = new LinkedBlockingQueue<>();
    private final Set<Call> open = ConcurrentHashMap.newKeySet();
    private final Map<Call, Call.Waits> queued = new LinkedHashMap<>();
    private volatile boolean stopped;

    Calls(LanguageModel model, int parallel, Voice voice) {
        this.model = model;
        this.parallel = parallel;
        this.voice = voice;
    }

    /** A request that is to be made, for the how manieth time, and not before when. */
    private record Attempt(int index, int tries, long due) {}

    /**
     * Makes all of these.
     *
     * @param ends hears each answer, with the number of its request, as it comes
     * @throws Broken if one of them failed twice, or in a way that no second time mends
     * @throws Stopped if somebody stopped it
     */
    void all(List<ModelRequest> requests, BiConsumer<Integer, Call.Answer> ends) {
        new Round(requests, null, ends).run();
    }

    /** Makes one whose answer is read as it comes. */
    Call.Answer one(ModelRequest request, Consumer<String> reader) {
        Deque<Call.Answer> answer = new ArrayDeque<>();
        new Round(List.of(request), reader, (index, ended) -> answer.add(ended)).run();
        return answer.element();
    }

    /** Stops them, from any thread. */
    void cancel() {
        stopped = true;
        open.forEach(Call::cancel);
        news.add(() -> {});
    }

    /** Requests that are made together. */
    private final class Round {

        private final List<ModelRequest> requests;
        private final @Nullable Consumer<String> reader;
        private final BiConsumer<Integer, Call.Answer> ends;
        private final Deque<Attempt> waiting = new ArrayDeque<>();
        private final Map<Call, Attempt> running = new LinkedHashMap<>();
        private boolean wasRead;

        Round(List<ModelRequest> requests, @Nullable Consumer<String> reader, BiConsumer<Integer, Call.Answer> ends) {
            this.requests = requests;
            this.reader = reader;
            this.ends = ends;
            for (int index = 0; index < requests.size(); index++) {
                waiting.add(new Attempt(index, 1, System.nanoTime()));
            }
        }

        void run() {
            try {
                while (!waiting.isEmpty() || !running.isEmpty()) {
                    startWhatIsDue();
                    hear();
                }
            } finally {
                running.keySet().forEach(Call::cancel);
                open.clear();
                queued.clear();
            }
        }

        private void startWhatIsDue() {
            while (!stopped && running.size() < parallel && isDue(waiting.peekFirst())) {
                Attempt attempt = waiting.removeFirst();
                Call call = new Call(model, requests.get(attempt.index), heard -> news.add(() -> handle(heard)));
                running.put(call, attempt);
                open.add(call);
                call.start();
            }
        }

        private static boolean isDue(@Nullable Attempt attempt) {
            return attempt != null && attempt.due - System.nanoTime() <= 0;
        }

        private void hear() {
            Runnable next = nextNews();
            if (stopped) {
                throw new Stopped();
            }
            if (next != null) {
                next.run();
            }
        }

        private @Nullable Runnable nextNews() {
            Attempt first = waiting.peekFirst();
            try {
                return first == null || running.size() >= parallel
                        ? news.take()
                        : news.poll(Math.max(1, first.due - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Stopped();
            }
        }

        private void handle(Call.News heard) {
            Call call = heard.call();
            if (!running.containsKey(call)) {
                return; // of a round before
            }
            if (heard instanceof Call.Waits waits) {
                queued.put(call, waits);
                tellIfAllWait();
                return;
            }
            queued.remove(call);
            if (heard instanceof Call.Loads) {
                voice.loads();
            } else if (heard instanceof Call.Says says) {
                read(says.piece());
            } else if (heard instanceof Call.Ends ended) {
                end(call, ended.answer());
            } else if (heard instanceof Call.Fails failed) {
                fail(call, failed.failure());
            }
        }

        private void read(String piece) {
            if (reader != null) {
                wasRead = true;
                reader.accept(piece);
            }
        }

        private void tellIfAllWait() {
            if (queued.size() == running.size()) {
                queued.values().stream()
                        .min(Comparator.comparingInt(Call.Waits::position))
                        .ifPresent(next -> voice.waits(next.position(), next.about()));
            }
        }

        private void end(Call call, Call.Answer answer) {
            if (answer.completion().reason() == FinishReason.STOPPED) {
                throw new Stopped();
            }
            if (answer.text().isBlank()) {
                fail(call, EngineFailure.MISBEHAVING);
                return;
            }
            Attempt attempt = over(call);
            ends.accept(attempt.index, answer);
        }

        /** What somebody read of a text cannot be taken back: it is not begun again. Notes are read by nobody. */
        private void fail(Call call, EngineFailure failure) {
            Attempt attempt = over(call);
            if (attempt.tries >= TRIES || !failure.retryHelps() || wasRead) {
                throw new Broken(failure);
            }
            waiting.addLast(new Attempt(attempt.index, attempt.tries + 1, System.nanoTime() + RETRY_AFTER));
        }

        private Attempt over(Call call) {
            open.remove(call);
            Attempt attempt = running.remove(call);
            if (attempt == null) {
                throw new IllegalStateException("a call ends once");
            }
            return attempt;
        }
    }
}
