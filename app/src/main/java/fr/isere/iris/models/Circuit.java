package fr.isere.iris.models;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps requests away from a backend that fails them though it looks well. It opens after so many failures in a row; after a pause, twice
 * as long each time, one request is let through, and what becomes of that closes it or opens it again.
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
    private boolean trial;

    /** @param nanos as {@link System#nanoTime} */
    Circuit(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether a request may go there now. */
    synchronized boolean allows() {
        return !open || (!trial && nanos.getAsLong() - openUntil >= 0);
    }

    synchronized boolean isOpen() {
        return open;
    }

    /** A request goes there. */
    synchronized void begins() {
        trial = open;
    }

    /** It spoke. */
    synchronized void succeeded() {
        failures = 0;
        open = false;
        trial = false;
        pause = FIRST_PAUSE;
    }

    /** It failed, and its request was not to blame. */
    synchronized void failed() {
        failures++;
        trial = false;
        if (open) {
            pause = Math.min(2 * pause, LONGEST_PAUSE);
            openUntil = nanos.getAsLong() + pause;
        } else if (failures >= FAILURES) {
            open = true;
            openUntil = nanos.getAsLong() + pause;
        }
    }

    /** Nothing was learned of it: it was stopped first, or its request was to blame. */
    synchronized void toldNothing() {
        trial = false;
    }
}
