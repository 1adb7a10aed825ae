package fr.isere.iris.retention;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.RecordId;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * What happened to an answer, event by event, for those who read it on any instance, from any point: a Redis stream that expires.
 * Events are numbered from 1 by their one writer; the number is the entry's id in Redis ({@code n-0}) and the event's id for the
 * browser, so that a reader who names the last one it saw loses none and doubles none.
 */
@Component
public class EventLog {

    static final String APPENDED = "appended";
    private static final String TYPE = "type";
    private static final String DATA = "data";
    private static final int PAGE = 500;

    /** KEYS: permit, log; ARGV: first number, life in ms, then type and data of each. Numbers that stand already are skipped. */
    private static final RedisScript<Long> APPEND = RedisScript.of("""
            if redis.call('EXISTS', KEYS[1]) == 0 then return -1 end
            local last = redis.call('XREVRANGE', KEYS[2], '+', '-', 'COUNT', 1)
            local stands = 0
            if last[1] then stands = tonumber(string.match(last[1][1], '^(%d+)')) end
            local number = tonumber(ARGV[1])
            for i = 3, #ARGV, 2 do
              if number > stands then
                redis.call('XADD', KEYS[2], number .. '-0', 'type', ARGV[i], 'data', ARGV[i + 1])
              end
              number = number + 1
            end
            redis.call('PEXPIRE', KEYS[2], ARGV[2])
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            return number - 1
            """, Long.class);

    private final StringRedisTemplate redis;
    private final Signals signals;

    EventLog(StringRedisTemplate redis, Signals signals) {
        this.redis = redis;
        this.signals = signals;
    }

    /**
     * One event.
     *
     * @param number from 1
     * @param type its name for the browser
     * @param data JSON
     */
    public record Event(long number, String type, String data) {}

    /**
     * Appends events, and wakes whoever reads. Appending again what may have been appended already (an answer of Redis that got
     * lost) is harmless.
     *
     * @param permit a key that must live: once erased, nothing is ever appended again
     * @param life how long the log and the permit live from now
     * @return false if the permit is gone
     */
    public boolean append(String answerId, Key permit, List<Event> events, Duration life) {
        Object[] arguments = new Object[2 + 2 * events.size()];
        arguments[0] = Long.toString(events.get(0).number());
        arguments[1] = Long.toString(life.toMillis());
        for (int i = 0; i < events.size(); i++) {
            arguments[2 + 2 * i] = events.get(i).type();
            arguments[3 + 2 * i] = events.get(i).data();
        }
        Long last = redis.execute(APPEND, List.of(permit.name(), key(answerId).name()), arguments);
        if (last < 0) {
            return false;
        }
        signals.send(APPENDED, answerId);
        return true;
    }

    /** The events after number {@code after}, some hundreds at most: ask again. */
    public List<Event> read(String answerId, long after) {
        return redis
                .opsForStream()
                .range(
                        key(answerId).name(),
                        Range.rightUnbounded(Range.Bound.inclusive((after + 1) + "-0")),
                        Limit.limit().count(PAGE))
                .stream()
                .map(entry -> event(number(entry.getId()), entry.getValue()))
                .toList();
    }

    /** The number of the last event; 0 if there is none. */
    public long last(String answerId) {
        return redis
                .opsForStream()
                .reverseRange(
                        key(answerId).name(), Range.unbounded(), Limit.limit().count(1))
                .stream()
                .mapToLong(entry -> number(entry.getId()))
                .findFirst()
                .orElse(0);
    }

    /** Calls {@code wake} each time that events may have been appended to this log, on any instance, until closed. */
    public Signals.Subscription whenAppended(String answerId, Runnable wake) {
        return signals.listen(APPENDED, answerId, wake);
    }

    /** Where an answer's log lives: to erase it. Its tag is the answer's id, as must be that of the permit. */
    public Key key(String answerId) {
        return Key.of("events", answerId);
    }

    private static long number(RecordId id) {
        String value = id.getValue();
        return Long.parseLong(value.substring(0, value.indexOf('-')));
    }

    private static Event event(long number, Map<Object, Object> fields) {
        return new Event(number, String.valueOf(fields.get(TYPE)), String.valueOf(fields.get(DATA)));
    }
}
