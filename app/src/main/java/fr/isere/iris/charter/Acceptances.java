package fr.isere.iris.charter;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Key;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who accepted which version, kept as long as the setting says and not a day more. */
@Component
class Acceptances {

    private final ExpiringStore store;
    private final CharterSettings settings;
    private final Clock clock;

    Acceptances(ExpiringStore store, CharterSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    Optional<Acceptance> of(CurrentUser user) {
        return store.get(key(user)).map(Acceptances::parse);
    }

    void record(CurrentUser user, String version) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        store.put(key(user), now + " " + version, settings.acceptance());
    }

    private static Acceptance parse(String stored) {
        int space = stored.indexOf(' ');
        return new Acceptance(stored.substring(space + 1), Instant.parse(stored.substring(0, space)));
    }

    private static Key key(CurrentUser user) {
        return Key.ofPerson("charter", user.id());
    }
}
