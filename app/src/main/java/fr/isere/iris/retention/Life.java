package fr.isere.iris.retention;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a conversation lives.
 *
 * @param idle after its last message
 * @param max after its first
 */
public record Life(Duration idle, Duration max) {

    /** When what began and was last active then ends. */
    public Instant end(Instant began, Instant active) {
        return earlier(active.plus(idle), began.plus(max));
    }

    /** The shorter of both, each way. */
    public Life orShorter(Life other) {
        return new Life(shorter(idle, other.idle), shorter(max, other.max));
    }

    /** The longer of both, each way. */
    public Life orLonger(Life other) {
        Life shorter = orShorter(other);
        return new Life(shorter.idle.equals(idle) ? other.idle : idle, shorter.max.equals(max) ? other.max : max);
    }

    /** The earlier of two ends. */
    public static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
