package fr.isere.iris.models;

import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.ExpiringStore.Bundle;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.Revision;
import fr.isere.iris.retention.Signals;
import fr.isere.iris.retention.StoredJson;
import fr.isere.iris.retention.Unreadable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** The floor in the expiring store: one bundle, changed by compare-and-set. It ends a minute after the last change. */
class StoredBoard implements Board {

    /** Signal: look at the floor of a pool. */
    static final String SIGNAL = "slots";

    private static final Logger log = LoggerFactory.getLogger(StoredBoard.class);

    private static final String FIELD = "floor";
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 100;

    /** Longest wait before the next attempt, in ns: two who meet do not meet again at once. */
    private static final long PAUSE = 3_000_000;

    private final ExpiringStore store;
    private final Signals signals;
    private final Clock clock;
    private final String pool;
    private final Key key;
    private final JsonMapper json = json();

    /** @param pool name of the kind of engine */
    StoredBoard(ExpiringStore store, Signals signals, Clock clock, String pool) {
        this.store = store;
        this.signals = signals;
        this.clock = clock;
        this.pool = pool;
        key = Key.of("slots", pool);
    }

    /** An urgency of a newer version is one that waits: nobody is kept out of the queue for it. */
    static JsonMapper json() {
        return JsonMapper.builder()
                .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                .build();
    }

    @Override
    public Floor change(UnaryOperator<Floor> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Bundle> read = read();
            Floor before = read.map(this::floor).orElse(Floor.EMPTY);
            Floor after = change.apply(before);
            if (after.equals(before) || write(read, after)) {
                return after;
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE));
        }
        throw new OptimisticLockingFailureException("the slots of " + pool + " change too fast");
    }

    private boolean write(Optional<Bundle> read, Floor after) {
        Revision revision = read.map(Bundle::revision).orElseGet(Revision::unstored);
        Map<String, String> fields = Map.of(FIELD, json.writeValueAsString(after));
        return store.writeBundle(
                        key, revision, fields, List.of(), clock.instant().plus(LIFE))
                .isPresent();
    }

    /** What does not open is begun anew: every instance says again what it has. */
    private Optional<Bundle> read() {
        try {
            return store.readBundle(key);
        } catch (Unreadable e) {
            if (e.reason() == Unreadable.Reason.FORMAT) {
                throw e;
            }
            log.warn("the slots of {} do not open ({}): they are counted anew", pool, e.reason());
            store.delete(List.of(key));
            return Optional.empty();
        }
    }

    private Floor floor(Bundle bundle) {
        return StoredJson.read(json, bundle.fields().getOrDefault(FIELD, ""), Floor.class);
    }

    @Override
    public void wakeOthers() {
        try {
            signals.send(SIGNAL, pool);
        } catch (DataAccessException e) {
            log.debug("the other instances will look by themselves");
        }
    }
}
