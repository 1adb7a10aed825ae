package fr.isere.iris.models;

import fr.isere.iris.models.Admission.Visit;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One try of an answer, on one backend: from the queue to the end of the call. Its answer decides what its news mean. */
class Attempt implements Admission.Guest, Engine.CallListener {

    private static final Logger log = LoggerFactory.getLogger(Attempt.class);

    private final Answering answer;
    private final Pool pool;
    private final EngineRoom room;
    private final Runnable silenced = this::fellSilent;

    private @Nullable Visit visit;
    private @Nullable Backend backend;
    private Circuit.@Nullable Try trying;
    private String place = "";
    private Engine.@Nullable Call call;
    private boolean begun;
    private boolean givenUp;
    private boolean left;
    private boolean heard;
    private boolean told;

    Attempt(Answering answer, Pool pool, EngineRoom room) {
        this.answer = answer;
        this.pool = pool;
        this.room = room;
    }

    /** Knocks at the door. */
    void start(Floor.Ticket ticket) {
        Visit mine = pool.door().admit(ticket, this);
        boolean leaves;
        synchronized (this) {
            visit = mine;
            leaves = left;
        }
        if (leaves) {
            mine.leave();
        }
    }

    /** Name of the backend that it is on; empty while it waits. */
    synchronized String where() {
        return place;
    }

    @Override
    public void waits(int position, @Nullable Duration about) {
        answer.waits(this, position, about);
    }

    @Override
    public void refused(EngineFailure failure) {
        answer.refused(this, failure);
    }

    @Override
    public void enters(String name) {
        room.workers().execute(() -> ask(name));
    }

    private void ask(String name) {
        Backend chosen = pool.find(name).orElse(null);
        synchronized (this) {
            place = name;
        }
        if (chosen == null) {
            leave();
            answer.failed(this, EngineFailure.UNREACHABLE); // another instance knows a backend that this one does not
        } else if (!answer.begins(this, chosen) || !begins(chosen)) {
            leave();
        } else {
            begin(chosen);
        }
    }

    /** In one step: whoever gives it up tells the circuit either before it heard of this attempt, or after. */
    private synchronized boolean begins(Backend chosen) {
        backend = chosen;
        begun = !givenUp;
        if (begun) {
            trying = chosen.circuit().begins();
            chosen.waitsForAWord(silenced);
        }
        return begun;
    }

    private void begin(Backend chosen) {
        try {
            Engine.Call asked = answer.call(chosen, this);
            var unused = asked.released().thenRun(this::leave);
            boolean cancelNow;
            synchronized (this) {
                call = asked;
                cancelNow = givenUp;
            }
            if (cancelNow) {
                asked.cancel();
            }
        } catch (RuntimeException failure) {
            log.error(
                    "a call to an engine could not be made: {}",
                    failure.getClass().getName());
            leave();
            failed(EngineFailure.MISBEHAVING);
        }
    }

    private void leave() {
        Visit mine;
        synchronized (this) {
            left = true;
            mine = visit;
        }
        if (mine != null) {
            mine.leave();
        }
    }

    /** Stops the engine, or leaves the queue. */
    void giveUp() {
        Engine.Call asked;
        boolean waits;
        synchronized (this) {
            givenUp = true;
            asked = call;
            waits = !begun;
        }
        tellCircuit(Circuit.Try::toldNothing);
        if (asked != null) {
            asked.cancel();
        } else if (waits) {
            leave();
        }
    }

    /** Its backend does not answer any more; what has not spoken yet will not. */
    private void fellSilent() {
        synchronized (this) {
            if (heard) {
                return;
            }
        }
        failed(EngineFailure.UNREACHABLE);
        giveUp();
    }

    @Override
    public void loading() {
        answer.loads(this);
    }

    @Override
    public void alive() {
        synchronized (this) {
            heard = true;
        }
        answer.lives(this);
    }

    @Override
    public void token(String text) {
        alive();
        tellCircuit(Circuit.Try::succeeded);
        answer.says(this, text);
    }

    @Override
    public void done(Completion completion) {
        tellCircuit(Circuit.Try::toldNothing);
        answer.ends(this, completion);
    }

    @Override
    public void failed(EngineFailure failure) {
        Backend silent = whereNothingWasHeard();
        boolean itsFault = failure == EngineFailure.UNREACHABLE || failure == EngineFailure.MISBEHAVING;
        tellCircuit(itsFault ? Circuit.Try::failed : Circuit.Try::toldNothing);
        if (silent != null && failure == EngineFailure.UNREACHABLE) {
            silent.wasUnreachable();
        }
        if (failure != EngineFailure.BUSY && failure != EngineFailure.PROMPT_TOO_LONG) {
            var unused = pool.look();
        }
        answer.failed(this, failure);
    }

    private synchronized @Nullable Backend whereNothingWasHeard() {
        return told || heard ? null : backend;
    }

    /** Once, whatever comes first. */
    private void tellCircuit(Consumer<Circuit.Try> news) {
        Backend here;
        Circuit.Try mine;
        synchronized (this) {
            here = backend;
            mine = trying;
            if (told || here == null || mine == null) {
                return;
            }
            told = true;
        }
        here.waitsNoMore(silenced);
        news.accept(mine);
    }
}
