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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Values that expire: each write sets the value and the time of its end in one atomic step, so that nothing can stay by accident.
 * Three shapes: a sealed value, a {@link Bundle} of sealed fields that share one end and one key, and a mark that holds nothing.
 *
 * <p>Every value passes through this class on its way to its {@link Shelf} and back, and is a ciphertext there: see {@link Vault}.
 */
@Component
public class ExpiringStore {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiringStore.class);

    /** Field of a bundle: its key, wrapped, and the list of its fields, sealed. */
    static final String ENVELOPE = "k";

    private static final int ATTEMPTS = 20;

    private final Shelves shelves;
    private final Vault vault;
    private final ErasedNames erased;
    private final Clock clock;

    ExpiringStore(Shelves shelves, Vault vault, ErasedNames erased, Clock clock) {
        this.shelves = shelves;
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
        shelves.of(key).put(key.name(), vault.seal(key, value, end), life);
    }

    /**
     * The value, while it lives.
     *
     * @throws Unreadable if what stands there does not open
     */
    public Optional<String> get(Key key) {
        return shelves.of(key).get(key.name()).flatMap(envelope -> vault.unseal(key, envelope));
    }

    /** Sets a mark that says by standing there: it holds nothing. */
    public void mark(Key key, Duration life) {
        shelves.of(key).put(key.name(), new byte[0], life);
    }

    /** Whether something lives under this key. */
    public boolean exists(Key key) {
        return shelves.of(key).has(key.name());
    }

    /** Erases; harmless where nothing is. */
    public void delete(Collection<Key> keys) {
        // One by one: the keys of a conversation's parts live on several nodes of a cluster.
        keys.forEach(this::remove);
    }

    /**
     * Erases a bundle for good: a copy of Redis from before, put back, does not bring it back.
     *
     * @param longest when any copy of it has ended; until then its owner is told when it was erased
     */
    public void erase(Key bundle, Instant longest) {
        Instant now = clock.instant();
        eraseUntold(bundle, longest);
        if (longest.isAfter(now)) {
            tellErased(bundle, now, Duration.between(now, longest));
        }
    }

    /** As {@link #erase}, of what its owner will not ask for: nobody is told when. */
    public void eraseUntold(Key bundle, Instant longest) {
        if (longest.isAfter(clock.instant()) && !bundle.isInMemory()) {
            erased.add(bundle, longest); // what stands in memory is in no copy
        }
        remove(bundle);
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
        shelves.of(key).endBy(key.name(), end);
    }

    /** Has a bundle end then, earlier or later than it would, whoever else writes to it; harmless where none is. */
    public void moveEnd(Key bundle, Instant end) {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<Bundle> read = readBundle(bundle, List.of());
                // A field that is not there: what removes is taken by a Redis that is full.
                if (read.isEmpty()
                        || writeBundle(bundle, read.get().revision(), Map.of(), List.of("none"), end)
                                .isPresent()) {
                    return;
                }
            }
        } catch (Unreadable e) {
            LOG.warn("Something does not open ({}): it ends no later than it would", e.reason());
        }
        endBy(bundle, end);
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
        Map<String, byte[]> stored = shelves.of(key).fields(key.name());
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
        asked.addAll(List.of(Shelf.NUMBER, ENVELOPE));
        Map<String, byte[]> stored = shelves.of(key).fields(key.name(), asked);
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
        Map<String, byte[]> sealed = new HashMap<>();
        sealed.put(ENVELOPE, vault.envelope(next.key(), key, end, next.sealed(key)));
        fields.forEach((name, value) -> sealed.put(name, next.key().seal(value, next.bound(key, name))));
        boolean written = shelves.of(key).write(key.name(), read.number(), sealed, removed, end);
        return written ? Optional.of(next) : Optional.empty();
    }

    /**
     * Refuses what would not fit where there is no room, which only memory needs: Redis says so itself.
     *
     * @param bytes about to be added to a bundle that stands already
     */
    public void requireRoom(Key key, long bytes) {
        if (key.isInMemory()) {
            shelves.memory().requireRoomFor(bytes);
        }
    }

    /** The key of a bundle that lives: for what belongs to it elsewhere, and must not outlive it. */
    Optional<ContentKey> contentKey(Key bundle) {
        if (isErased(bundle)) {
            return Optional.empty();
        }
        Map<String, byte[]> stored = shelves.of(bundle).fields(bundle.name(), List.of(ENVELOPE));
        return Optional.ofNullable(stored.get(ENVELOPE))
                .flatMap(found -> vault.open(bundle, found))
                .map(Vault.Opened::key);
    }

    /** What was erased and stands all the same came back with a copy of Redis: it goes again. */
    private boolean isErased(Key key) {
        if (!erased.has(key)) {
            return false;
        }
        remove(key);
        return true;
    }

    private void remove(Key key) {
        shelves.of(key).remove(key.name());
    }

    private static Key tombstone(Key bundle) {
        return new Key(bundle.name().replaceFirst("^iris:", "iris:erased:"), bundle.owner());
    }

    private Optional<Revision> opened(Key key, Map<String, byte[]> stored) {
        byte[] number = stored.get(Shelf.NUMBER);
        byte[] envelope = stored.get(ENVELOPE);
        if (number == null || envelope == null) {
            return Optional.empty();
        }
        long written = number(number);
        return vault.open(key, envelope).map(opened -> Revision.of(key, written, opened));
    }

    private static long number(byte[] text) {
        try {
            return Long.parseLong(new String(text, StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            throw new Unreadable(Unreadable.Reason.NOT_AUTHENTIC); // it stands in the clear, and is not ours
        }
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
}
