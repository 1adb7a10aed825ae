package fr.isere.iris.releases;

import fr.isere.iris.releases.Release.Verdict;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.StoredJson;
import fr.isere.iris.retention.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last report of each release. It is written before the book tells of it, and under its own time, by which the book's verdict finds it:
 * that of an evaluation which was broken off meanwhile is nobody's, and the one before stands.
 */
@Component
class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final String KIND = "release-report";
    private static final Duration LIFE = Duration.ofDays(395);

    private final ExpiringStore store;
    private final JsonMapper json;

    Reports(ExpiringStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    void put(String release, Report report) {
        store.put(key(release, report.at()), json.writeValueAsString(report), LIFE);
    }

    /** Takes one away that the book does not tell of. */
    void drop(String release, Report report) {
        store.delete(List.of(key(release, report.at())));
    }

    /** Takes the one away that a release had until now, where another verdict stands now or none. */
    void supersede(Release before, Release after) {
        Verdict old = before.evaluation();
        if (old == null || old.equals(after.evaluation())) {
            return;
        }
        try {
            store.delete(List.of(key(before.id(), old.at())));
        } catch (DataAccessException e) {
            LOG.debug("A report that nobody finds any more goes when its time is over");
        }
    }

    /** The one that the release's verdict is of. */
    Optional<Report> of(Release release) {
        return Optional.ofNullable(release.evaluation()).flatMap(verdict -> at(key(release.id(), verdict.at())));
    }

    private Optional<Report> at(Key key) {
        try {
            return store.get(key).map(text -> StoredJson.read(json, text, Report.class));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private static Key key(String release, Instant at) {
        return Key.of(KIND, release + "-" + at.toEpochMilli());
    }
}
