package fr.isere.iris.retention;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys that content keys are wrapped with, one for each hour at which something may end. When that hour has passed the key is
 * destroyed, and a copy of Redis taken before is noise. What ends in more than two weeks shares a key with all that ends in the same
 * thirty days.
 *
 * <p>Keys are drawn ahead of time, so that content can be written for days while the ring cannot.
 */
class KeyRing {

    /** After its hour a key stays this long: instances and Redis need not agree to the second. */
    static final Duration MARGIN = Duration.ofMinutes(5);

    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final int FINE_HOURS = 14 * 24;
    private static final int COARSE_HOURS = 30 * 24;
    private static final int AHEAD_HOURS = 8 * 24;

    private final RingStore store;
    private final Clock clock;
    private final SecretKeySpec names;
    private final Map<Integer, Aead> opened = new ConcurrentHashMap<>();
    private volatile RingKeys keys;

    /** Of the store when {@link #keys} were read from it; null where they may already have changed since. */
    private volatile @Nullable Object stamp;

    /** @param keys as read from this store, or drawn for it */
    KeyRing(RingStore store, RingKeys keys, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.names = new SecretKeySpec(keys.names(), "HmacSHA256");
        this.clock = clock;
    }

    /** The bucket of what ends then. */
    int bucketFor(Instant end) {
        int hour = hourAfter(end);
        boolean fine = hour - hourAfter(clock.instant()) <= FINE_HOURS;
        return fine ? hour : Math.toIntExact(ceil(hour, COARSE_HOURS)) * COARSE_HOURS;
    }

    /**
     * The key of a bucket, to wrap with: drawn if there is none.
     *
     * @throws RingUnusable if it must be drawn and the ring cannot be written
     */
    Aead toSeal(int bucket) {
        return toOpen(bucket).orElseGet(() -> {
            take(store.change(before -> before.with(ahead(before, bucket))));
            return toOpen(bucket).orElseThrow();
        });
    }

    /** The key of a bucket, to unwrap with; empty if it is destroyed, or never was. */
    Optional<Aead> toOpen(int bucket) {
        if (!keys.buckets().containsKey(bucket) && !store.stamp().equals(stamp)) {
            reload();
        }
        byte[] key = keys.buckets().get(bucket);
        return key == null
                ? Optional.empty()
                : Optional.of(opened.computeIfAbsent(bucket, number -> ContentKey.aead(key)));
    }

    /** HMAC-SHA-256 under the ring's key of names. */
    byte[] digest(byte[] secretName) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(names);
            return mac.doFinal(secretName);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The numbers of the buckets whose keys are alive. */
    List<Integer> alive() {
        return List.copyOf(keys.buckets().keySet());
    }

    /** When the next key will be destroyed. */
    Optional<Instant> nextDestruction() {
        return keys.buckets().isEmpty()
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(keys.buckets().firstKey() * HOUR_MS)
                        .plus(MARGIN));
    }

    /**
     * Draws the keys of the days to come, and destroys those of hours that have passed.
     *
     * @return the buckets whose keys were destroyed
     * @throws RingUnusable if the ring cannot be changed: it stays as it was
     */
    List<Integer> rotate(Instant now) {
        int passed = Math.toIntExact(now.minus(MARGIN).toEpochMilli() / HOUR_MS);
        RingKeys[] before = {keys};
        take(store.change(standing -> {
            before[0] = standing;
            SortedMap<Integer, byte[]> next = ahead(standing, hourAfter(now));
            next.headMap(passed + 1).clear();
            return next.keySet().equals(standing.buckets().keySet()) ? standing : standing.with(next);
        }));
        opened.keySet().retainAll(keys.buckets().keySet());
        return before[0].buckets().keySet().stream()
                .filter(bucket -> !keys.buckets().containsKey(bucket))
                .toList();
    }

    /** What stands, with a key for this bucket and for each hour of the days to come. */
    private SortedMap<Integer, byte[]> ahead(RingKeys standing, int bucket) {
        SortedMap<Integer, byte[]> next = new TreeMap<>(standing.buckets());
        next.computeIfAbsent(bucket, number -> ContentKey.randomKey());
        int now = hourAfter(clock.instant());
        for (int hour = now; hour <= now + AHEAD_HOURS; hour++) {
            next.computeIfAbsent(hour, number -> ContentKey.randomKey());
        }
        return next;
    }

    private void reload() {
        Object seen = store.stamp();
        keys = store.read().orElseThrow(() -> new RingUnusable("iris.keys.path: the key ring is gone"));
        stamp = seen;
    }

    private void take(RingKeys standing) {
        keys = standing;
        stamp = null; // another instance may have changed it once more by now
    }

    private static int hourAfter(Instant time) {
        return Math.toIntExact(ceil(time.toEpochMilli(), HOUR_MS));
    }

    private static long ceil(long number, long by) {
        return -Math.floorDiv(-number, by);
    }
}
