package fr.isere.iris.releases;

import fr.isere.iris.releases.Watch.Counted;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.ExpiringStore.Bundle;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.Revision;
import fr.isere.iris.retention.StoredJson;
import fr.isere.iris.retention.Unreadable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What all instances counted of a canary, together. */
@Component
class WatchStore {

    private static final Duration LIFE = Duration.ofDays(8);
    private static final String WATCH = "watch";
    private static final int ATTEMPTS = 20;

    private final ExpiringStore store;
    private final JsonMapper json;
    private final Clock clock;

    WatchStore(ExpiringStore store, JsonMapper json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /** Adds what this instance counted; false if others always came between: it is still to be added. */
    boolean add(Book.Canary canary, Counted counted, Duration kept) {
        Key key = key(canary);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Bundle> read = read(key);
            Watch after = watch(read).plus(counted, clock.instant(), kept);
            Revision revision = read.map(Bundle::revision).orElseGet(Revision::unstored);
            Map<String, String> fields = Map.of(WATCH, json.writeValueAsString(after));
            if (store.writeBundle(
                            key, revision, fields, List.of(), clock.instant().plus(LIFE))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    Watch of(Book.Canary canary) {
        return watch(read(key(canary)));
    }

    private Optional<Bundle> read(Key key) {
        try {
            return store.readBundle(key);
        } catch (Unreadable e) {
            if (e.reason() == Unreadable.Reason.FORMAT) {
                throw e; // of another version of IRIS, which goes on counting
            }
            store.delete(List.of(key));
            return Optional.empty();
        }
    }

    private Watch watch(Optional<Bundle> read) {
        return read.map(bundle -> StoredJson.read(json, bundle.fields().getOrDefault(WATCH, ""), Watch.class))
                .orElse(Watch.NONE);
    }

    /** The same release tried again is counted anew. */
    private static Key key(Book.Canary canary) {
        return Key.of("release-watch", canary.release() + "-" + canary.since().getEpochSecond());
    }
}
