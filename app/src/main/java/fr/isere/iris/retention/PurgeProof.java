package fr.isere.iris.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a walk over all of Redis found: the proof that everything there ends, told without a name or a word.
 *
 * @param at when the walk ended
 * @param took how long it took
 * @param keys how many keys there are of each kind
 * @param withoutEnd how many of them have no end: none, or something is wrong
 * @param foreign how many keys are not IRIS's
 * @param shortened how many ended later than the policy of today allows, and were brought forward
 * @param oldest when the oldest conversation began; null if there is none
 * @param nextEnd when the next key ends; null if there is none
 * @param ring the keys outside Redis
 * @param clock the time that ends things
 */
public record PurgeProof(
        Instant at,
        Duration took,
        Map<String, Long> keys,
        long withoutEnd,
        long foreign,
        long shortened,
        @Nullable Instant oldest,
        @Nullable Instant nextEnd,
        Ring ring,
        Time clock) {

    /**
     * The key ring.
     *
     * @param alive keys of hours to come
     * @param destroyed keys destroyed, in the last 400 days
     * @param lastDestroyed when the last one was; null if none was
     * @param nextDestruction when the next one will be; null if there is no key
     */
    public record Ring(
            int alive,
            int destroyed,
            @Nullable Instant lastDestroyed,
            @Nullable Instant nextDestruction) {}

    /**
     * The clocks.
     *
     * @param sure whether keys may be destroyed by them
     * @param apart how far this machine's is ahead of that of Redis
     */
    public record Time(boolean sure, Duration apart) {}
}
