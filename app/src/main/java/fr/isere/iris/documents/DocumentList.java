package fr.isere.iris.documents;

import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.ExpiringStore.Bundle;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.Lifetimes;
import fr.isere.iris.retention.Revision;
import fr.isere.iris.retention.StoredJson;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Which documents a conversation has: one bundle, with a field for each. */
@Component
class DocumentList {

    private static final String LAST = "last";
    private static final String ENTRY = "document:";
    private static final int ATTEMPTS = 20;

    private final ExpiringStore store;
    private final Lifetimes lifetimes;
    private final DocumentSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    DocumentList(ExpiringStore store, Lifetimes lifetimes, DocumentSettings settings, JsonMapper json, Clock clock) {
        this.store = store;
        this.lifetimes = lifetimes;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What an addition did.
     *
     * @param entry with its number
     * @param replaced those that it took the place of
     */
    record Added(DocumentEntry entry, List<DocumentEntry> replaced) {}

    /** All of a conversation, by number. */
    List<DocumentEntry> of(String owner, String conversationId) {
        return store.readBundle(key(owner, conversationId)).map(this::entries).orElse(List.of());
    }

    /** One of them. */
    Optional<DocumentEntry> find(String owner, String conversationId, String id) {
        return store.readBundle(key(owner, conversationId), List.of(ENTRY + id))
                .flatMap(bundle -> Optional.ofNullable(bundle.fields().get(ENTRY + id)))
                .map(this::entry);
    }

    /**
     * Refuses one more where there is no place for it.
     *
     * @throws ProblemException {@code too-many-documents}
     */
    void requirePlace(OpenConversation conversation) {
        requirePlace(of(conversation.owner(), conversation.id()).size());
    }

    /**
     * Adds one.
     *
     * @param failed those of the same content that it may take the place of
     * @throws ProblemException {@code too-many-documents}; {@code document-already-there} if one has the same content
     */
    Added add(OpenConversation conversation, DocumentEntry added, Predicate<DocumentEntry> failed) {
        Key key = key(conversation.owner(), conversation.id());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Bundle> read = store.readBundle(key);
            List<DocumentEntry> standing = read.map(this::entries).orElse(List.of());
            List<DocumentEntry> replaced = standing.stream()
                    .filter(entry -> entry.digest().equals(added.digest()))
                    .toList();
            if (!replaced.stream().allMatch(failed)) {
                throw new ProblemException("document-already-there", HttpStatus.CONFLICT);
            }
            requirePlace(standing.size() - replaced.size());
            int number = read.map(bundle -> bundle.fields().get(LAST))
                            .map(Integer::parseInt)
                            .orElse(0)
                    + 1;
            DocumentEntry entry = added.numbered(number);
            Map<String, String> fields =
                    Map.of(LAST, Integer.toString(number), ENTRY + entry.id(), json.writeValueAsString(entry));
            List<String> removed =
                    replaced.stream().map(old -> ENTRY + old.id()).toList();
            Revision revision = read.map(Bundle::revision).orElseGet(Revision::unstored);
            if (store.writeBundle(key, revision, fields, removed, conversation.expiresAt())
                    .isPresent()) {
                return new Added(entry, replaced);
            }
        }
        throw new ProblemException("conversation-busy", HttpStatus.CONFLICT);
    }

    /** Takes one out, by a write that a Redis that is full takes too. */
    void remove(OpenConversation conversation, String id) {
        Key key = key(conversation.owner(), conversation.id());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Bundle> read = store.readBundle(key, List.of());
            if (read.isEmpty()
                    || store.writeBundle(
                                    key, read.get().revision(), Map.of(), List.of(ENTRY + id), conversation.expiresAt())
                            .isPresent()) {
                return;
            }
        }
        throw new ProblemException("conversation-busy", HttpStatus.CONFLICT);
    }

    /** Has the list end then, earlier or later than it would. */
    void endAt(String owner, String conversationId, Instant end) {
        store.moveEnd(key(owner, conversationId), end);
    }

    /** Erases the list for good. */
    void erase(String owner, String conversationId) {
        store.eraseUntold(key(owner, conversationId), clock.instant().plus(lifetimes.longest()));
    }

    private void requirePlace(int standing) {
        if (standing >= settings.maxPerConversation()) {
            throw new ProblemException("too-many-documents", HttpStatus.CONFLICT, settings.maxPerConversation());
        }
    }

    private List<DocumentEntry> entries(Bundle bundle) {
        List<DocumentEntry> entries = new ArrayList<>();
        bundle.fields().forEach((field, value) -> {
            if (field.startsWith(ENTRY)) {
                entries.add(entry(value));
            }
        });
        entries.sort(Comparator.comparingInt(DocumentEntry::number));
        return entries;
    }

    private DocumentEntry entry(String text) {
        return StoredJson.read(json, text, DocumentEntry.class);
    }

    private static Key key(String owner, String conversationId) {
        return Key.of("documents", conversationId).ownedBy(owner);
    }
}
