package fr.isere.iris.models;

import fr.isere.iris.models.AnswerMeasured.Outcome;
import fr.isere.iris.tracing.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer from the queue to its end: hears the door, the engine, the clock and the one who cancels, all on their own threads,
 * and tells the listener one thing at a time, with one end. What fails before the first word is tried on another backend, once on each.
 */
class Answering implements Generation {

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

    private final EngineModel model;
    private final Question question;
    private final GenerationListener listener;
    private final Patience patience;
    private final EngineRoom room;
    private final Mailbox mailbox;
    private final Measuring measuring;
    private final Trace trace = Trace.current();
    private final long since;
    private final List<String> avoided = new ArrayList<>();

    private Attempt attempt;
    private boolean ended;
    private boolean spoke;
    private boolean heard;
    private boolean entered;
    private int pieces;
    private long lastHeard;
    private @Nullable EngineFailure failedBefore;
    private @Nullable ScheduledFuture<?> watch;

    Answering(
            EngineModel model,
            Question question,
            GenerationListener listener,
            Patience patience,
            EngineRoom room,
            Measuring measuring) {
        this.model = model;
        this.question = question;
        this.listener = listener;
        this.patience = patience;
        this.room = room;
        this.measuring = measuring;
        since = model.pool().millis();
        mailbox = new Mailbox(room.workers());
        attempt = new Attempt(this, model.pool(), room);
    }

    /** Knocks at the door. */
    void start() {
        attempt.start(model.ticket(question.request.sender(), List.of(), since));
    }

    synchronized void waits(Attempt from, int position, @Nullable Duration about) {
        if (from == attempt) {
            tell(() -> listener.queued(position, about));
        }
    }

    /** Why it was tried elsewhere says more than that elsewhere is nowhere. */
    void refused(Attempt from, EngineFailure failure) {
        EngineFailure first;
        synchronized (this) {
            first = failedBefore;
        }
        fail(from, first == null ? failure : first);
    }

    /** False if it has ended. */
    synchronized boolean begins(Attempt from, Backend on) {
        if (ended || from != attempt) {
            return false;
        }
        measuring.enters(on.name());
        entered = true;
        lastHeard = System.nanoTime();
        heard = false;
        watchFor(patience.first);
        tell(listener::entered);
        return true;
    }

    Engine.Call call(Backend backend, Attempt from) {
        return trace.around(
                () -> backend.engine(model.description()).start(question.request, question.promptTokens, from));
    }

    private synchronized void watchFor(Duration time) {
        if (watch != null) {
            watch.cancel(false);
        }
        Attempt watched = attempt;
        watch = room.timer().schedule(() -> checkPulse(watched), time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void checkPulse(Attempt watched) {
        EngineFailure failure;
        synchronized (this) {
            if (ended || watched != attempt) {
                return;
            }
            Duration left = (heard ? patience.next : patience.first).minusNanos(System.nanoTime() - lastHeard);
            if (!left.isNegative() && !left.isZero()) {
                watchFor(left);
                return;
            }
            failure = spoke ? EngineFailure.INTERRUPTED : EngineFailure.UNREACHABLE;
        }
        watched.failed(failure);
        watched.giveUp();
    }

    void loads(Attempt from) {
        model.sees(ModelState.LOADING);
        synchronized (this) {
            if (from == attempt) {
                tell(listener::loading);
            }
        }
    }

    synchronized void lives(Attempt from) {
        if (from != attempt) {
            return;
        }
        lastHeard = System.nanoTime();
        if (!heard) {
            heard = true;
            if (!ended) {
                watchFor(patience.next);
            }
        }
    }

    void says(Attempt from, String text) {
        boolean first;
        synchronized (this) {
            if (from != attempt) {
                return;
            }
            first = !spoke;
            spoke = true;
            pieces++;
            if (first) {
                measuring.speaks();
            }
            tell(() -> listener.token(text));
        }
        if (first) {
            model.sees(ModelState.READY);
        }
    }

    void ends(Attempt from, Completion completion) {
        boolean said;
        synchronized (this) {
            if (from != attempt) {
                return;
            }
            said = spoke;
        }
        int read = completion.usage().promptTokens();
        if (!said) {
            failed(from, EngineFailure.MISBEHAVING);
        } else if (read > 0 && read < question.promptWords) {
            log.warn("an engine read {} tokens of a prompt of {} words: it cut it", read, question.promptWords);
            fail(from, EngineFailure.PROMPT_TOO_LONG);
        } else {
            end(from, () -> listener.done(completion), completion.usage(), Outcome.of(completion.reason()));
        }
    }

    void failed(Attempt from, EngineFailure failure) {
        Floor.Ticket again = elsewhere(from, failure);
        if (again == null) {
            fail(from, failure);
            return;
        }
        Attempt next;
        synchronized (this) {
            next = attempt;
        }
        next.start(again);
    }

    /** The ticket of the next attempt; null if there is none. */
    private synchronized Floor.@Nullable Ticket elsewhere(Attempt from, EngineFailure failure) {
        if (ended || from != attempt || spoke || !mayGoWellElsewhere(failure)) {
            return null;
        }
        avoided.add(from.where());
        Floor.Ticket again = model.ticket(question.request.sender(), avoided, since);
        if (model.pool().offers(again).isEmpty()) {
            return null;
        }
        failedBefore = failure;
        attempt = new Attempt(this, model.pool(), room);
        if (watch != null) {
            watch.cancel(false);
        }
        return again;
    }

    private static boolean mayGoWellElsewhere(EngineFailure failure) {
        return switch (failure) {
            case UNREACHABLE, MODEL_MISSING, MISBEHAVING, BUSY -> true;
            case INTERRUPTED, PROMPT_TOO_LONG -> false;
        };
    }

    private void fail(Attempt from, EngineFailure failure) {
        EngineFailure told;
        Usage usage;
        synchronized (this) {
            told = spoke && failure != EngineFailure.PROMPT_TOO_LONG ? EngineFailure.INTERRUPTED : failure;
            usage = spoke ? atLeast() : Usage.NONE;
        }
        boolean ends = end(from, () -> listener.failed(told), usage, Outcome.of(told));
        if (ends && told == EngineFailure.UNREACHABLE) {
            model.sees(ModelState.DOWN);
        } else if (ends && told == EngineFailure.MODEL_MISSING) {
            model.sees(ModelState.MISSING);
        }
    }

    @Override
    public void cancel() {
        Attempt last;
        Usage usage;
        synchronized (this) {
            last = attempt;
            usage = entered ? atLeast() : Usage.NONE;
        }
        Completion stopped = new Completion(FinishReason.STOPPED, Usage.NONE);
        if (end(last, () -> listener.done(stopped), usage, Outcome.of(FinishReason.STOPPED))) {
            last.giveUp();
        } else if (last != current()) {
            cancel(); // it went elsewhere meanwhile
        }
    }

    /** What an engine that is not heard to its end has read and written, as far as it is known: it worked all the same. */
    private Usage atLeast() {
        return new Usage(question.promptWords, pieces);
    }

    private synchronized Attempt current() {
        return attempt;
    }

    private synchronized void tell(Runnable news) {
        if (!ended) {
            mailbox.post(news);
        }
    }

    /** True if this was the end, false if it had ended already. */
    private boolean end(Attempt from, Runnable lastNews, Usage usage, Outcome outcome) {
        synchronized (this) {
            if (ended || from != attempt) {
                return false;
            }
            ended = true;
            if (watch != null) {
                watch.cancel(false);
            }
            mailbox.post(lastNews);
            room.tell(measuring.ended(outcome, usage));
        }
        return true;
    }
}
