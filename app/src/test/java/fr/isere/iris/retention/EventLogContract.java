package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import fr.isere.iris.retention.EventLog.Event;
import fr.isere.iris.testing.RedisForTests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the log of an answer promises, wherever it is kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EventLogContract {

    static final Duration LIFE = Duration.ofMinutes(1);

    final Ids ids = new Ids();
    RetentionFixture fixture;
    EventLog.Log log;
    String answer;
    private Key permit;
    private Key conversation;

    @BeforeAll
    void connect() {
        fixture = fixture();
    }

    /** On the Redis that these tests run on. */
    RetentionFixture fixture() {
        return new RetentionFixture(RedisForTests.shared());
    }

    @AfterAll
    void disconnect() {
        fixture.close();
    }

    /** An id of what is kept where these tests are about. */
    String id() {
        return ids.next();
    }

    @BeforeEach
    void open() {
        answer = id();
        permit = Key.of("test-permit", answer);
        fixture.store.put(permit, "1", LIFE);
        conversation = Key.of("test-conversation", id()).ownedBy("camille");
        fixture.store.writeBundle(
                conversation,
                Revision.unstored(),
                Map.of("header", "x"),
                List.of(),
                Instant.now().plus(LIFE));
        log = fixture.log.of(answer, conversation, permit);
    }

    @Test
    void aReaderResumesAnywhereWithoutALostOrDoubledEvent() {
        List<Event> events = events(1, 1200);
        log.append(events.subList(0, 700), LIFE);
        log.append(events.subList(700, 1200), LIFE);

        for (long after : new long[] {0, 1, 499, 700, 1199}) {
            List<Event> read = new ArrayList<>();
            long last = after;
            for (List<Event> page = log.read(last); !page.isEmpty(); page = log.read(last)) {
                read.addAll(page);
                last = page.get(page.size() - 1).number();
            }
            assertThat(read).isEqualTo(events.subList((int) after, 1200));
        }
        assertThat(log.last()).isEqualTo(1200);
    }

    @Test
    void appendingAgainWhatStandsDoublesNothing() {
        log.append(events(1, 3), LIFE);
        log.append(events(2, 5), LIFE);

        assertThat(log.read(0)).isEqualTo(events(1, 5));
    }

    @Test
    void nothingIsAppendedOnceThePermitIsErased() {
        log.append(events(1, 1), LIFE);
        fixture.store.delete(List.of(permit, fixture.log.key(answer)));

        assertThat(log.append(events(2, 2), LIFE)).isFalse();
        assertThat(fixture.store.exists(fixture.log.key(answer))).isFalse();
        assertThat(log.last()).isZero();
    }

    @Test
    void nothingIsLeftOfALogThatIsErasedWhileItIsWritten() {
        for (int round = 0; round < 300; round++) {
            String erased = id();
            Key own = Key.of("test-permit", erased);
            fixture.store.put(own, "1", LIFE);
            EventLog.Log written = fixture.log.of(erased, conversation, own);
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                long number = 1;
                while (written.append(events(number, number), LIFE)) {
                    number++;
                }
            });
            await().pollInterval(Duration.ofMillis(1)).until(() -> written.last() > 0);
            fixture.store.delete(List.of(own, fixture.log.key(erased)));
            writing.join();

            assertThat(fixture.store.exists(fixture.log.key(erased))).isFalse();
        }
    }

    @Test
    void theLogAndItsPermitEndUnlessSomethingIsAppended() {
        log.append(events(1, 1), Duration.ofMillis(200));

        await().atMost(Duration.ofSeconds(3)).until(() -> log.last() == 0);
        assertThat(log.append(events(2, 2), LIFE)).isFalse();
    }

    @Test
    void readersAreWokenUntilTheyLeave() {
        AtomicInteger woken = new AtomicInteger();
        Signals.Subscription subscription = log.whenAppended(woken::incrementAndGet);
        log.append(events(1, 1), LIFE);
        await().untilAtomic(woken, is(1));

        subscription.close();
        AtomicInteger other = new AtomicInteger();
        Signals.Subscription witness = log.whenAppended(other::incrementAndGet);
        log.append(events(2, 2), LIFE);
        await().untilAtomic(other, is(1));
        assertThat(woken).hasValue(1);
        witness.close();
    }

    static List<Event> events(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(number -> new Event(number, "token", "{\"text\":\"mot " + number + "\"}"))
                .toList();
    }
}
