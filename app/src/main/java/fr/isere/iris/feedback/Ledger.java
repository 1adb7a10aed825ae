package fr.isere.iris.feedback;

import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.ExpiringStore.Bundle;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.Revision;
import fr.isere.iris.retention.StoredJson;
import fr.isere.iris.retention.Unreadable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Values that many change at once: each is read, changed and written again until nobody came between. */
@Component
class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final String VALUE = "value";
    private static final int ATTEMPTS = 50;

    /** Longest wait before the next attempt, in ns: two who meet do not meet again at once. */
    private static final long PAUSE = 5_000_000;

    private final ExpiringStore store;
    private final JsonMapper json;

    Ledger(ExpiringStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    /** What stands there; empty if nothing does, or if it does not open. */
    <T> Optional<T> read(Key key, Class<T> type) {
        try {
            return store.readBundle(key).map(bundle -> value(bundle, type));
        } catch (Unreadable e) {
            LOG.warn("Feedback that was kept does not open ({}): it is left as it is", e.reason());
            return Optional.empty();
        }
    }

    /**
     * Changes what stands there.
     *
     * @param none what is changed where nothing stands
     * @param end of the whole
     * @return what stood there before
     * @throws ProblemException {@code feedback-busy} (409) if others always came between
     */
    <T> T change(Key key, Class<T> type, T none, UnaryOperator<T> change, Instant end) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Bundle> read = toChange(key);
            T before = read.map(bundle -> value(bundle, type)).orElse(none);
            Revision revision = read.map(Bundle::revision).orElseGet(Revision::unstored);
            Map<String, String> fields = Map.of(VALUE, json.writeValueAsString(change.apply(before)));
            if (store.writeBundle(key, revision, fields, List.of(), end).isPresent()) {
                return before;
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE));
        }
        throw new ProblemException("feedback-busy", HttpStatus.CONFLICT);
    }

    /** What does not open is begun anew, unless it is of another version of IRIS, which may still write to it. */
    private Optional<Bundle> toChange(Key key) {
        try {
            return store.readBundle(key);
        } catch (Unreadable e) {
            if (e.reason() == Unreadable.Reason.FORMAT) {
                throw e;
            }
            LOG.warn("Feedback that was kept does not open ({}): it begins anew", e.reason());
            store.delete(List.of(key));
            return Optional.empty();
        }
    }

    private <T> T value(Bundle bundle, Class<T> type) {
        return StoredJson.read(json, bundle.fields().getOrDefault(VALUE, ""), type);
    }
}
