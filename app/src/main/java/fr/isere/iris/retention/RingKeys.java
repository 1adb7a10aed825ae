package fr.isere.iris.retention;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The keys of a ring, 32 random bytes each: what digests people's names, and one for each bucket. */
final class RingKeys {

    /** Of a ring that is not made yet. */
    static final RingKeys NONE = new RingKeys(new byte[0], Collections.emptySortedMap());

    private final byte[] names;
    private final SortedMap<Integer, byte[]> buckets;

    RingKeys(byte[] names, SortedMap<Integer, byte[]> buckets) {
        this.names = names;
        this.buckets = Collections.unmodifiableSortedMap(buckets);
    }

    static RingKeys draw() {
        return new RingKeys(ContentKey.randomKey(), Collections.emptySortedMap());
    }

    /** What digests names of people; empty in {@link #NONE}. */
    byte[] names() {
        return names;
    }

    /** By number: the hour, since 1970, at whose start all that this key wraps has ended. */
    SortedMap<Integer, byte[]> buckets() {
        return buckets;
    }

    RingKeys with(SortedMap<Integer, byte[]> others) {
        return new RingKeys(names, new TreeMap<>(others));
    }

    boolean isNone() {
        return names.length == 0;
    }

    /** Whether each key has the length of a key. */
    boolean isWhole() {
        return names.length == ContentKey.BYTES
                && buckets.values().stream().allMatch(key -> key.length == ContentKey.BYTES);
    }
}
