package fr.isere.iris.feedback;

import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Ids;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.Lifetimes;
import fr.isere.iris.retention.PersonalIndexes;
import fr.isere.iris.retention.Revision;
import fr.isere.iris.retention.StoredJson;
import fr.isere.iris.retention.Unreadable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people attached, each under a random id that says nothing of them. One list has all ids, for the référents; one a person has hers,
 * so that she can have them erased.
 */
@Component
class AttachedContents {

    private static final Logger LOG = LoggerFactory.getLogger(AttachedContents.class);
    private static final String CONTENT = "content";
    private static final Key ALL = Key.of("feedback-list", "all");

    private final ExpiringStore store;
    private final PersonalIndexes indexes;
    private final Ids ids;
    private final FeedbackSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    AttachedContents(
            ExpiringStore store,
            PersonalIndexes indexes,
            Ids ids,
            FeedbackSettings settings,
            Lifetimes lifetimes,
            JsonMapper json,
            Clock clock) {
        settings.checkAgainst(lifetimes.longest());
        this.store = store;
        this.indexes = indexes;
        this.ids = ids;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** When what is attached now ends. */
    Instant end() {
        return clock.instant().plus(settings.attached());
    }

    /**
     * Keeps it.
     *
     * @param person pseudonym of whose it is
     * @return its id
     */
    String keep(String person, Attached attached) {
        String id = ids.next();
        // Her list first: what she cannot have erased must not stand.
        indexes.add(own(person), id, attached.endsAt());
        Map<String, String> fields = Map.of(CONTENT, json.writeValueAsString(attached));
        store.writeBundle(key(id), Revision.unstored(), fields, List.of(), attached.endsAt());
        indexes.add(ALL, id, attached.endsAt());
        return id;
    }

    /** One of them, while it stands. */
    Optional<Attached> find(@Nullable String id) {
        if (id == null || !ids.isOne(id)) {
            return Optional.empty();
        }
        try {
            return store.readBundle(key(id))
                    .flatMap(bundle -> Optional.ofNullable(bundle.fields().get(CONTENT)))
                    .map(content -> StoredJson.read(json, content, Attached.class));
        } catch (Unreadable e) {
            LOG.warn("Something attached does not open ({}): it is left as it is", e.reason());
            return Optional.empty();
        }
    }

    /** All ids, newest first. */
    List<String> ids() {
        return newestFirst(ALL);
    }

    /** The ids of what a person attached, newest first. */
    List<String> idsOf(String person) {
        return newestFirst(own(person));
    }

    /** Those of these that stand, by id, in their order. */
    Map<String, Attached> all(List<String> wanted) {
        Map<String, Attached> found = new LinkedHashMap<>();
        wanted.forEach(id -> find(id).ifPresent(attached -> found.put(id, attached)));
        return found;
    }

    /** Erases one of a person's for good; harmless where nothing is. */
    void erase(String person, String id) {
        erase(id);
        indexes.remove(own(person), id);
    }

    /**
     * The same for who does not know whose it is. Its id stays in her list until its end, names nothing, and is not shown.
     *
     * @return whether it stood
     */
    boolean eraseAnybodys(String id) {
        if (!ids().contains(id)) {
            return false;
        }
        erase(id);
        return true;
    }

    private void erase(String id) {
        store.eraseUntold(key(id), end());
        indexes.remove(ALL, id);
    }

    /** Erases all that a person attached; how many those were. */
    int eraseAllOf(String person) {
        List<String> hers = idsOf(person);
        hers.forEach(id -> erase(person, id));
        return hers.size();
    }

    private List<String> newestFirst(Key index) {
        List<String> found = new ArrayList<>(indexes.ids(index));
        Collections.reverse(found);
        return found;
    }

    private static Key key(String id) {
        return Key.of("feedback-attached", id);
    }

    private static Key own(String person) {
        return Key.of("feedback-own", person);
    }
}
