package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThatException;

import fr.isere.iris.retention.EventLog.Event;
import fr.isere.iris.testing.RedisCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same behaviours, signals included, where an answer's keys must share their slot. */
class EventLogOnAClusterTests extends EventLogTests {

    @Override
    RetentionFixture fixture() {
        return new RetentionFixture(RedisCluster.shared());
    }

    /** What the other tests would meet if a permit did not carry its answer's tag. */
    @Test
    void aPermitOfAnotherTagIsRefusedByTheCluster() {
        try (RetentionFixture fixture = fixture()) {
            Key elsewhere = Key.of("test-permit", "another-slot");
            Key conversation = Key.of("test-conversation", "any");
            fixture.store.writeBundle(
                    conversation,
                    Revision.unstored(),
                    Map.of("header", "x"),
                    List.of(),
                    Instant.now().plusSeconds(60));
            EventLog.Log log = fixture.log.of("an-answer", conversation, elsewhere);
            List<Event> events = List.of(new Event(1, "token", "{}"));

            assertThatException()
                    .isThrownBy(() -> log.append(events, Duration.ofMinutes(1)))
                    .withStackTraceContaining("CROSSSLOT");
        }
    }
}
