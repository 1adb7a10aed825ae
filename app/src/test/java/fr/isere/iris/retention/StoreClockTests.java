package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.MovingClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreClockTests {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final MovingClock machine = new MovingClock(NOON);
    private long uptime;
    private final StoreClock clock = new StoreClock(machine, () -> uptime);

    @Test
    void untilRedisIsHeardTheMachinesTimeGoesButNoKeyIsDestroyedByIt() {
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock.isSure()).isFalse();
    }

    @Test
    void theTimeIsThatOfRedisAndGoesOnBetweenHearings() {
        clock.heard(NOON.plusSeconds(2));
        pass(Duration.ofSeconds(10));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(12));
        assertThat(clock.isSure()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {10, -10})
    void aJumpOfThisMachinesClockMovesNoEndAndDestroysNoKey(long days) {
        clock.heard(NOON);
        machine.jump(NOON.plus(Duration.ofDays(days)));

        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock.isSure()).isFalse();
        machine.jump(NOON);
        assertThat(clock.isSure()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {10, -10})
    void aJumpOfRedisDestroysNoKey(long days) {
        clock.heard(NOON);
        clock.heard(NOON.plus(Duration.ofDays(days)));
        assertThat(clock.isSure()).isFalse();
    }

    @Test
    void aJumpOfBothIsBelievedAfterAWhile() {
        clock.heard(NOON);
        Instant later = NOON.plus(Duration.ofDays(10));
        machine.jump(later);
        clock.heard(later);
        assertThat(clock.isSure()).isFalse();

        pass(Duration.ofMinutes(30));
        clock.heard(clock.instant());
        assertThat(clock.isSure()).isFalse();
        pass(Duration.ofMinutes(31));
        clock.heard(clock.instant());
        assertThat(clock.isSure()).isTrue();
    }

    @Test
    void inAnotherZoneItIsTheSameTime() {
        ZoneId grenoble = ZoneId.of("Europe/Paris");
        Clock there = clock.withZone(grenoble);
        clock.heard(NOON.plusSeconds(2));
        pass(Duration.ofSeconds(10));

        assertThat(there.getZone()).isEqualTo(grenoble);
        assertThat(there.instant()).isEqualTo(NOON.plusSeconds(12));
    }

    private void pass(Duration time) {
        uptime += time.toNanos();
        machine.pass(time);
    }
}
