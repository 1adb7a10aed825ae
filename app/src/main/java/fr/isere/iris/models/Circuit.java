package fr.isere.iris.models;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps requests away from a backend that fails them though it looks well. It opens after so many failures in a row; after a pause, one
 * request is let through, and what becomes of that closes it or opens it again, for twice as long. What was under way when it opened and
 * fails too is of the same burst, and lengthens nothing.
 */
class Circuit {

    private static final int FAILURES = 3;
    private static final long FIRST_PAUSE = Duration.ofSeconds(5).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private int failures;
    private long pause = FIRST_PAUSE;
    private long openUntil;
    private boolean open;
    private @Nullable Try trial;

    /** @param nanos as {@link System#nanoTime} */
    Circuit(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether a request may go there now. */
    synchronized boolean allows() {
        return !open || (trial == null && nanos.getAsLong() - openUntil >= 0);
    }

    synchronized boolean isOpen() {
        return open;
    }

    /** A request goes there: whoever sends it says what becomes of it. */
    synchronized Try begins() {
        Try request = new Try();
        if (open && allows()) {
            trial = request;
        }
        return request;
    }

    /** One request. It says what became of it once. */
    final class Try {

        /** It spoke. */
        void succeeded() {
            close();
        }

        /** It failed, and its request was not to blame. */
        void failed() {
            count(this);
        }

        /** Nothing was learned of it: it was stopped first, or its request was to blame. */
        void toldNothing() {
            letAnotherIfThisWasTheTrial(this);
        }
    }

    /** It is well again, as far as anybody can tell. */
    synchronized void close() {
        failures = 0;
        open = false;
        trial = null;
        pause = FIRST_PAUSE;
    }

    private synchronized void count(Try request) {
        failures++;
        if (!open) {
            if (failures >= FAILURES) {
                opens();
            }
        } else if (request == trial) {
            pause = Math.min(2 * pause, LONGEST_PAUSE);
            opens();
        }
    }

    private void opens() {
        open = true;
        trial = null;
        openUntil = nanos.getAsLong() + pause;
    }

    private synchronized void letAnotherIfThisWasTheTrial(Try request) {
        if (request == trial) {
            trial = null;
        }
    }
}
