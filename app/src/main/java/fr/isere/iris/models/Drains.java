package fr.isere.iris.models;

import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.ExpiringStore.Bundle;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.Revision;
import fr.isere.iris.retention.Signals;
import fr.isere.iris.retention.Unreadable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;

/** Which backends ops drain, for all instances. It ends 90 days after it was last looked at: while an instance runs, never. */
class Drains {

    /** Signal: somebody drained a backend, or has it serve again. */
    static final String SIGNAL = "drained";

    static final String ALL = "all";

    private static final Logger log = LoggerFactory.getLogger(Drains.class);

    private static final Key KEY = Key.of("drained", "backends");
    private static final Duration LIFE = Duration.ofDays(90);
    private static final Duration RENEWED = Duration.ofDays(1);
    private static final int ATTEMPTS = 20;

    private final ExpiringStore store;
    private final Signals signals;
    private final Clock clock;
    private volatile Set<String> last = Set.of();
    private Instant renewed = Instant.MIN;

    Drains(ExpiringStore store, Signals signals, Clock clock) {
        this.store = store;
        this.signals = signals;
        this.clock = clock;
    }

    /** Names of those that are drained; what this instance knew last, if that cannot be read now. */
    synchronized Set<String> read() {
        try {
            last = bundle().map(found -> Set.copyOf(found.fields().keySet())).orElseGet(this::writtenAgain);
            if (!last.isEmpty() && renewed.isBefore(clock.instant().minus(RENEWED))) {
                renewed = clock.instant();
                store.moveEnd(KEY, renewed.plus(LIFE));
            }
        } catch (RuntimeException e) {
            log.debug("what is drained cannot be read: {}", e.getClass().getSimpleName());
        }
        return last;
    }

    /** What nobody wrote to end has not ended: where nothing is drained a bundle without fields stands. The store lost it. */
    private Set<String> writtenAgain() {
        if (!last.isEmpty()) {
            String now = clock.instant().toString();
            Map<String, String> fields = last.stream().collect(Collectors.toMap(name -> name, name -> now));
            var unused = store.writeBundle(
                    KEY, Revision.unstored(), fields, List.of(), clock.instant().plus(LIFE));
        }
        return last;
    }

    /** Writes it down, and tells all instances. */
    void write(String backend, boolean drained) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Bundle> read = bundle();
            boolean stands =
                    read.map(found -> found.fields().containsKey(backend)).orElse(false);
            if (stands == drained || written(read, backend, drained)) {
                signals.send(SIGNAL, ALL);
                return;
            }
        }
        throw new OptimisticLockingFailureException("others drain at the same time");
    }

    private boolean written(Optional<Bundle> read, String backend, boolean drained) {
        Revision revision = read.map(Bundle::revision).orElseGet(Revision::unstored);
        Map<String, String> fields = drained ? Map.of(backend, clock.instant().toString()) : Map.of();
        List<String> removed = drained ? List.of() : List.of(backend);
        return store.writeBundle(KEY, revision, fields, removed, clock.instant().plus(LIFE))
                .isPresent();
    }

    private Optional<Bundle> bundle() {
        try {
            return store.readBundle(KEY);
        } catch (Unreadable e) {
            if (e.reason() == Unreadable.Reason.FORMAT) {
                throw e;
            }
            log.warn("what is drained does not open ({}): nothing is", e.reason());
            store.delete(List.of(KEY));
            return Optional.empty();
        }
    }
}
