package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The log on Redis. */
class EventLogTests extends EventLogContract {

    @Test
    void theLogHasAnEndFromItsFirstEvent() {
        log.append(events(1, 1), LIFE);

        assertThat(fixture.redis.getExpire(fixture.log.key(answer).name())).isBetween(1L, 60L);
    }
}
