package fr.isere.iris.retention;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * The shelf in the memory of this instance, for what must not leave it: nothing of it reaches Redis or a disk, other instances do not
 * see it, and it goes with the process. What has ended is taken out of memory within a second or so; nobody is shown it before.
 */
@Component
class MemoryShelf implements Shelf, MeterBinder {

    private static final String VALUE = "";

    private final Clock clock;
    private final long room;
    private final Cache<String, Held> held;

    /**
     * One thing. Its map is never changed: a reader sees one write whole.
     *
     * @param size bytes of all its fields
     */
    private record Held(Map<String, byte[]> fields, Instant end, long size) {

        static Held of(Map<String, byte[]> fields, Instant end) {
            return new Held(fields, end, MemoryShelf.size(fields));
        }

        Held until(Instant other) {
            return new Held(fields, other, size);
        }
    }

    @Autowired
    MemoryShelf(Lifetimes lifetimes, Clock clock) {
        this(lifetimes.ephemeral().memory(), clock);
    }

    MemoryShelf(DataSize room, Clock clock) {
        this.clock = clock;
        this.room = room.toBytes();
        this.held = Caffeine.newBuilder()
                .expireAfter(Expiry.<String, Held>writing((name, thing) -> untilEnd(thing)))
                .scheduler(Scheduler.systemScheduler())
                .build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("iris.ephemeral.memory.used", this::used)
                .description("memory of this instance that ephemeral conversations use")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("iris.ephemeral.memory.max", () -> room)
                .description("memory past which this instance begins no ephemeral conversation or answer")
                .baseUnit("bytes")
                .register(registry);
    }

    @Override
    public void put(String name, byte[] value, Duration life) {
        requireRoomFor(value.length);
        held.put(name, Held.of(Map.of(VALUE, value), clock.instant().plus(life)));
    }

    @Override
    public Optional<byte[]> get(String name) {
        return Optional.ofNullable(fields(name).get(VALUE));
    }

    @Override
    public boolean has(String name) {
        return live(name) != null;
    }

    /** Waits for an append that goes on: what it wrote is found by whoever takes the log away after its permit. */
    @Override
    public synchronized void remove(String name) {
        held.invalidate(name);
    }

    @Override
    public void endBy(String name, Instant end) {
        held.asMap().computeIfPresent(name, (key, thing) -> thing.until(Life.earlier(thing.end(), end)));
    }

    @Override
    public Map<String, byte[]> fields(String name) {
        Held thing = live(name);
        return thing == null ? Map.of() : thing.fields();
    }

    @Override
    public Map<String, byte[]> fields(String name, List<String> asked) {
        Map<String, byte[]> found = new HashMap<>(fields(name));
        found.keySet().retainAll(asked);
        return found;
    }

    @Override
    public boolean write(String name, long expected, Map<String, byte[]> set, Collection<String> removed, Instant end) {
        if (expected == 0) {
            requireRoomFor(size(set));
        }
        @Nullable Held standing = live(name);
        Map<String, byte[]> fields = copyOf(standing);
        byte[] number = fields.get(NUMBER);
        if (expected != (number == null ? 0 : number(number))) {
            return false;
        }
        fields.putIfAbsent(BEGAN, bytes(clock.millis()));
        fields.putAll(set);
        removed.forEach(fields::remove);
        fields.put(NUMBER, bytes(expected + 1));
        Held next = Held.of(fields, end);
        return standing == null
                ? held.asMap().putIfAbsent(name, next) == null
                : held.asMap().replace(name, standing, next);
    }

    @Override
    public synchronized boolean append(String permit, String log, long first, List<byte[]> entries, Duration life) {
        Instant end = clock.instant().plus(life);
        if (held.asMap().computeIfPresent(permit, (name, thing) -> isOver(thing) ? null : thing.until(end)) == null) {
            return false;
        }
        change(log, standing -> {
            Map<String, byte[]> all = copyOf(standing);
            for (int i = 0; i < entries.size(); i++) {
                all.putIfAbsent(Long.toString(first + i), entries.get(i));
            }
            return Held.of(all, end);
        });
        return true;
    }

    @Override
    public Map<Long, byte[]> entries(String log, long after, int atMost) {
        Map<String, byte[]> all = fields(log);
        Map<Long, byte[]> found = new LinkedHashMap<>();
        for (long number = after + 1; number <= Math.min(after + atMost, all.size()); number++) {
            found.put(number, all.getOrDefault(Long.toString(number), new byte[0]));
        }
        return found;
    }

    @Override
    public long last(String log) {
        return fields(log).size();
    }

    @Override
    public void addMember(String index, String member, Instant end) {
        change(index, standing -> {
            Map<String, byte[]> ends = copyOf(standing);
            ends.put(member, bytes(end.toEpochMilli()));
            ends.values().removeIf(other -> number(other) <= clock.millis());
            return endingWithTheLast(ends);
        });
    }

    @Override
    public List<String> members(String index) {
        long now = clock.millis();
        return fields(index).entrySet().stream()
                .filter(member -> number(member.getValue()) > now)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void removeMember(String index, String member) {
        change(index, standing -> {
            Map<String, byte[]> ends = copyOf(standing);
            ends.remove(member);
            return endingWithTheLast(ends);
        });
    }

    private static @Nullable Held endingWithTheLast(Map<String, byte[]> ends) {
        OptionalLong last =
                ends.values().stream().mapToLong(MemoryShelf::number).max();
        return last.isPresent() ? Held.of(ends, Instant.ofEpochMilli(last.getAsLong())) : null;
    }

    private void change(String name, Function<@Nullable Held, @Nullable Held> change) {
        held.asMap().compute(name, (key, thing) -> change.apply(thing == null || isOver(thing) ? null : thing));
    }

    /** Whoever began something may go on with it; it is what begins that finds no room. */
    void requireRoomFor(long more) {
        if (more > 0 && used() + more > room) {
            throw new MemoryShelfFull();
        }
    }

    private long used() {
        return held.asMap().values().stream().mapToLong(Held::size).sum();
    }

    private @Nullable Held live(String name) {
        @Nullable Held thing = held.getIfPresent(name);
        return thing == null || isOver(thing) ? null : thing;
    }

    private boolean isOver(Held thing) {
        return !thing.end().isAfter(clock.instant());
    }

    private Duration untilEnd(Held thing) {
        Duration left = Duration.between(clock.instant(), thing.end());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Map<String, byte[]> copyOf(@Nullable Held thing) {
        return thing == null ? new HashMap<>() : new HashMap<>(thing.fields());
    }

    private static long size(Map<String, byte[]> fields) {
        return fields.values().stream().mapToLong(value -> value.length).sum();
    }

    private static long number(byte[] text) {
        return Long.parseLong(new String(text, StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }
}
