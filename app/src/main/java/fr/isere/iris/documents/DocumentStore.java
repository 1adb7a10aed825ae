package fr.isere.iris.documents;

import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Ids;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.Lifetimes;
import fr.isere.iris.retention.Origins;
import fr.isere.iris.retention.Revision;
import fr.isere.iris.retention.Seal;
import fr.isere.iris.retention.StoredJson;
import fr.isere.iris.retention.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was read of each document: one bundle of the store, with a field for its state and one for each page, so that a page is read
 * alone and all of it ends at the same moment. A sign of life beside it says that an instance is at it.
 */
@Component
class DocumentStore {

    /** How long a document whose instance says nothing is taken for being read. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final String STATE = "state";
    private static final String PAGE = "page:";
    private static final int ATTEMPTS = 20;

    private final ExpiringStore store;
    private final Origins origins;
    private final Ids ids;
    private final Lifetimes lifetimes;
    private final JsonMapper json;
    private final Clock clock;

    DocumentStore(ExpiringStore store, Origins origins, Ids ids, Lifetimes lifetimes, JsonMapper json, Clock clock) {
        this.store = store;
        this.origins = origins;
        this.ids = ids;
        this.lifetimes = lifetimes;
        this.json = json;
        this.clock = clock;
    }

    /** A state as it stands. */
    record Stored(Revision revision, DocumentState state) {}

    /** Begins a document that waits to be read. */
    Revision begin(String owner, String id, DocumentState state, Instant end) {
        renewLease(id);
        return save(owner, id, Revision.unstored(), state, List.of(), end)
                .orElseThrow(() -> new IllegalStateException("a new id is not new"));
    }

    /** The state of a document, if it is this owner's. */
    Optional<Stored> find(String owner, String id) {
        if (!ids.isOne(id)) {
            return Optional.empty();
        }
        try {
            return store.readBundle(key(owner, id), List.of(STATE))
                    .flatMap(bundle -> Optional.ofNullable(bundle.fields().get(STATE))
                            .map(state -> StoredJson.read(json, state, DocumentState.class))
                            .map(state -> new Stored(bundle.revision(), state)));
        } catch (Unreadable e) {
            return Optional.empty(); // another's
        }
    }

    /**
     * Saves a state, and pages with it.
     *
     * @return empty if somebody wrote meanwhile, or if the document is gone
     */
    Optional<Revision> save(
            String owner, String id, Revision read, DocumentState state, List<ReadPage> pages, Instant end) {
        Map<String, String> fields = new HashMap<>();
        fields.put(STATE, json.writeValueAsString(state));
        long size = 0;
        for (ReadPage page : pages) {
            String text = json.writeValueAsString(page);
            size += text.getBytes(StandardCharsets.UTF_8).length;
            fields.put(PAGE + page.number(), text);
        }
        store.requireRoom(key(owner, id), size);
        return store.writeBundle(key(owner, id), read, fields, List.of(), end);
    }

    /** Keeps of a document why it could not be read, and none of its pages; nothing if it is gone. */
    void fail(String owner, String id, String problem, Instant end) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Stored> standing =
                    find(owner, id).filter(found -> found.state().isBeingRead());
            if (standing.isEmpty()) {
                return;
            }
            Revision read = standing.get().revision();
            // One at least: what removes is taken by a Redis that is full.
            List<String> removed = new ArrayList<>(List.of(PAGE));
            read.fields().stream().filter(field -> field.startsWith(PAGE)).forEach(removed::add);
            String failed = json.writeValueAsString(standing.get().state().failed(problem));
            if (store.writeBundle(key(owner, id), read, Map.of(STATE, failed), removed, end)
                    .isPresent()) {
                return;
            }
        }
    }

    /** One page. */
    Optional<ReadPage> page(String owner, String id, int number) {
        return store.readBundle(key(owner, id), List.of(PAGE + number))
                .flatMap(bundle -> Optional.ofNullable(bundle.fields().get(PAGE + number)))
                .map(this::page);
    }

    /** All pages, in order. */
    List<ReadPage> pages(String owner, String id) {
        return store.readBundle(key(owner, id)).map(ExpiringStore.Bundle::fields).orElse(Map.of()).entrySet().stream()
                .filter(field -> field.getKey().startsWith(PAGE))
                .map(field -> page(field.getValue()))
                .sorted(Comparator.comparingInt(ReadPage::number))
                .toList();
    }

    /** Seals with the keys of these documents; empty if one of them is gone. */
    Optional<Seal> sealOf(String owner, Collection<String> ids) {
        return origins.sealOf(ids.stream().map(id -> key(owner, id)).toList());
    }

    /** Has it end then, earlier or later than it would. */
    void endAt(String owner, String id, Instant end) {
        store.moveEnd(key(owner, id), end);
    }

    /** Takes away what was never shown. */
    void drop(String owner, String id) {
        store.delete(List.of(key(owner, id), lease(id)));
    }

    /** Erases it for good. */
    void erase(String owner, String id) {
        store.eraseUntold(key(owner, id), clock.instant().plus(lifetimes.longest()));
        endLease(id);
    }

    void renewLease(String id) {
        store.mark(lease(id), LEASE);
    }

    /** Whether an instance is at it, as far as is known. */
    boolean isLeased(String id) {
        return store.exists(lease(id));
    }

    void endLease(String id) {
        store.delete(List.of(lease(id)));
    }

    private ReadPage page(String text) {
        return StoredJson.read(json, text, ReadPage.class);
    }

    private static Key key(String owner, String id) {
        return Key.of("document", id).ownedBy(owner);
    }

    private static Key lease(String id) {
        return Key.of("reading", id);
    }
}
