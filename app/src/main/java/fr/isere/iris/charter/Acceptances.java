package fr.isere.iris.charter;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.PersonalData;
import fr.isere.iris.retention.Pseudonyms;
import fr.isere.iris.retention.Unreadable;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who accepted which version, kept as long as the setting says and not a day more. */
@Component
class Acceptances implements PersonalData {

    private static final Logger LOG = LoggerFactory.getLogger(Acceptances.class);

    private final ExpiringStore store;
    private final Pseudonyms pseudonyms;
    private final CharterSettings settings;
    private final Clock clock;

    Acceptances(ExpiringStore store, Pseudonyms pseudonyms, CharterSettings settings, Clock clock) {
        this.store = store;
        this.pseudonyms = pseudonyms;
        this.settings = settings;
        this.clock = clock;
    }

    /** What she accepted; nothing if it does not open, or is of a version of IRIS that this one does not understand. */
    Optional<Acceptance> of(CurrentUser user) {
        try {
            return store.get(key(user)).flatMap(Acceptances::parse);
        } catch (Unreadable e) {
            LOG.warn("A stored acceptance does not open ({}): its owner is asked again", e.reason());
            return Optional.empty();
        }
    }

    /** Returns whether it is the first time that she accepts this version, as far as is known. */
    boolean record(CurrentUser user, String version) {
        boolean first =
                of(user).map(Acceptance::version).filter(version::equals).isEmpty();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        store.put(key(user), now + " " + version, settings.acceptance());
        return first;
    }

    @Override
    public int eraseAllOf(String pseudonym) {
        boolean stood = store.exists(keyOf(pseudonym));
        store.delete(List.of(keyOf(pseudonym)));
        return stood ? 1 : 0;
    }

    /** Date and version: what is written otherwise, another version of IRIS wrote. */
    private static Optional<Acceptance> parse(String stored) {
        String[] parts = stored.split(" ", 2);
        try {
            if (parts.length == 2) {
                return Optional.of(new Acceptance(parts[1], Instant.parse(parts[0])));
            }
        } catch (DateTimeParseException ofAnotherForm) {
            // its message quotes the text
        }
        LOG.warn("A stored acceptance is of another version of IRIS: its owner is asked again");
        return Optional.empty();
    }

    private Key key(CurrentUser user) {
        return keyOf(pseudonyms.of(user.id()));
    }

    private static Key keyOf(String person) {
        return Key.of("charter", person).ownedBy(person);
    }
}
