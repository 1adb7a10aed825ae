package fr.isere.iris.chat;

import fr.isere.iris.models.Completion;
import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.models.Generation;
import fr.isere.iris.retention.EventLog.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer that this instance generates: gathers what the engine says into numbered events, and keeps them until they are stored.
 * The engine's threads only add to memory here; storing is the business of {@link AnswerKeeper}, at its own pace.
 */
class RunningAnswer implements CompositionListener {

    private final AnswerRecord record;
    private final JsonMapper json;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder unsaid = new StringBuilder();
    private final List<Event> unstored = new ArrayList<>();
    private long lastNumber;
    private @Nullable End end;
    private @Nullable Generation generation;
    private boolean cancelled;

    RunningAnswer(AnswerRecord record, JsonMapper json) {
        this.record = record;
        this.json = json;
    }

    /**
     * How it ended: one of the two.
     *
     * @param completion complete or stopped
     * @param failure why it broke off
     */
    record End(@Nullable Completion completion, @Nullable EngineFailure failure) {}

    AnswerRecord record() {
        return record;
    }

    /** What the engine has said until now. */
    synchronized String text() {
        return text.toString();
    }

    synchronized @Nullable End end() {
        return end;
    }

    /** Takes the handle of the generation; one that was cancelled before is cancelled now. */
    void isGeneratedBy(Generation handle) {
        boolean cancelNow;
        synchronized (this) {
            generation = handle;
            cancelNow = cancelled;
        }
        if (cancelNow) {
            handle.cancel();
        }
    }

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

    /** Ends it as broken off, if it has not ended: its instance stops. */
    void abandon() {
        failed(EngineFailure.INTERRUPTED);
        cancel();
    }

    synchronized void add(String type, Object body) {
        sayWhatIsUnsaid();
        unstored.add(new Event(++lastNumber, type, json.writeValueAsString(body)));
    }

    /** The events to store, oldest first; they stay until {@link #stored}. */
    synchronized List<Event> toStore() {
        sayWhatIsUnsaid();
        return List.copyOf(unstored);
    }

    synchronized void stored(List<Event> events) {
        unstored.removeAll(events);
    }

    @Override
    public void queued(int position) {
        queued(position, null);
    }

    @Override
    public void queued(int position, @Nullable Duration about) {
        add(AnswerEvents.QUEUED, new AnswerEvents.Queued(position, about == null ? null : about.toSeconds() + 1));
    }

    @Override
    public void loading() {
        add(AnswerEvents.LOADING, new AnswerEvents.Loading());
    }

    @Override
    public void progress(int done, int total, String unit, @Nullable Duration left) {
        add(
                AnswerEvents.PROGRESS,
                new AnswerEvents.Progress(done, total, unit, left == null ? null : left.toSeconds()));
    }

    @Override
    public synchronized void token(String piece) {
        if (end == null) {
            text.append(piece);
            unsaid.append(piece);
        }
    }

    @Override
    public synchronized void done(Completion completion) {
        end = end == null ? new End(completion, null) : end;
    }

    @Override
    public synchronized void failed(EngineFailure failure) {
        end = end == null ? new End(null, failure) : end;
    }

    private void sayWhatIsUnsaid() {
        // Half a surrogate pair waits for its other half: a character is one event's.
        int length = unsaid.length();
        if (length > 0 && end == null && Character.isHighSurrogate(unsaid.charAt(length - 1))) {
            length--;
        }
        if (length > 0) {
            AnswerEvents.Token token = new AnswerEvents.Token(unsaid.substring(0, length));
            unsaid.delete(0, length);
            unstored.add(new Event(++lastNumber, AnswerEvents.TOKEN, json.writeValueAsString(token)));
        }
    }
}
