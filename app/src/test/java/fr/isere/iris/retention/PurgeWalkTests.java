package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.isere.iris.testing.RedisForTests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PurgeWalkTests {

    private static final PurgeProof.Ring RING = new PurgeProof.Ring(0, 0, null, null);
    private static final PurgeProof.Time TIME = new PurgeProof.Time(true, Duration.ZERO);
    private static final Life WEEK = new Life(Duration.ofDays(1), Duration.ofDays(7));

    private final Ids ids = new Ids();
    private RetentionFixture fixture;

    @BeforeAll
    void connect() {
        fixture = fixture();
    }

    /** On the Redis that these tests run on. */
    RetentionFixture fixture() {
        return new RetentionFixture(RedisForTests.start());
    }

    @AfterAll
    void disconnect() {
        fixture.close();
    }

    @BeforeEach
    void empty() {
        fixture.flush();
    }

    @Test
    void everyKeyIsCountedByItsKind() throws InterruptedException {
        for (int i = 0; i < 1000; i++) {
            fixture.store.put(Key.of("answer", ids.next()), "x", Duration.ofMinutes(5));
        }
        Key conversation = conversation(Instant.now().plusSeconds(3600));
        fixture.store.erase(
                conversation(Instant.now().plusSeconds(60)), Instant.now().plusSeconds(600));

        PurgeProof proof = walk(WEEK);
        assertThat(proof.keys())
                .isEqualTo(Map.of("answer", 1000L, "conversation", 1L, "erased:conversation", 1L, "ends", 1L));
        assertThat(proof.withoutEnd()).isZero();
        assertThat(proof.foreign()).isZero();
        assertThat(proof.oldest()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(proof.nextEnd()).isCloseTo(Instant.now().plusSeconds(300), within(10, ChronoUnit.SECONDS));
        assertThat(fixture.store.exists(conversation)).isTrue();
    }

    @Test
    void aKeyWithoutAnEndAndOneThatIsNotOursAreFound() throws InterruptedException {
        fixture.redis.opsForValue().set("iris:answer:{x}", "planted");
        fixture.redis.opsForValue().set("something", "else");

        PurgeProof proof = walk(WEEK);
        assertThat(proof.withoutEnd()).isEqualTo(1);
        assertThat(proof.foreign()).isEqualTo(1);
    }

    @Test
    void whatOnlyHasTheNameOfAConversationIsCountedAndStopsNothing() throws InterruptedException {
        fixture.redis.opsForValue().set("iris:conversation:{planted}", "no hash", Duration.ofMinutes(1));
        fixture.redis.opsForHash().put("iris:conversation:{other}", Shelf.BEGAN, "yesterday");
        fixture.redis.expire("iris:conversation:{other}", Duration.ofMinutes(1));
        conversation(Instant.now().plusSeconds(60));

        PurgeProof proof = walk(WEEK);
        assertThat(proof.keys()).containsEntry("conversation", 3L);
        assertThat(proof.foreign()).isEqualTo(2);
        assertThat(proof.oldest()).isNotNull();
    }

    @Test
    void aShorterPolicyShortensWhatExistsAndALongerOneLengthensNothing() throws InterruptedException {
        Key key = conversation(Instant.now().plus(Duration.ofHours(20)));

        assertThat(walk(new Life(Duration.ofDays(3), Duration.ofDays(30))).shortened())
                .isZero();
        assertThat(hoursLeft(key)).isCloseTo(20, within(1L));
        assertThat(walk(new Life(Duration.ofHours(2), Duration.ofDays(7))).shortened())
                .isEqualTo(1);
        assertThat(hoursLeft(key)).isLessThanOrEqualTo(2);
        assertThat(walk(WEEK).shortened()).isZero();
        assertThat(hoursLeft(key)).isLessThanOrEqualTo(2);
        assertThat(fixture.store.readBundle(key)).isPresent();
    }

    @Test
    void documentsAreShortenedAsConversationsAre() throws InterruptedException {
        List<String> kinds = List.of("document", "documents", "summary-parts", "vectors", "feedback-votes");
        List<Key> keys = kinds.stream().map(kind -> Key.of(kind, ids.next())).toList();
        Instant end = Instant.now().plus(Duration.ofHours(20));
        keys.forEach(key -> fixture.store.writeBundle(key, Revision.unstored(), Map.of("a", "x"), List.of(), end));

        PurgeProof proof = walk(new Life(Duration.ofHours(2), Duration.ofDays(7)));
        assertThat(kinds).allSatisfy(kind -> assertThat(proof.keys()).containsEntry(kind, 1L));
        assertThat(keys).allSatisfy(key -> assertThat(hoursLeft(key)).isLessThanOrEqualTo(2));
        assertThat(proof.oldest()).isNull();
    }

    /** Counts and what was attached for référents have ends of their own, which no conversation shortens. */
    @Test
    void feedbackIsCountedByItsKindAndKeepsItsOwnEnd() throws InterruptedException {
        List<String> kinds = List.of("feedback-month", "feedback-hours", "feedback-share", "feedback-attached");
        List<Key> keys = kinds.stream().map(kind -> Key.of(kind, ids.next())).toList();
        Instant end = Instant.now().plus(Duration.ofDays(30));
        keys.forEach(key -> fixture.store.writeBundle(key, Revision.unstored(), Map.of("a", "x"), List.of(), end));

        PurgeProof proof = walk(WEEK);
        assertThat(kinds).allSatisfy(kind -> assertThat(proof.keys()).containsEntry(kind, 1L));
        assertThat(proof.withoutEnd() + proof.foreign() + proof.shortened()).isZero();
        assertThat(keys).allSatisfy(key -> assertThat(hoursLeft(key)).isGreaterThan(29 * 24L));
    }

    @Test
    void releasesAreCountedByTheirKindAndKeepTheirOwnEnd() throws InterruptedException {
        List<String> kinds = List.of("releases", "release-report", "release-work", "release-watch");
        List<Key> keys = kinds.stream().map(kind -> Key.of(kind, ids.next())).toList();
        Instant end = Instant.now().plus(Duration.ofDays(395));
        keys.forEach(key -> fixture.store.writeBundle(key, Revision.unstored(), Map.of("a", "x"), List.of(), end));

        PurgeProof proof = walk(WEEK);
        assertThat(kinds).allSatisfy(kind -> assertThat(proof.keys()).containsEntry(kind, 1L));
        assertThat(proof.withoutEnd() + proof.foreign() + proof.shortened()).isZero();
        assertThat(keys).allSatisfy(key -> assertThat(hoursLeft(key)).isGreaterThan(394 * 24L));
    }

    @Test
    void countsOfAcceptancesAreNoConversationsAndKeepTheirEnd() throws InterruptedException {
        Key count = Key.of("charter-count", "2025-06");
        Instant end = Instant.now().plus(Duration.ofDays(395));
        fixture.store.writeBundle(count, Revision.unstored(), Map.of("people", "7"), List.of(), end);

        PurgeProof proof = walk(WEEK);
        assertThat(proof.keys()).containsEntry("charter-count", 1L);
        assertThat(proof.withoutEnd()).isZero();
        assertThat(proof.shortened()).isZero();
        assertThat(hoursLeft(count)).isGreaterThan(394L * 24);
    }

    @Test
    void theQueueWhatIsDrainedAndQuotasAreCountedAndKeepTheirEnd() throws InterruptedException {
        List<Key> keys = Stream.of("slots", "drained", "quota")
                .map(kind -> Key.of(kind, "x"))
                .toList();
        Instant end = Instant.now().plus(Duration.ofDays(90));
        keys.forEach(key -> fixture.store.writeBundle(key, Revision.unstored(), Map.of("a", "x"), List.of(), end));

        PurgeProof proof = walk(WEEK);
        assertThat(proof.keys())
                .containsEntry("slots", 1L)
                .containsEntry("drained", 1L)
                .containsEntry("quota", 1L);
        assertThat(proof.withoutEnd() + proof.foreign() + proof.shortened()).isZero();
        assertThat(keys).allSatisfy(key -> assertThat(hoursLeft(key)).isGreaterThan(89 * 24L));
    }

    private long hoursLeft(Key key) {
        return fixture.redis.getExpire(key.name()) / 3600;
    }

    private Key conversation(Instant end) {
        Key key = Key.of("conversation", ids.next()).ownedBy("nadia");
        fixture.store.writeBundle(key, Revision.unstored(), Map.of("header", "x"), List.of(), end);
        return key;
    }

    private PurgeProof walk(Life longest) throws InterruptedException {
        return new PurgeWalk(fixture.commands(), longest, Clock.systemUTC()).walk(Duration.ZERO, RING, TIME);
    }
}
