package fr.isere.iris.releases;

import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.Unreadable;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The last report of each release. */
@Component
class Reports {

    private static final Duration LIFE = Duration.ofDays(395);

    private final ExpiringStore store;
    private final JsonMapper json;

    Reports(ExpiringStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    void put(String release, Report report) {
        store.put(key(release), json.writeValueAsString(report), LIFE);
    }

    Optional<Report> of(String release) {
        try {
            return store.get(key(release)).map(text -> json.readValue(text, Report.class));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private static Key key(String release) {
        return Key.of("release-report", release);
    }
}
