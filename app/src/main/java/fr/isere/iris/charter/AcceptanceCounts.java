package fr.isere.iris.charter;

import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.Revision;
import fr.isere.iris.retention.Unreadable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How many accepted each version, and on which day the last did: numbers that are nobody's, kept as long as an acceptance after the last. */
@Component
class AcceptanceCounts {

    /** A number below this could tell who. */
    static final int FEW = 5;

    private static final Logger LOG = LoggerFactory.getLogger(AcceptanceCounts.class);
    private static final int ATTEMPTS = 20;
    private static final String PEOPLE = "people";
    private static final String LAST = "last";

    private final ExpiringStore store;
    private final CharterSettings settings;
    private final Clock clock;

    AcceptanceCounts(ExpiringStore store, CharterSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is known of one version.
     *
     * @param last null where nobody accepted it
     */
    record Count(long people, @Nullable LocalDate last) {

        static final Count NONE = new Count(0, null);
    }

    Count of(String version) {
        return read(version).map(AcceptanceCounts::count).orElse(Count.NONE);
    }

    /** One more; of several at once none is lost. */
    void add(String version) {
        Instant now = clock.instant();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<ExpiringStore.Bundle> read = read(version);
            long people = read.map(AcceptanceCounts::count).orElse(Count.NONE).people() + 1;
            Map<String, String> fields = Map.of(
                    PEOPLE,
                    Long.toString(people),
                    LAST,
                    LocalDate.ofInstant(now, ZoneOffset.UTC).toString());
            Revision revision = read.map(ExpiringStore.Bundle::revision).orElseGet(Revision::unstored);
            if (store.writeBundle(key(version), revision, fields, List.of(), now.plus(settings.acceptance()))
                    .isPresent()) {
                return;
            }
        }
        LOG.warn("An acceptance of the charter stands, but was not counted: too many at once");
    }

    private Optional<ExpiringStore.Bundle> read(String version) {
        try {
            return store.readBundle(key(version));
        } catch (Unreadable e) {
            LOG.warn("The count of acceptances of a version does not open ({}): it begins again", e.reason());
            store.delete(List.of(key(version)));
            return Optional.empty();
        }
    }

    private static Count count(ExpiringStore.Bundle bundle) {
        return new Count(
                Long.parseLong(bundle.fields().getOrDefault(PEOPLE, "0")),
                Optional.ofNullable(bundle.fields().get(LAST))
                        .map(LocalDate::parse)
                        .orElse(null));
    }

    private static Key key(String version) {
        return Key.of("charter-count", version);
    }
}
