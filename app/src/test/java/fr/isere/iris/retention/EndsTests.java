package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.testing.RedisForTests;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What has ended leaves the memory of a Redis that holds so much else that it would come across it minutes later. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndsTests {

    private static final int ELSE = 30_000;
    private static final int ENDING = 50;

    private final Ids ids = new Ids();
    private final RedisForTests redis = RedisForTests.start();
    private RetentionFixture fixture;

    @BeforeAll
    void fill() throws InterruptedException {
        fixture = new RetentionFixture(redis);
        RedisClusterAsyncCommands<byte[], byte[]> commands = Replies.of(fixture.redis);
        List<RedisFuture<String>> written = IntStream.range(0, ELSE)
                .mapToObj(i -> commands.setex(("else:" + i).getBytes(StandardCharsets.UTF_8), 3600, new byte[0]))
                .toList();
        for (RedisFuture<String> one : written) {
            Replies.await(one);
        }
    }

    @AfterAll
    void stop() {
        fixture.close();
        redis.close();
    }

    @Test
    void whatHasEndedIsOutOfMemoryAfterTheNextSweep() throws InterruptedException {
        long before = redis.size();
        Instant end = Instant.now().plusMillis(500);
        List<Key> keys = IntStream.range(0, ENDING).mapToObj(i -> key()).toList();
        keys.forEach(key -> fixture.write(key, "x", end));
        await().until(() -> Instant.now().isAfter(end));
        fixture.ends.sweep();

        assertThat(redis.size()).isLessThanOrEqualTo(before + 1); // the index
        assertThat(noted())
                .doesNotContainAnyElementsOf(keys.stream().map(Key::name).toList());
    }

    @Test
    void whatLivesLongerThanWasNotedLivesAndIsNotedAgain() throws InterruptedException {
        Key key = key();
        Instant soon = Instant.now().plusMillis(300);
        Revision first = fixture.store
                .writeBundle(key, Revision.unstored(), Map.of("a", "1"), List.of(), soon)
                .orElseThrow();
        fixture.store.writeBundle(key, first, Map.of(), List.of(), soon.plusSeconds(600));
        await().until(() -> Instant.now().isAfter(soon));
        fixture.ends.sweep();

        assertThat(fixture.store.readBundle(key)).isPresent();
        assertThat(fixture.redis.opsForZSet().score(Ends.INDEX.name(), key.name()))
                .isGreaterThan((double) soon.plusSeconds(590).toEpochMilli());
    }

    @Test
    void whatEndsEarlierThanItWouldHaveIsSeenToEarlier() throws InterruptedException {
        Key key = key();
        fixture.store.put(key, "x", Duration.ofHours(1));
        Instant soon = Instant.now().plusMillis(300);
        fixture.store.endBy(key, soon);
        await().until(() -> Instant.now().isAfter(soon));
        fixture.ends.sweep();

        assertThat(noted()).doesNotContain(key.name());
    }

    @Test
    void theIndexOutlivesWhatItNamesAndHasAnEnd() {
        fixture.store.put(key(), "x", Duration.ofHours(2));

        assertThat(Duration.ofSeconds(fixture.redis.getExpire(Ends.INDEX.name())))
                .isBetween(Duration.ofHours(25), Duration.ofHours(27));
    }

    private List<String> noted() {
        return List.copyOf(Objects.requireNonNull(fixture.redis.opsForZSet().range(Ends.INDEX.name(), 0, -1)));
    }

    private Key key() {
        return Key.of("test-ending", ids.next());
    }
}
