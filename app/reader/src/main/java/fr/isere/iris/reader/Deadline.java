package fr.isere.iris.reader;

import java.time.Duration;

/**
 * A moment past which something does not go on.
 *
 * @param at as {@link System#nanoTime()} counts
 */
public record Deadline(long at) {

    /** So long from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Whichever comes first, this one or one that is so long from now. */
    public Deadline orIn(Duration time) {
        Deadline other = in(time);
        return at - other.at < 0 ? this : other;
    }

    /** Whether it has come. */
    public boolean passed() {
        return at - System.nanoTime() <= 0;
    }

    /** What is left until then, never less than nothing. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, at - System.nanoTime()));
    }
}
