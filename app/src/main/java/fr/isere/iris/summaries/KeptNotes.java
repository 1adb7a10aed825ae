package fr.isere.iris.summaries;

import fr.isere.iris.chat.Belongings;
import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.chat.OpenConversations;
import fr.isere.iris.documents.DocumentErased;
import fr.isere.iris.documents.Documents;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.ExpiringStore.Bundle;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.Lifetimes;
import fr.isere.iris.retention.Pseudonyms;
import fr.isere.iris.retention.Revision;
import fr.isere.iris.retention.Seal;
import fr.isere.iris.retention.StoredJson;
import fr.isere.iris.retention.Unreadable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the model has noted so far for the summaries of a conversation, so that one which broke off goes on where it was, on whatever
 * instance: one bundle a conversation, that ends with it. The notes are found by all that was asked for them.
 */
@Component
class KeptNotes implements Belongings {

    private static final Logger LOG = LoggerFactory.getLogger(KeptNotes.class);
    private static final String OPENED = "opened";
    private static final int ATTEMPTS = 20;

    /** Between the ids of documents that notes are about. */
    private static final String TOGETHER = "\\+";

    private final ExpiringStore store;
    private final OpenConversations conversations;
    private final Documents documents;
    private final Pseudonyms pseudonyms;
    private final Lifetimes lifetimes;
    private final JsonMapper json;
    private final Clock clock;

    KeptNotes(
            ExpiringStore store,
            OpenConversations conversations,
            Documents documents,
            Pseudonyms pseudonyms,
            Lifetimes lifetimes,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.conversations = conversations;
        this.documents = documents;
        this.pseudonyms = pseudonyms;
        this.lifetimes = lifetimes;
        this.json = json;
        this.clock = clock;
    }

    /** Whose notes, in which conversation. */
    record Place(String owner, String conversationId) {}

    /**
     * The name of notes: the store has it in the clear, so that a plain digest would tell whoever has the same text that it was read.
     *
     * @param documents ids of the documents that they are about, joined
     * @param digest of all that was asked for them
     */
    String name(String documents, String digest) {
        return documents + ":" + pseudonyms.of(digest);
    }

    /** Those of these notes that there are; afterwards there is a place for the others. */
    Map<String, Notes> find(Place place, Collection<String> names) {
        try {
            Optional<Bundle> bundle = store.readBundle(key(place), List.copyOf(names));
            if (bundle.isEmpty()) {
                open(place);
            }
            return opened(place, bundle.map(Bundle::fields).orElse(Map.of()));
        } catch (DataAccessException | Unreadable e) {
            LOG.debug("Kept notes cannot be read: {}", e.getClass().getSimpleName());
            return Map.of();
        }
    }

    private Map<String, Notes> opened(Place place, Map<String, String> sealed) {
        Map<String, Optional<Seal>> seals = new HashMap<>();
        Map<String, Notes> found = new HashMap<>();
        sealed.forEach((name, text) -> seals.computeIfAbsent(documentsOf(name), of -> sealOf(place, of))
                .flatMap(seal -> opened(seal, text))
                .ifPresent(notes -> found.put(name, notes)));
        return found;
    }

    /** Nothing, if another version of IRIS wrote them: they are asked again, and the others are not. */
    private Optional<Notes> opened(Seal seal, String text) {
        try {
            return Optional.of(StoredJson.read(json, seal.open(text), Notes.class));
        } catch (Unreadable e) {
            LOG.debug("A kept note does not open ({})", e.reason());
            return Optional.empty();
        }
    }

    /** Of the documents that the notes are about: erased with one of them, in copies of Redis too. */
    private Optional<Seal> sealOf(Place place, String ids) {
        return documents.sealOf(place.owner(), List.of(ids.split(TOGETHER, -1)));
    }

    private static String documentsOf(String name) {
        return name.substring(0, Math.max(0, name.indexOf(':')));
    }

    /**
     * Keeps notes. A store that is full or away costs what it would have spared, and no summary.
     *
     * @return false if their conversation or their document is gone, and nothing more is to be written for it
     */
    boolean keep(Place place, String name, Notes notes) {
        try {
            Optional<Seal> seal = sealOf(place, documentsOf(name));
            if (seal.isEmpty()) {
                return false;
            }
            Map<String, String> field = Map.of(name, seal.get().seal(json.writeValueAsString(notes)));
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<Instant> end = end(place);
                Optional<Bundle> read = store.readBundle(key(place), List.of());
                if (end.isEmpty() || read.isEmpty()) {
                    return end.isPresent(); // never begun anew: what was erased stays erased
                }
                Revision revision = read.get().revision();
                if (store.writeBundle(key(place), revision, field, List.of(), end.get())
                        .isPresent()) {
                    return true;
                }
            }
        } catch (DataAccessException | Unreadable e) {
            LOG.debug("Notes cannot be kept: {}", e.getClass().getSimpleName());
        }
        return true;
    }

    @Override
    public void erase(String owner, String conversationId) {
        store.eraseUntold(key(new Place(owner, conversationId)), clock.instant().plus(lifetimes.longest()));
    }

    /** What was noted of a document goes with it. */
    @EventListener
    void forget(DocumentErased erased) {
        Place place = new Place(pseudonyms.of(erased.person()), erased.conversation());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Instant> end = end(place);
            Optional<Bundle> read = end.flatMap(known -> store.readBundle(key(place)));
            List<String> about = read.map(Bundle::fields).orElse(Map.of()).keySet().stream()
                    .filter(name -> name.contains(erased.document()))
                    .toList();
            if (about.isEmpty()
                    || store.writeBundle(key(place), read.orElseThrow().revision(), Map.of(), about, end.orElseThrow())
                            .isPresent()) {
                return;
            }
        }
    }

    @Override
    public void endAt(String owner, String conversationId, Instant end) {
        store.moveEnd(key(new Place(owner, conversationId)), end);
    }

    private void open(Place place) {
        end(place)
                .ifPresent(
                        end -> store.writeBundle(key(place), Revision.unstored(), Map.of(OPENED, ""), List.of(), end));
    }

    private Optional<Instant> end(Place place) {
        return conversations.find(place.owner(), place.conversationId()).map(OpenConversation::expiresAt);
    }

    private static Key key(Place place) {
        return Key.of("summary-parts", place.conversationId()).ownedBy(place.owner());
    }
}
