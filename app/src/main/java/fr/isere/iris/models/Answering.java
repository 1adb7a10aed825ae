package fr.isere.iris.models;

import fr.isere.iris.models.Admission.Ticket;
import fr.isere.iris.models.AnswerMeasured.Outcome;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer from the queue to its end: hears the door, the engine, the clock and the one who cancels, all on their own threads,
 * and tells the listener one thing at a time, with one end.
 */
class Answering implements Generation, Admission.Guest, Engine.CallListener {

    /**
     * What is asked, and of whom.
     *
     * @param promptTokens at most
     * @param promptWords at least so many tokens: fewer read means that the engine cut the prompt
     */
    record Question(ModelRequest request, int promptTokens, int promptWords) {}

    /** How long to wait for the first token, and for the next. */
    record Patience(Duration first, Duration next) {}

    private static final Logger log = LoggerFactory.getLogger(Answering.class);

    private final Engine engine;
    private final Question question;
    private final GenerationListener listener;
    private final Consumer<ModelState> sight;
    private final Patience patience;
    private final EngineRoom room;
    private final Mailbox mailbox;
    private final Ticket ticket;
    private final Measuring measuring;

    private boolean ended;
    private boolean spoke;
    private boolean heard;
    private long lastHeard;
    private Engine.@Nullable Call call;
    private @Nullable ScheduledFuture<?> watch;

    Answering(
            Engine engine,
            Question question,
            GenerationListener listener,
            Consumer<ModelState> sight,
            Patience patience,
            EngineRoom room,
            Admission door,
            Measuring measuring) {
        this.engine = engine;
        this.question = question;
        this.listener = listener;
        this.sight = sight;
        this.patience = patience;
        this.room = room;
        this.measuring = measuring;
        mailbox = new Mailbox(room.workers());
        ticket = door.new Ticket(this);
    }

    /** Knocks at the door. */
    void start(Admission door) {
        if (!door.admit(ticket)) {
            failed(EngineFailure.BUSY);
        }
    }

    @Override
    public synchronized void waits(int position) {
        tell(() -> listener.queued(position));
    }

    @Override
    public void enters() {
        room.workers().execute(this::ask);
    }

    private void ask() {
        Engine.Call asked = begin();
        if (asked == null) {
            ticket.leave();
        } else {
            var unused = asked.released().thenRun(ticket::leave);
        }
    }

    /** Null if it ended before it began. */
    private synchronized Engine.@Nullable Call begin() {
        if (ended) {
            return null;
        }
        lastHeard = System.nanoTime();
        measuring.enters(engine.name());
        watchFor(patience.first);
        try {
            call = engine.start(question.request, question.promptTokens, this);
        } catch (RuntimeException failure) {
            log.error(
                    "a call to an engine could not be made: {}",
                    failure.getClass().getName());
            failed(EngineFailure.MISBEHAVING);
        }
        return call;
    }

    private synchronized void watchFor(Duration time) {
        watch = room.timer().schedule(this::checkPulse, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void checkPulse() {
        EngineFailure failure;
        synchronized (this) {
            Duration left = (heard ? patience.next : patience.first).minusNanos(System.nanoTime() - lastHeard);
            if (!ended && !left.isNegative() && !left.isZero()) {
                watchFor(left);
                return;
            }
            failure = heard ? EngineFailure.INTERRUPTED : EngineFailure.UNREACHABLE;
        }
        if (fail(failure)) {
            letGo();
        }
    }

    @Override
    public void loading() {
        sight.accept(ModelState.LOADING);
        synchronized (this) {
            tell(listener::loading);
        }
    }

    @Override
    public synchronized void alive() {
        lastHeard = System.nanoTime();
        if (!heard) {
            heard = true;
            if (watch != null) {
                watch.cancel(false);
            }
            if (!ended) {
                watchFor(patience.next);
            }
        }
    }

    @Override
    public void token(String text) {
        alive();
        boolean first;
        synchronized (this) {
            first = !spoke;
            if (first) {
                measuring.speaks();
            }
            spoke = true;
            tell(() -> listener.token(text));
        }
        if (first) {
            sight.accept(ModelState.READY);
        }
    }

    @Override
    public void done(Completion completion) {
        boolean said;
        synchronized (this) {
            said = spoke;
        }
        int read = completion.usage().promptTokens();
        if (!said) {
            fail(EngineFailure.MISBEHAVING);
        } else if (read > 0 && read < question.promptWords) {
            log.warn("an engine read {} tokens of a prompt of {} words: it cut it", read, question.promptWords);
            fail(EngineFailure.PROMPT_TOO_LONG);
        } else {
            end(Outcome.of(completion.reason()), completion.usage(), () -> listener.done(completion));
        }
    }

    @Override
    public void failed(EngineFailure failure) {
        fail(failure);
    }

    private boolean fail(EngineFailure failure) {
        EngineFailure told;
        synchronized (this) {
            told = spoke && failure != EngineFailure.PROMPT_TOO_LONG ? EngineFailure.INTERRUPTED : failure;
        }
        boolean ends = end(Outcome.of(told), Usage.NONE, () -> listener.failed(told));
        if (ends && told == EngineFailure.UNREACHABLE) {
            sight.accept(ModelState.DOWN);
        } else if (ends && told == EngineFailure.MODEL_MISSING) {
            sight.accept(ModelState.MISSING);
        }
        return ends;
    }

    @Override
    public void cancel() {
        Completion stopped = new Completion(FinishReason.STOPPED, Usage.NONE);
        if (end(Outcome.STOPPED, Usage.NONE, () -> listener.done(stopped))) {
            letGo();
        }
    }

    /** Stops the engine, or leaves the queue. */
    private void letGo() {
        Engine.Call asked;
        synchronized (this) {
            asked = call;
        }
        if (asked == null) {
            ticket.leave();
        } else {
            asked.cancel();
        }
    }

    private synchronized void tell(Runnable news) {
        if (!ended) {
            mailbox.post(news);
        }
    }

    /** True if this was the end, false if it had ended already. */
    private synchronized boolean end(Outcome outcome, Usage usage, Runnable lastNews) {
        if (ended) {
            return false;
        }
        ended = true;
        if (watch != null) {
            watch.cancel(false);
        }
        mailbox.post(lastNews);
        room.tell(measuring.ended(outcome, usage));
        return true;
    }
}
