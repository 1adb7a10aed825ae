package fr.isere.iris.summaries;

import fr.isere.iris.chat.CompositionListener;
import fr.isere.iris.models.Completion;
import fr.isere.iris.models.EngineFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the listener of a composition hears, whoever tells it: one thing at a time, and nothing after the end. */
final class Voice {

    private static final String UNIT = "pages";

    private final CompositionListener listener;
    private boolean ended;
    private int toldPosition;

    Voice(CompositionListener listener) {
        this.listener = listener;
    }

    synchronized void waits(int position, @Nullable Duration about) {
        if (!ended && position != toldPosition) {
            toldPosition = position;
            listener.queued(position, about);
        }
    }

    synchronized void loads() {
        if (!ended) {
            listener.loading();
        }
    }

    synchronized void read(int done, int total, @Nullable Duration left) {
        if (!ended) {
            toldPosition = 0;
            listener.progress(done, total, UNIT, left);
        }
    }

    synchronized void says(String piece) {
        if (!ended) {
            listener.token(piece);
        }
    }

    synchronized void done(Completion completion) {
        if (!ended) {
            ended = true;
            listener.done(completion);
        }
    }

    synchronized void failed(EngineFailure failure) {
        if (!ended) {
            ended = true;
            listener.failed(failure);
        }
    }
}
