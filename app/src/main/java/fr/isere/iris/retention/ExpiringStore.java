package fr.isere.iris.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Values that expire: each write sets the value and the time of its end in one atomic step, so that nothing can stay by accident.
 * Three shapes: a plain value, a {@link Bundle} of fields that share one end, and a person's index of ids.
 *
 * <p>Every value passes through this class on its way to Redis and back.
 */
@Component
public class ExpiringStore {

    private static final String VERSION = "v";

    /** KEYS[1] bundle; ARGV: expected version, end in ms, number of fields to set, field, value…, fields to remove… */
    private static final RedisScript<Long> WRITE_BUNDLE = RedisScript.of("""
            local version = tonumber(redis.call('HGET', KEYS[1], 'v') or '0')
            if version ~= tonumber(ARGV[1]) then return 0 end
            local sets = tonumber(ARGV[3])
            for i = 0, sets - 1 do redis.call('HSET', KEYS[1], ARGV[4 + 2 * i], ARGV[5 + 2 * i]) end
            for i = 4 + 2 * sets, #ARGV do redis.call('HDEL', KEYS[1], ARGV[i]) end
            redis.call('HSET', KEYS[1], 'v', version + 1)
            redis.call('PEXPIREAT', KEYS[1], ARGV[2])
            return 1
            """, Long.class);

    /** KEYS[1] index; ARGV: member, its end in ms, now in ms. The index lives as long as the longest-lived of its members. */
    private static final RedisScript<Long> ADD_TO_INDEX = RedisScript.of("""
            redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[3])
            local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')
            if last[2] then redis.call('PEXPIREAT', KEYS[1], string.format('%.0f', last[2])) end
            return 1
            """, Long.class);

    private final StringRedisTemplate redis;
    private final Clock clock;

    ExpiringStore(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * Fields that share one end.
     *
     * @param version grows with each write; what {@link #writeBundle} compares
     * @param fields by name
     */
    public record Bundle(long version, Map<String, String> fields) {}

    /** Writes a value that ends after {@code life}. */
    public void put(Key key, String value, Duration life) {
        redis.opsForValue().set(key.name(), value, life);
    }

    /** The value, while it lives. */
    public Optional<String> get(Key key) {
        return Optional.ofNullable(redis.opsForValue().get(key.name()));
    }

    /** Whether something lives under this key. */
    public boolean exists(Key key) {
        return Boolean.TRUE.equals(redis.hasKey(key.name()));
    }

    /** Erases; harmless where nothing is. */
    public void delete(Collection<Key> keys) {
        // One by one: the keys of a conversation's parts live on several nodes of a cluster.
        keys.forEach(key -> redis.unlink(key.name()));
    }

    /** The whole bundle, while it lives. */
    public Optional<Bundle> readBundle(Key key) {
        Map<String, String> fields =
                new HashMap<>(redis.<String, String>opsForHash().entries(key.name()));
        @Nullable String version = fields.remove(VERSION);
        return version == null ? Optional.empty() : Optional.of(new Bundle(Long.parseLong(version), fields));
    }

    /** Only these fields of the bundle, while it lives; a field that it does not have is left out. */
    public Optional<Bundle> readBundle(Key key, List<String> names) {
        List<String> asked = new ArrayList<>(names);
        asked.add(VERSION);
        List<@Nullable String> values = redis.<String, String>opsForHash().multiGet(key.name(), asked);
        @Nullable String version = values.get(names.size());
        if (version == null) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            @Nullable String value = values.get(i);
            if (value != null) {
                fields.put(names.get(i), value);
            }
        }
        return Optional.of(new Bundle(Long.parseLong(version), fields));
    }

    /**
     * Writes fields and the end of the bundle, if nobody wrote since it was read.
     *
     * @param expectedVersion as read; 0 creates
     * @param removed names of fields to remove
     * @return false if somebody wrote meanwhile, or if the bundle has ended: read again and decide again
     */
    public boolean writeBundle(
            Key key, long expectedVersion, Map<String, String> fields, Collection<String> removed, Instant end) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Long.toString(expectedVersion));
        arguments.add(Long.toString(end.toEpochMilli()));
        arguments.add(Integer.toString(fields.size()));
        fields.forEach((name, value) -> {
            arguments.add(name);
            arguments.add(value);
        });
        arguments.addAll(removed);
        return run(WRITE_BUNDLE, key, arguments) == 1;
    }

    /** Adds an id to an index, or moves its end. */
    public void addToIndex(Key index, String id, Instant end) {
        run(
                ADD_TO_INDEX,
                index,
                List.of(
                        id,
                        Long.toString(end.toEpochMilli()),
                        Long.toString(clock.instant().toEpochMilli())));
    }

    /** The ids whose end has not come. */
    public List<String> index(Key index) {
        var members = redis.opsForZSet()
                .rangeByScore(index.name(), (double) clock.instant().toEpochMilli(), Double.POSITIVE_INFINITY);
        return members == null ? List.of() : List.copyOf(members);
    }

    /** Removes an id from an index. */
    public void removeFromIndex(Key index, String id) {
        redis.opsForZSet().remove(index.name(), id);
    }

    private long run(RedisScript<Long> script, Key key, List<String> arguments) {
        @Nullable Long result = redis.execute(script, List.of(key.name()), arguments.toArray());
        return result == null ? 0 : result;
    }
}
