package fr.isere.iris.releases;

import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.StoredJson;
import fr.isere.iris.retention.Unreadable;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How far the imports and evaluations under way are, whichever instance does them. Its end is near: a work that tells nothing is dead. */
@Component
class Progress {

    /** After which a sign ends; whoever looks as long again and finds none takes it that the instance that worked is gone. */
    static final Duration LIFE = Duration.ofSeconds(15);

    private final ExpiringStore store;
    private final JsonMapper json;

    Progress(ExpiringStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    /**
     * How far.
     *
     * @param phase a code that the page has words for
     * @param total 0 where it is not known
     * @param unit {@code bytes} or {@code cases}
     */
    record At(String phase, long done, long total, String unit) {}

    /** Somebody works, and tells it in words of another version of IRIS. */
    private static final At UNKNOWN = new At("waiting", 0, 0, "bytes");

    void tell(String work, At at) {
        store.put(key(work), json.writeValueAsString(at), LIFE);
    }

    /** Empty if nobody works on it any more. */
    Optional<At> of(String work) {
        try {
            return store.get(key(work)).map(text -> StoredJson.read(json, text, At.class));
        } catch (Unreadable e) {
            boolean isOfAnotherVersion = e.reason() == Unreadable.Reason.FORMAT; // which works on
            return isOfAnotherVersion ? Optional.of(UNKNOWN) : Optional.empty();
        }
    }

    private static Key key(String work) {
        return Key.of("release-work", work);
    }
}
