package fr.isere.iris.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisServerCommands;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Asks Redis what time it is. */
@Component
class RedisTime {

    private final StringRedisTemplate redis;

    RedisTime(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Tells a clock. */
    void hear(StoreClock clock) {
        @Nullable
        Long now = redis.execute((RedisCallback<Long>) connection -> {
            RedisServerCommands server = connection.serverCommands();
            return server.time();
        });
        if (now != null) {
            clock.heard(Instant.ofEpochMilli(now));
        }
    }
}
