package fr.isere.iris.models;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Takes the times of one answer. Not for several threads at once. */
class Measuring {

    private final ModelDescription model;
    private final Sender sender;
    private final long asked = System.nanoTime();
    private @Nullable Long entered;
    private @Nullable Long spoke;
    private String backend = "";

    Measuring(ModelDescription model, Sender sender) {
        this.model = model;
        this.sender = sender;
    }

    /** Its turn has come, on this engine; harmless when said again, after another engine failed. */
    void enters(String engine) {
        entered = entered == null ? (Long) System.nanoTime() : entered;
        backend = engine;
    }

    /** The first token came. */
    void speaks() {
        spoke = System.nanoTime();
    }

    AnswerMeasured ended(AnswerMeasured.Outcome outcome, Usage usage) {
        long now = System.nanoTime();
        long turn = entered == null ? now : entered;
        return new AnswerMeasured(
                model.id(),
                model.displayName(),
                backend,
                sender,
                Duration.ofNanos(turn - asked),
                spoke == null ? null : Duration.ofNanos(spoke - turn),
                Duration.ofNanos(now - turn),
                usage,
                outcome);
    }
}
