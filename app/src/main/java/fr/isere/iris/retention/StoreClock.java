package fr.isere.iris.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time of Redis, which ends what is stored there. This machine's own clock may jump: no end is reckoned by it, except until
 * Redis is heard for the first time. Between two hearings it goes on with the machine's uptime.
 */
final class StoreClock extends Clock {

    /** How far apart the clocks of Redis and of this machine may be while both are believed. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** How long a jump of both is not believed: time to put a clock right before keys are destroyed by it. */
    static final Duration DOUBT = Duration.ofHours(1);

    private final Clock machine;
    private final LongSupplier uptime;
    private volatile @Nullable Heard last;
    private volatile long doubtedUntil;
    private volatile boolean doubted;

    /** @param uptime nanoseconds that never jump, as {@link System#nanoTime} */
    StoreClock(Clock machine, LongSupplier uptime) {
        this.machine = machine;
        this.uptime = uptime;
    }

    private record Heard(Instant time, long uptime) {}

    /** Takes the time that Redis has now. */
    void heard(Instant time) {
        long now = uptime.getAsLong();
        boolean jumped = last != null && isFar(time, instant());
        last = new Heard(time, now);
        if (jumped) {
            doubted = true;
            doubtedUntil = now + DOUBT.toNanos();
        } else if (doubted && now - doubtedUntil >= 0) {
            doubted = false;
        }
    }

    /**
     * Whether the time is sure enough to destroy keys by: Redis was heard, this machine agrees with it, and neither has jumped of
     * late.
     */
    boolean isSure() {
        return last != null && !doubted && !isFar(instant(), machine.instant());
    }

    /** How far this machine's clock is ahead of Redis. */
    Duration machineAhead() {
        return Duration.between(instant(), machine.instant());
    }

    @Override
    public Instant instant() {
        Heard heard = last;
        return heard == null ? machine.instant() : heard.time().plusNanos(uptime.getAsLong() - heard.uptime());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource time = () -> instant();
        return time.withZone(zone);
    }

    private static boolean isFar(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(TOLERANCE) > 0;
    }
}
