package fr.isere.iris.retention;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Says in Redis which ring its content was sealed with, by a digest that gives no key away: an instance with another ring would find
 * only noise, and must not write beside it.
 */
@Component
class RingMarker {

    private static final Logger LOG = LoggerFactory.getLogger(RingMarker.class);
    private static final Key KEY = Key.of("ring", "marker");
    private static final Duration LIFE = Duration.ofDays(30);

    private final StringRedisTemplate redis;
    private volatile boolean another;
    private volatile boolean seen;

    RingMarker(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** What the marker says, if there is one. */
    Optional<String> read() {
        return Optional.ofNullable(redis.opsForValue().get(KEY.name()));
    }

    /** What it says for this ring. */
    static String of(KeyRing ring) {
        return HexFormat.of().formatHex(ring.digest("ring".getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * Sets the marker where there is none, keeps it alive where it is of this ring, and remembers if it is of another. One that was
     * there and is gone is what a Redis that lost everything looks like.
     */
    void check(KeyRing ring) {
        String mine = of(ring);
        boolean set = Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(KEY.name(), mine, LIFE));
        boolean other = !set && !read().map(mine::equals).orElse(true);
        if (set && seen) {
            LOG.warn("Redis came back empty, as it does after a restart without persistence:"
                    + " sessions, conversations and acceptances of the charter are gone, people sign in again");
        }
        seen = true;
        if (!other) {
            redis.expire(KEY.name(), LIFE);
        } else if (!another) {
            LOG.error("{}", another().line());
        }
        another = other;
    }

    /**
     * Refuses to go on with a Redis whose content another ring sealed.
     *
     * @throws RingUnusable if the last {@link #check} found another
     */
    void requireMine() {
        if (another) {
            throw another();
        }
    }

    static RingUnusable another() {
        return new RingUnusable("iris.keys.path: this Redis was written with another key ring; nothing was touched."
                + " Put that ring back, or point spring.data.redis.url at an empty Redis");
    }
}
