package fr.isere.iris.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Which things a person has: ids, each with its end. An index holds no content and is not sealed: its name has a pseudonym, its members
 * are random. It ends with the last of its members.
 */
@Component
public class PersonalIndexes {

    /** KEYS[1] index; ARGV: member, its end in ms, now in ms. The index lives as long as the longest-lived of its members. */
    private static final RedisScript<Long> ADD = RedisScript.of("""
            redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[3])
            local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')
            if last[2] then redis.call('PEXPIREAT', KEYS[1], string.format('%.0f', last[2])) end
            return 1
            """, Long.class);

    private final StringRedisTemplate redis;
    private final Clock clock;

    PersonalIndexes(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Adds an id to an index, or moves its end. */
    public void add(Key index, String id, Instant end) {
        redis.execute(ADD, List.of(index.name()), id, Long.toString(end.toEpochMilli()), Long.toString(clock.millis()));
    }

    /** The ids whose end has not come. */
    public List<String> ids(Key index) {
        var members = redis.opsForZSet().rangeByScore(index.name(), (double) clock.millis(), Double.POSITIVE_INFINITY);
        return members == null ? List.of() : List.copyOf(members);
    }

    /** Removes an id from an index. */
    public void remove(Key index, String id) {
        redis.opsForZSet().remove(index.name(), id);
    }
}
