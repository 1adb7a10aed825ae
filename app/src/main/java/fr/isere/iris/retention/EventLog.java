package fr.isere.iris.retention;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.RecordId;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.StreamOperations;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * What happened to an answer, event by event, for those who read it on any instance, from any point: a Redis stream that expires.
 * Events are numbered from 1 by their one writer; the number is the entry's id in Redis ({@code n-0}) and the event's id for the
 * browser, so that a reader who names the last one it saw loses none and doubles none.
 *
 * <p>Events are sealed with the key of the conversation, and bound to their log and number: with the conversation goes all that its
 * answers said.
 */
@Component
public class EventLog {

    static final String APPENDED = "appended";
    private static final String EVENT = "e";
    private static final int PAGE = 500;

    /** How long the keys of conversations that are being answered are kept in memory, to spare asking for one at each event. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private static final int KEPT_AT_MOST = 10_000;

    /** KEYS: permit, log; ARGV: first number, life in ms, then each event. Numbers that stand already are skipped. */
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

    private final RedisTemplate<String, byte[]> redis;
    private final ExpiringStore store;
    private final Signals signals;
    private final Cache<Key, ContentKey> keys = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumSize(KEPT_AT_MOST)
            .build();

    EventLog(RedisTemplate<String, byte[]> redis, ExpiringStore store, Signals signals) {
        this.redis = redis;
        this.store = store;
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
     * The log of an answer.
     *
     * @param conversation the bundle whose key seals the events
     * @param permit a key that must live: once erased, nothing is ever appended again. Its tag is the answer's id
     */
    public Log of(String answerId, Key conversation, Key permit) {
        return new Log(answerId, conversation, permit);
    }

    /** Where an answer's log lives: to erase it. Its tag is the answer's id. */
    public Key key(String answerId) {
        return Key.of("events", answerId);
    }

    /** The log of one answer. */
    public final class Log {

        private final String answerId;
        private final Key conversation;
        private final Key permit;
        private final Key key;

        private Log(String answerId, Key conversation, Key permit) {
            this.answerId = answerId;
            this.conversation = conversation;
            this.permit = permit;
            this.key = key(answerId).ownedBy(conversation.owner());
        }

        /**
         * Appends events, and wakes whoever reads. Appending again what may have been appended already (an answer of Redis that got
         * lost) is harmless.
         *
         * @param life how long the log and the permit live from now
         * @return false if the permit or the conversation is gone
         */
        public boolean append(List<Event> events, Duration life) {
            Optional<ContentKey> seal = seal();
            if (seal.isEmpty()) {
                return false;
            }
            List<byte[]> arguments = new ArrayList<>();
            arguments.add(bytes(Long.toString(events.get(0).number())));
            arguments.add(bytes(Long.toString(life.toMillis())));
            events.forEach(
                    event -> arguments.add(seal.get().seal(event.type() + '\n' + event.data(), bound(event.number()))));
            @Nullable Long last = redis.execute(APPEND, List.of(permit.name(), key.name()), arguments.toArray());
            if (last == null || last < 0) {
                return false;
            }
            signals.send(APPENDED, answerId);
            return true;
        }

        /** The events after number {@code after}, some hundreds at most: ask again. */
        public List<Event> read(long after) {
            return entries()
                    .range(
                            key.name(),
                            Range.rightUnbounded(Range.Bound.inclusive((after + 1) + "-0")),
                            Limit.limit().count(PAGE))
                    .stream()
                    .flatMap(entry -> event(entry).stream())
                    .toList();
        }

        /** The number of the last event; 0 if there is none. */
        public long last() {
            return entries()
                    .reverseRange(key.name(), Range.unbounded(), Limit.limit().count(1))
                    .stream()
                    .mapToLong(entry -> number(entry.getId()))
                    .findFirst()
                    .orElse(0);
        }

        /** Calls {@code wake} each time that events may have been appended to this log, on any instance, until closed. */
        public Signals.Subscription whenAppended(Runnable wake) {
            return signals.listen(APPENDED, answerId, wake);
        }

        /** Empty once the conversation is gone, and its key with it. */
        private Optional<Event> event(MapRecord<String, String, byte[]> entry) {
            long number = number(entry.getId());
            byte[] sealed = entry.getValue().getOrDefault(EVENT, new byte[0]);
            return seal().map(seal -> {
                String text = Vault.text(seal, sealed, bound(number));
                int end = text.indexOf('\n');
                return new Event(number, text.substring(0, end), text.substring(end + 1));
            });
        }

        private Optional<ContentKey> seal() {
            @Nullable ContentKey known = keys.getIfPresent(conversation);
            if (known != null) {
                return Optional.of(known);
            }
            Optional<ContentKey> found = store.contentKey(conversation);
            found.ifPresent(one -> keys.put(conversation, one));
            return found;
        }

        private byte[] bound(long number) {
            return Bound.to(key, "event", Long.toString(number));
        }
    }

    private StreamOperations<String, String, byte[]> entries() {
        return redis.opsForStream();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long number(RecordId id) {
        String value = id.getValue();
        return Long.parseLong(value.substring(0, value.indexOf('-')));
    }
}
