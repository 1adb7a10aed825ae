package fr.isere.iris.retention;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
public class EventLog implements MeterBinder {

    static final String APPENDED = "appended";
    private static final int PAGE = 500;

    /** How long the keys of conversations that are being answered are kept in memory, to spare asking for one at each event. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private static final int KEPT_AT_MOST = 10_000;

    private final Shelves shelves;
    private final ExpiringStore store;
    private final Signals signals;
    private final Cache<Key, ContentKey> keys = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumSize(KEPT_AT_MOST)
            .recordStats()
            .build();

    EventLog(Shelves shelves, ExpiringStore store, Signals signals) {
        this.shelves = shelves;
        this.store = store;
        this.signals = signals;
    }

    /** How often a key was in memory, and how many are: {@code cache="iris.answer.keys"}. */
    @Override
    public void bindTo(MeterRegistry registry) {
        CaffeineCacheMetrics.monitor(registry, keys, "iris.answer.keys");
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
            List<byte[]> entries = events.stream()
                    .map(event -> seal.get().seal(event.type() + '\n' + event.data(), bound(event.number())))
                    .toList();
            if (!shelf().append(permit.name(), key.name(), events.get(0).number(), entries, life)) {
                return false;
            }
            signals.send(APPENDED, answerId);
            return true;
        }

        /** The events after number {@code after}, some hundreds at most: ask again. */
        public List<Event> read(long after) {
            return shelf().entries(key.name(), after, PAGE).entrySet().stream()
                    .flatMap(entry -> event(entry.getKey(), entry.getValue()).stream())
                    .toList();
        }

        /** The number of the last event; 0 if there is none. */
        public long last() {
            return shelf().last(key.name());
        }

        /** Calls {@code wake} each time that events may have been appended to this log, on any instance, until closed. */
        public Signals.Subscription whenAppended(Runnable wake) {
            return signals.listen(APPENDED, answerId, wake);
        }

        /** Empty once the conversation is gone, and its key with it. */
        private Optional<Event> event(long number, byte[] sealed) {
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

        private Shelf shelf() {
            return shelves.of(key);
        }

        private byte[] bound(long number) {
            return Bound.to(key, "event", Long.toString(number));
        }
    }
}
