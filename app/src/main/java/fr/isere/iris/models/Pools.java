package fr.isere.iris.models;

import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Ids;
import fr.isere.iris.retention.Signals;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One pool for each kind of engine that this installation has, shared with the other instances through the store. */
class Pools implements Backends {

    private static final long TICK_MS = 1000;

    private final Map<String, Pool> pools = new LinkedHashMap<>();
    private final Drains drains;

    Pools(
            List<EngineKind> kinds,
            ModelSettings settings,
            ExpiringStore store,
            Signals signals,
            EngineRoom room,
            Clock clock) {
        drains = new Drains(store, signals, clock);
        String instance = new Ids().next();
        kinds.stream().filter(EngineKind::isConfigured).forEach(kind -> {
            Board board = new StoredBoard(store, signals, clock, kind.name());
            Pool pool = new Pool(instance, kind.servers(), settings.slots(), settings.queue(), board, room, clock);
            pools.put(kind.name(), pool);
            var unused = signals.listen(
                    StoredBoard.SIGNAL, kind.name(), () -> pool.door().tick());
        });
        var unusedDrains =
                signals.listen(Drains.SIGNAL, Drains.ALL, () -> room.workers().execute(this::drain));
        var unusedTicks = room.timer()
                .scheduleWithFixedDelay(
                        () -> pools.values().forEach(pool -> pool.door().tick()),
                        TICK_MS,
                        TICK_MS,
                        TimeUnit.MILLISECONDS);
        var unusedProbes = room.timer()
                .scheduleWithFixedDelay(
                        () -> room.workers().execute(this::drain),
                        0,
                        settings.probe().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** The pool of this kind of engine; null if this installation has none. */
    @Nullable
    Pool of(String kind) {
        return pools.get(kind);
    }

    /** Of this kind of engine, the names of the backends that may be asked something that takes no slot. */
    Set<String> worthAsking(String kind) {
        Pool pool = pools.get(kind);
        return pool == null ? Set.of() : pool.worthAsking();
    }

    private void drain() {
        Set<String> drained = drains.read();
        pools.values()
                .forEach(pool -> pool.backends().forEach(backend -> backend.drains(drained.contains(backend.name()))));
    }

    @Override
    public List<State> all() {
        return pools.entrySet().stream()
                .flatMap(pool -> {
                    Floor floor = pool.getValue().door().floor();
                    return pool.getValue().backends().stream()
                            .map(backend -> state(pool.getKey(), pool.getValue(), backend, floor));
                })
                .toList();
    }

    private static State state(String kind, Pool pool, Backend backend, Floor floor) {
        Health health = backend.health();
        return new State(
                backend.name(),
                kind,
                backend.word(),
                health.version(),
                health.models().stream()
                        .map(held -> new Model(held.name(), held.digest(), held.sizeBytes(), held.loaded()))
                        .toList(),
                pool.slotsOfEach(),
                floor.takenAt(backend.name()),
                backend.failure(),
                backend.since());
    }

    @Override
    public int waiting() {
        return pools.values().stream()
                .mapToInt(pool -> pool.door().floor().waiting().size())
                .sum();
    }

    @Override
    public boolean drain(String name, boolean drained) {
        boolean known = pools.values().stream().anyMatch(pool -> pool.find(name).isPresent());
        if (known) {
            drains.write(name, drained);
            drain();
            pools.values().forEach(pool -> pool.door().tick());
        }
        return known;
    }
}
