package fr.isere.iris.retention;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Values that expire: each write sets the value and the time of its end in one atomic step, so that nothing can stay by accident.
 * Three shapes: a sealed value, a {@link Bundle} of sealed fields that share one end and one key, and a mark that holds nothing.
 *
 * <p>Every value passes through this class on its way to Redis and back, and is a ciphertext there: see {@link Vault}.
 */
@Component
public class ExpiringStore {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiringStore.class);

    /** Fields of a bundle in the clear: how often it was written, and when it began, in ms. */
    static final String NUMBER = "v";

    static final String BEGAN = "t";

    /** Field of a bundle: its key, wrapped, and the list of its fields, sealed. */
    static final String ENVELOPE = "k";

    /** KEYS[1] bundle; ARGV: expected number, end in ms, now in ms, number of fields to set, field, value…, fields to remove… */
    private static final RedisScript<Long> WRITE_BUNDLE = RedisScript.of("""
            local number = tonumber(redis.call('HGET', KEYS[1], 'v') or '0')
            if number ~= tonumber(ARGV[1]) then return 0 end
            local sets = tonumber(ARGV[4])
            for i = 0, sets - 1 do redis.call('HSET', KEYS[1], ARGV[5 + 2 * i], ARGV[6 + 2 * i]) end
            for i = 5 + 2 * sets, #ARGV do redis.call('HDEL', KEYS[1], ARGV[i]) end
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

    private final RedisTemplate<String, byte[]> sealed;
    private final StringRedisTemplate redis;
    private final Vault vault;
    private final ErasedNames erased;
    private final Clock clock;

    ExpiringStore(
            RedisTemplate<String, byte[]> sealed,
            StringRedisTemplate redis,
            Vault vault,
            ErasedNames erased,
            Clock clock) {
        this.sealed = sealed;
        this.redis = redis;
        this.vault = vault;
        this.erased = erased;
        this.clock = clock;
    }

    /**
     * Fields that share one end and one key.
     *
     * @param revision as read: what {@link #writeBundle} compares
     * @param fields by name
     */
    public record Bundle(Revision revision, Map<String, String> fields) {}

    /** Writes a value that ends after {@code life}. */
    public void put(Key key, String value, Duration life) {
        Instant end = clock.instant().plus(life);
        sealed.opsForValue().set(key.name(), vault.seal(key, value, end), life);
    }

    /**
     * The value, while it lives.
     *
     * @throws Unreadable if what stands there does not open
     */
    public Optional<String> get(Key key) {
        return Optional.ofNullable(sealed.opsForValue().get(key.name()))
                .flatMap(envelope -> vault.unseal(key, envelope));
    }

    /** Sets a mark that says by standing there: it holds nothing. */
    public void mark(Key key, Duration life) {
        redis.opsForValue().set(key.name(), "", life);
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

    /**
     * Erases a bundle for good: a copy of Redis from before, put back, does not bring it back.
     *
     * @param longest when any copy of it has ended; until then its owner is told when it was erased
     */
    public void erase(Key bundle, Instant longest) {
        Instant now = clock.instant();
        boolean outlives = longest.isAfter(now);
        if (outlives) {
            erased.add(bundle, longest);
        }
        redis.unlink(bundle.name());
        if (outlives) {
            tellErased(bundle, now, Duration.between(now, longest));
        }
    }

    /** A Redis that is full takes no word of it, and the erasing stands all the same. */
    private void tellErased(Key bundle, Instant at, Duration life) {
        try {
            put(tombstone(bundle), at.toString(), life);
        } catch (DataAccessException | RingUnusable e) {
            LOG.warn(
                    "Something was erased, but its owner will not be told when: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** When this owner's bundle was erased, as long as that is told. */
    public Optional<Instant> erasedAt(Key bundle) {
        try {
            return get(tombstone(bundle)).map(Instant::parse);
        } catch (Unreadable e) {
            return Optional.empty(); // another's
        }
    }

    /** Has it end by then, if it would live longer. */
    public void endBy(Key key, Instant end) {
        redis.execute(END_BY, List.of(key.name()), Long.toString(end.toEpochMilli()), Long.toString(clock.millis()));
    }

    /**
     * The whole bundle, while it lives.
     *
     * @throws Unreadable if it does not open, or if one of its fields does not, or is not there
     */
    public Optional<Bundle> readBundle(Key key) {
        if (isErased(key)) {
            return Optional.empty();
        }
        Map<String, byte[]> stored = sealed.<String, byte[]>opsForHash().entries(key.name());
        return opened(key, stored)
                .map(revision -> new Bundle(revision, texts(key, revision, revision.fields(), stored)));
    }

    /**
     * Only these fields of the bundle, while it lives; a field that it does not have is left out.
     *
     * @throws Unreadable if it does not open, or if one of these fields does not
     */
    public Optional<Bundle> readBundle(Key key, List<String> names) {
        if (isErased(key)) {
            return Optional.empty();
        }
        List<String> asked = new ArrayList<>(names);
        asked.add(NUMBER);
        asked.add(ENVELOPE);
        List<byte @Nullable []> values = sealed.<String, byte[]>opsForHash().multiGet(key.name(), asked);
        Map<String, byte[]> stored = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            byte[] value = values.get(i);
            if (value != null) {
                stored.put(asked.get(i), value);
            }
        }
        return opened(key, stored).map(revision -> {
            Set<String> standing = new HashSet<>(names);
            standing.retainAll(revision.fields());
            return new Bundle(revision, texts(key, revision, standing, stored));
        });
    }

    /**
     * Writes fields and the end of the bundle, if nobody wrote since it was read.
     *
     * @param read as read; {@link Revision#unstored()} creates
     * @param removed names of fields to remove
     * @return what stands now; empty if somebody wrote meanwhile, or if the bundle has ended: read again and decide again
     */
    public Optional<Revision> writeBundle(
            Key key, Revision read, Map<String, String> fields, Collection<String> removed, Instant end) {
        Revision next = read.next(fields.keySet(), removed);
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(bytes(Long.toString(read.number())));
        arguments.add(bytes(Long.toString(end.toEpochMilli())));
        arguments.add(bytes(Long.toString(clock.millis())));
        arguments.add(bytes(Integer.toString(fields.size() + 1)));
        arguments.add(bytes(ENVELOPE));
        arguments.add(vault.envelope(next.key(), key, end, next.sealed(key)));
        fields.forEach((name, value) -> {
            arguments.add(bytes(name));
            arguments.add(next.key().seal(value, next.bound(key, name)));
        });
        removed.forEach(name -> arguments.add(bytes(name)));
        @Nullable Long written = sealed.execute(WRITE_BUNDLE, List.of(key.name()), arguments.toArray());
        return written != null && written == 1 ? Optional.of(next) : Optional.empty();
    }

    /** The key of a bundle that lives: for what belongs to it elsewhere, and must not outlive it. */
    Optional<ContentKey> contentKey(Key bundle) {
        byte[] envelope = sealed.<String, byte[]>opsForHash().get(bundle.name(), ENVELOPE);
        return Optional.ofNullable(envelope)
                .flatMap(found -> vault.open(bundle, found))
                .map(Vault.Opened::key);
    }

    /** What was erased and stands all the same came back with a copy of Redis: it goes again. */
    private boolean isErased(Key key) {
        if (!erased.has(key)) {
            return false;
        }
        redis.unlink(key.name());
        return true;
    }

    private static Key tombstone(Key bundle) {
        return new Key(bundle.name().replaceFirst("^iris:", "iris:erased:"), bundle.owner());
    }

    private Optional<Revision> opened(Key key, Map<String, byte[]> stored) {
        byte[] number = stored.get(NUMBER);
        byte[] envelope = stored.get(ENVELOPE);
        if (number == null || envelope == null) {
            return Optional.empty();
        }
        long written = Long.parseLong(new String(number, StandardCharsets.US_ASCII));
        return vault.open(key, envelope).map(opened -> Revision.of(key, written, opened));
    }

    private static Map<String, String> texts(
            Key key, Revision revision, Set<String> names, Map<String, byte[]> stored) {
        Map<String, String> texts = new HashMap<>();
        for (String name : names) {
            byte[] value = stored.get(name);
            if (value == null) {
                throw new Unreadable(Unreadable.Reason.NOT_AUTHENTIC);
            }
            texts.put(name, Vault.text(revision.key(), value, revision.bound(key, name)));
        }
        return texts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
