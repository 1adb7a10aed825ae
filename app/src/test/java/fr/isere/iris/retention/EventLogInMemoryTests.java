package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The same behaviours in the memory of one instance, and that they stay there. */
class EventLogInMemoryTests extends EventLogContract {

    @Override
    String id() {
        return ids.nextInMemory();
    }

    @Test
    void nothingReachesRedis() {
        log.append(events(1, 3), LIFE);

        assertThat(log.last()).isEqualTo(3);
        assertThat(fixture.redis.keys("*~*")).isEmpty();
    }
}
