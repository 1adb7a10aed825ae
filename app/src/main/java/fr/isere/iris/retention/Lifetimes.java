package fr.isere.iris.retention;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things live.
 *
 * @param idle a conversation, after its last message
 * @param max a conversation, after its first
 * @param answerLog the events of an answer, after the last one; never longer than its conversation
 */
@ConfigurationProperties("iris.retention")
public record Lifetimes(
        @DefaultValue("24h") Duration idle,
        @DefaultValue("7d") Duration max,
        @DefaultValue("30m") Duration answerLog) {

    /** Refuses what could never expire. */
    public Lifetimes {
        if (isNotPositive(idle) || isNotPositive(max) || isNotPositive(answerLog)) {
            throw new IllegalArgumentException("iris.retention: each duration must be positive");
        }
    }

    /** When a conversation ends, if nothing more is said in it after {@code lastActivity}. */
    public Instant end(Instant created, Instant lastActivity) {
        Instant idleEnd = lastActivity.plus(idle);
        Instant maxEnd = created.plus(max);
        return idleEnd.isBefore(maxEnd) ? idleEnd : maxEnd;
    }

    private static boolean isNotPositive(Duration duration) {
        return duration.isZero() || duration.isNegative();
    }
}
