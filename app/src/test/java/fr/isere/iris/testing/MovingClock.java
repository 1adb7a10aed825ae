package fr.isere.iris.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock in the hands of the test. */
public final class MovingClock extends Clock {

    private volatile Instant now;

    /** One that stands there. */
    public MovingClock(Instant now) {
        this.now = now;
    }

    /** Has time pass. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Has it jump. */
    public void jump(Instant time) {
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
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
}
