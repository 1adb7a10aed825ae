package fr.isere.iris.documents;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The two limits of time of a reading. Both run while a reader is waited for only: what IRIS takes to store a page is not its fault. */
final class ReaderWatch implements AutoCloseable {

    private static final long LONGEST_PAUSE_MS = 500;
    private static final long SHORTEST_PAUSE_MS = 10;

    private final long limit;
    private final long silence;
    private final Runnable kill;
    private final Future<?> checks;
    private boolean waiting;
    private long since;
    private long spent;
    private boolean late;

    /**
     * Watches one reading.
     *
     * @param kill called once at most, when a limit has passed
     */
    ReaderWatch(ScheduledExecutorService timer, DocumentSettings settings, Runnable kill) {
        this.limit = settings.timeLimit().toNanos();
        this.silence = settings.silence().toNanos();
        this.kill = kill;
        Duration shorter =
                settings.silence().compareTo(settings.timeLimit()) < 0 ? settings.silence() : settings.timeLimit();
        long pause = Math.max(SHORTEST_PAUSE_MS, Math.min(LONGEST_PAUSE_MS, shorter.toMillis() / 4));
        this.checks = timer.scheduleWithFixedDelay(this::check, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** From now on a line is waited for. */
    synchronized void waits() {
        waiting = true;
        since = System.nanoTime();
    }

    /** It came. */
    synchronized void heard() {
        waiting = false;
        spent += System.nanoTime() - since;
    }

    synchronized boolean isLate() {
        return late;
    }

    private void check() {
        synchronized (this) {
            long silent = waiting ? System.nanoTime() - since : 0;
            if (late || (silent <= silence && spent + silent <= limit)) {
                return;
            }
            late = true;
        }
        kill.run();
    }

    @Override
    public void close() {
        checks.cancel(false);
    }
}
