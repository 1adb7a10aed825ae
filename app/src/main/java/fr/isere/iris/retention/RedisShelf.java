package fr.isere.iris.retention;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.RecordId;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.StreamOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The shelf that all instances share. A log is a stream whose entries have their number as id ({@code n-0}). What begins is noted by its
 * end, so that it is out of memory when it has ended; whoever lives longer then is found to.
 */
@Component
class RedisShelf implements Shelf {

    /**
     * KEYS[1] bundle; ARGV: expected number, end in ms, now in ms, number of fields to set, field, value…, fields to remove…
     * It removes first: a Redis that is full stops no script that has written, and so takes what makes room.
     */
    private static final RedisScript<Long> WRITE_BUNDLE = RedisScript.of("""
            local number = tonumber(redis.call('HGET', KEYS[1], 'v') or '0')
            if number ~= tonumber(ARGV[1]) then return 0 end
            local sets = tonumber(ARGV[4])
            for i = 5 + 2 * sets, #ARGV do redis.call('HDEL', KEYS[1], ARGV[i]) end
            for i = 0, sets - 1 do redis.call('HSET', KEYS[1], ARGV[5 + 2 * i], ARGV[6 + 2 * i]) end
            redis.call('HSET', KEYS[1], 'v', string.format('%.0f', number + 1))
            redis.call('HSETNX', KEYS[1], 't', ARGV[3])
            redis.call('PEXPIREAT', KEYS[1], ARGV[2])
            return 1
            """, Long.class);

    /** KEYS[1] anything; ARGV: end in ms, now in ms. */
    private static final RedisScript<Long> END_BY = RedisScript.of("""
            if redis.call('PTTL', KEYS[1]) > ARGV[1] - ARGV[2] then redis.call('PEXPIREAT', KEYS[1], ARGV[1]) end
            return 1
            """, Long.class);

    /** KEYS: permit, log; ARGV: first number, life in ms, then each entry. Numbers that stand already are skipped. */
    private static final RedisScript<Long> APPEND = RedisScript.of("""
            if redis.call('EXISTS', KEYS[1]) == 0 then return -1 end
            local last = redis.call('XREVRANGE', KEYS[2], '+', '-', 'COUNT', 1)
            local stands = 0
            if last[1] then stands = tonumber(string.match(last[1][1], '^(%d+)')) end
            local number = tonumber(ARGV[1])
            for i = 3, #ARGV do
              if number > stands then redis.call('XADD', KEYS[2], number .. '-0', 'e', ARGV[i]) end
              number = number + 1
            end
            redis.call('PEXPIRE', KEYS[2], ARGV[2])
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            return number - 1
            """, Long.class);

    /** KEYS[1] index; ARGV: member, its end in ms, now in ms. The index lives as long as the longest-lived of its members. */
    private static final RedisScript<Long> ADD_MEMBER = RedisScript.of("""
            redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[3])
            local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')
            if last[2] then redis.call('PEXPIREAT', KEYS[1], string.format('%.0f', last[2])) end
            return 1
            """, Long.class);

    private static final Logger LOG = LoggerFactory.getLogger(RedisShelf.class);

    private static final String ENTRY = "e";

    private final RedisTemplate<String, byte[]> sealed;
    private final StringRedisTemplate redis;
    private final Ends ends;
    private final Clock clock;

    RedisShelf(RedisTemplate<String, byte[]> sealed, StringRedisTemplate redis, Ends ends, Clock clock) {
        this.sealed = sealed;
        this.redis = redis;
        this.ends = ends;
        this.clock = clock;
    }

    @Override
    public void put(String name, byte[] value, Duration life) {
        if (value.length > 0) {
            ends.note(name, clock.instant().plus(life));
        }
        sealed.opsForValue().set(name, value, life);
    }

    @Override
    public Optional<byte[]> get(String name) {
        return Optional.ofNullable(sealed.opsForValue().get(name));
    }

    @Override
    public boolean has(String name) {
        return Boolean.TRUE.equals(redis.hasKey(name));
    }

    @Override
    public void remove(String name) {
        redis.unlink(name);
    }

    @Override
    public void endBy(String name, Instant end) {
        redis.execute(END_BY, List.of(name), text(end.toEpochMilli()), text(clock.millis()));
        try {
            ends.note(name, end);
        } catch (DataAccessException e) {
            LOG.debug("Redis is full: it removes by itself what ends early");
        }
    }

    @Override
    public Map<String, byte[]> fields(String name) {
        return sealed.<String, byte[]>opsForHash().entries(name);
    }

    @Override
    public Map<String, byte[]> fields(String name, List<String> asked) {
        List<byte @Nullable []> values = sealed.<String, byte[]>opsForHash().multiGet(name, asked);
        Map<String, byte[]> found = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            byte[] value = values.get(i);
            if (value != null) {
                found.put(asked.get(i), value);
            }
        }
        return found;
    }

    @Override
    public boolean write(String name, long expected, Map<String, byte[]> set, Collection<String> removed, Instant end) {
        if (expected == 0) {
            ends.note(name, end);
        }
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(bytes(text(expected)));
        arguments.add(bytes(text(end.toEpochMilli())));
        arguments.add(bytes(text(clock.millis())));
        arguments.add(bytes(text(set.size())));
        set.forEach((field, value) -> {
            arguments.add(bytes(field));
            arguments.add(value);
        });
        removed.forEach(field -> arguments.add(bytes(field)));
        @Nullable Long written = sealed.execute(WRITE_BUNDLE, List.of(name), arguments.toArray());
        return written != null && written == 1;
    }

    @Override
    public boolean append(String permit, String log, long first, List<byte[]> entries, Duration life) {
        if (first == 1) {
            ends.note(log, clock.instant().plus(life));
        }
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(bytes(text(first)));
        arguments.add(bytes(text(life.toMillis())));
        arguments.addAll(entries);
        @Nullable Long last = sealed.execute(APPEND, List.of(permit, log), arguments.toArray());
        return last != null && last >= 0;
    }

    @Override
    public Map<Long, byte[]> entries(String log, long after, int atMost) {
        Map<Long, byte[]> found = new LinkedHashMap<>();
        streams()
                .range(
                        log,
                        Range.rightUnbounded(Range.Bound.inclusive((after + 1) + "-0")),
                        Limit.limit().count(atMost))
                .forEach(entry ->
                        found.put(number(entry.getId()), entry.getValue().getOrDefault(ENTRY, new byte[0])));
        return found;
    }

    @Override
    public long last(String log) {
        return streams().reverseRange(log, Range.unbounded(), Limit.limit().count(1)).stream()
                .mapToLong(entry -> number(entry.getId()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void addMember(String index, String member, Instant end) {
        redis.execute(ADD_MEMBER, List.of(index), member, text(end.toEpochMilli()), text(clock.millis()));
    }

    @Override
    public List<String> members(String index) {
        var members = redis.opsForZSet().rangeByScore(index, (double) clock.millis(), Double.POSITIVE_INFINITY);
        return members == null ? List.of() : List.copyOf(members);
    }

    @Override
    public void removeMember(String index, String member) {
        redis.opsForZSet().remove(index, member);
    }

    private StreamOperations<String, String, byte[]> streams() {
        return sealed.opsForStream();
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long number(RecordId id) {
        String value = id.getValue();
        return Long.parseLong(value.substring(0, value.indexOf('-')));
    }
}
