package fr.isere.iris.quotas;

import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.ExpiringStore.Bundle;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.PersonalData;
import fr.isere.iris.retention.Revision;
import fr.isere.iris.retention.StoredJson;
import fr.isere.iris.retention.Unreadable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What each person asked today, by pseudonym: it ends with the day, in France. */
@Component
class Counters implements PersonalData {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final String FIELD = "used";
    private static final int ATTEMPTS = 50;

    private final ExpiringStore store;
    private final JsonMapper json;
    private final Clock clock;

    Counters(ExpiringStore store, JsonMapper json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /** When all counts begin anew. */
    Instant midnight() {
        return LocalDate.ofInstant(clock.instant(), FRANCE)
                .plusDays(1)
                .atStartOfDay(FRANCE)
                .toInstant();
    }

    /**
     * Changes what somebody used; the change may refuse by throwing.
     *
     * @throws ProblemException {@code conversation-busy} (409) if others always came between
     */
    void change(String person, UnaryOperator<Used> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Bundle> read = read(person);
            Used before = used(read);
            Used after = change.apply(before);
            Revision revision = read.map(Bundle::revision).orElseGet(Revision::unstored);
            Map<String, String> fields = Map.of(FIELD, json.writeValueAsString(after));
            if (after.equals(before)
                    || store.writeBundle(key(person), revision, fields, List.of(), midnight())
                            .isPresent()) {
                return;
            }
        }
        throw new ProblemException("conversation-busy", HttpStatus.CONFLICT);
    }

    /** What somebody used until now. */
    Used used(String person) {
        return used(read(person));
    }

    private Used used(Optional<Bundle> read) {
        return read.map(bundle -> StoredJson.read(json, bundle.fields().getOrDefault(FIELD, ""), Used.class))
                .orElse(Used.NOTHING);
    }

    /** A count that does not open is begun anew. */
    private Optional<Bundle> read(String person) {
        try {
            return store.readBundle(key(person));
        } catch (Unreadable e) {
            if (e.reason() == Unreadable.Reason.FORMAT) {
                throw e;
            }
            store.delete(List.of(key(person)));
            return Optional.empty();
        }
    }

    @Override
    public int eraseAllOf(String pseudonym) {
        if (!store.exists(key(pseudonym))) {
            return 0;
        }
        store.delete(List.of(key(pseudonym)));
        return 1;
    }

    private static Key key(String person) {
        return Key.of("quota", person).ownedBy(person);
    }
}
