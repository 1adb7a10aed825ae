package fr.isere.iris.models;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An answer has ended, and took so much; never what was asked or said. Published once an answer, to listeners that may be late or fail
 * without anybody who waits for an answer noticing.
 *
 * @param model catalogue id
 * @param displayName as answers bear it
 * @param backend which engine answered; empty if none was asked
 * @param sender on whose behalf
 * @param queued from the question to its turn, or to its end where that came first
 * @param firstToken from its turn to the first token; null if none came
 * @param took from its turn to its end
 * @param usage as the engine counted; zeros where it said nothing
 * @param outcome how it ended
 */
public record AnswerMeasured(
        String model,
        String displayName,
        String backend,
        Sender sender,
        Duration queued,
        @Nullable Duration firstToken,
        Duration took,
        Usage usage,
        Outcome outcome) {

    /** How an answer ended. */
    public enum Outcome {
        /** The model had said all. */
        COMPLETE,
        /** The limit of its length was reached. */
        CUT,
        /** Somebody stopped it. */
        STOPPED,
        /** See {@link EngineFailure}. */
        UNREACHABLE,
        MODEL_MISSING,
        INTERRUPTED,
        BUSY,
        PROMPT_TOO_LONG,
        MISBEHAVING;

        static Outcome of(FinishReason reason) {
            return switch (reason) {
                case COMPLETE -> COMPLETE;
                case LENGTH -> CUT;
                case STOPPED -> STOPPED;
            };
        }

        static Outcome of(EngineFailure failure) {
            return valueOf(failure.name());
        }

        /** Whether the engine or the way to it is to blame: not the person, and not the request. */
        public boolean isFault() {
            return switch (this) {
                case UNREACHABLE, MODEL_MISSING, INTERRUPTED, MISBEHAVING -> true;
                case COMPLETE, CUT, STOPPED, BUSY, PROMPT_TOO_LONG -> false;
            };
        }
    }
}
