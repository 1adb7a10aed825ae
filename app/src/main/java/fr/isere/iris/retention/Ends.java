package fr.isere.iris.retention;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Sees that what has ended leaves the memory of Redis at once. Redis shows nobody what has ended, but removes it when it comes across it:
 * minutes later, where 100,000 things live. So the name of each thing that holds something is noted by its end, and asking Redis how
 * long one that is due still lives has it removed. What lives longer by then than was noted is noted again.
 */
@Component
class Ends implements MeterBinder {

    static final Key INDEX = Key.of("ends", "all");

    private static final long AT_ONCE = 1000;

    /** How long the index outlives the last thing that it names, in case nobody sweeps. */
    private static final Duration SPARE = Duration.ofDays(1);

    /** KEYS[1] index; ARGV: end in ms, name, spare in ms. A name that is noted keeps the earlier end. */
    private static final RedisScript<Long> NOTE = RedisScript.of("""
            redis.call('ZADD', KEYS[1], 'LT', ARGV[1], ARGV[2])
            local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')
            redis.call('PEXPIREAT', KEYS[1], string.format('%.0f', last[2] + ARGV[3]))
            return 1
            """, Long.class);

    private final StringRedisTemplate redis;
    private final Clock clock;
    private volatile Duration overdue = Duration.ZERO;

    Ends(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        TimeGauge.builder("iris.retention.overdue", () -> overdue.toMillis(), TimeUnit.MILLISECONDS)
                .description("how long ago the oldest thing ended that the last look found in Redis")
                .register(registry);
    }

    /** Notes when something ends, if that is not noted or noted later. */
    void note(String name, Instant end) {
        redis.execute(
                NOTE, List.of(INDEX.name()), Long.toString(end.toEpochMilli()), name, Long.toString(SPARE.toMillis()));
    }

    /**
     * Has all that is due removed.
     *
     * @throws DataAccessException if Redis is away, or full: what is due stays so
     */
    void sweep() throws InterruptedException {
        Set<TypedTuple<String>> due = due();
        overdue = due.stream()
                .findFirst()
                .map(first -> Duration.ofMillis(clock.millis() - end(first)))
                .orElse(Duration.ZERO);
        while (!due.isEmpty()) {
            remove(due.stream().map(Ends::name).toList());
            due = due.size() < AT_ONCE ? Set.of() : due();
        }
    }

    private Set<TypedTuple<String>> due() {
        Set<TypedTuple<String>> due =
                redis.opsForZSet().rangeByScoreWithScores(INDEX.name(), 0, (double) clock.millis(), 0, AT_ONCE);
        return due == null ? Set.of() : due;
    }

    private void remove(List<String> names) throws InterruptedException {
        RedisClusterAsyncCommands<byte[], byte[]> commands = Replies.of(redis);
        Map<String, RedisFuture<Long>> left = new LinkedHashMap<>();
        names.forEach(name -> left.put(name, commands.pttl(name.getBytes(StandardCharsets.UTF_8))));
        List<String> over = new ArrayList<>();
        Map<String, Instant> alive = new LinkedHashMap<>();
        for (Map.Entry<String, RedisFuture<Long>> asked : left.entrySet()) {
            long millis = Replies.await(asked.getValue());
            if (millis < 0) {
                over.add(asked.getKey());
            } else {
                alive.put(asked.getKey(), clock.instant().plusMillis(millis));
            }
        }
        // First what makes room.
        if (!over.isEmpty()) {
            redis.opsForZSet().remove(INDEX.name(), over.toArray());
        }
        alive.forEach((name, end) -> redis.opsForZSet().add(INDEX.name(), name, (double) end.toEpochMilli()));
    }

    private static String name(TypedTuple<String> member) {
        @Nullable String name = member.getValue();
        return name == null ? "" : name;
    }

    private static long end(TypedTuple<String> member) {
        @Nullable Double score = member.getScore();
        return score == null ? 0 : score.longValue();
    }
}
