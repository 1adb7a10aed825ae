package fr.isere.iris.retention;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Properties;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** How full Redis is, for metrics and health: of a cluster, the node that will be full first. */
@Component
class StorageMemory extends AbstractHealthIndicator implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(StorageMemory.class);
    private static final String SAFE = "noeviction";

    /** Two gauges of one scrape look once. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final StringRedisTemplate redis;
    private final Clock clock;

    private @Nullable Memory last;
    private Instant lastLook = Instant.MIN;

    StorageMemory(StringRedisTemplate redis, Clock clock) {
        super("Redis does not answer");
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * The memory of one Redis.
     *
     * @param used bytes
     * @param max bytes; 0 has no limit
     * @param policy what happens when it is full
     */
    record Memory(long used, long max, String policy) {

        /** Of {@code INFO memory}; in a cluster, each name has its node's address and a dot before it. */
        static Memory of(Properties info) {
            return info.stringPropertyNames().stream()
                    .filter(name -> name.equals("used_memory") || name.endsWith(".used_memory"))
                    .map(name -> name.substring(0, name.length() - "used_memory".length()))
                    .map(node -> new Memory(
                            Long.parseLong(info.getProperty(node + "used_memory")),
                            Long.parseLong(info.getProperty(node + "maxmemory", "0")),
                            info.getProperty(node + "maxmemory_policy", "")))
                    .max(Comparator.comparingDouble(Memory::share))
                    .orElseThrow(() -> new IllegalStateException("INFO memory says nothing of used_memory"));
        }

        private double share() {
            return max == 0 ? 0 : (double) used / max;
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "iris.storage.memory.used", "memory that Redis uses", Memory::used);
        gauge(
                registry,
                "iris.storage.memory.max",
                "memory past which Redis refuses to write; 0: no limit",
                Memory::max);
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Memory memory = look();
        builder.up()
                .withDetail("used", memory.used())
                .withDetail("max", memory.max())
                .withDetail("policy", memory.policy());
    }

    /** A Redis that evicts may drop what it acknowledged: whoever starts IRIS is told, once. */
    @EventListener(ApplicationReadyEvent.class)
    void warnOfEviction() {
        try {
            String policy = look().policy();
            if (!policy.equals(SAFE)) {
                LOG.warn(
                        "Redis evicts when it is full (maxmemory-policy {}): set {}, or content vanishes early",
                        policy,
                        SAFE);
            }
        } catch (DataAccessException e) {
            LOG.warn("Redis did not say how full it is: {}", e.getClass().getName());
        }
    }

    private void gauge(MeterRegistry registry, String name, String description, ToLongFunction<Memory> value) {
        Gauge.builder(name, () -> measured(value))
                .description(description)
                .baseUnit("bytes")
                .register(registry);
    }

    /** Not a number while Redis is away. */
    private double measured(ToLongFunction<Memory> value) {
        try {
            return value.applyAsLong(look());
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }

    private synchronized Memory look() {
        Memory known = last;
        if (known == null || lastLook.plus(FRESH).isBefore(clock.instant())) {
            last = null;
            known = Memory.of(redis.execute((RedisCallback<Properties>)
                    connection -> connection.serverCommands().info("memory")));
            last = known;
            lastLook = clock.instant();
        }
        return known;
    }
}
