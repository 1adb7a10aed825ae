package fr.isere.iris.chat;

import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Ids;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.PersonalIndexes;
import fr.isere.iris.retention.StoredJson;
import fr.isere.iris.retention.Unreadable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * How conversations are stored. One is one bundle of the store, so that all of it ends at the same moment; a person's index names hers;
 * what other capabilities keep of it ends and goes with it.
 */
@Component
class ConversationStore {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationStore.class);
    private static final String HEADER = "header";
    private static final String MESSAGE = "message:";
    private static final String ASIDE = "aside:";

    private final ExpiringStore store;
    private final PersonalIndexes indexes;
    private final Ids ids;
    private final ObjectProvider<Belongings> belongings;
    private final JsonMapper json;

    ConversationStore(
            ExpiringStore store,
            PersonalIndexes indexes,
            Ids ids,
            ObjectProvider<Belongings> belongings,
            JsonMapper json) {
        this.store = store;
        this.indexes = indexes;
        this.ids = ids;
        this.belongings = belongings;
        this.json = json;
    }

    /** This owner's conversation. */
    Optional<Conversation> find(String owner, String id) {
        if (!ids.isOne(id)) {
            return Optional.empty();
        }
        return store.readBundle(key(owner, id))
                .flatMap(bundle -> Optional.ofNullable(bundle.fields().get(HEADER))
                        .map(header -> new Conversation(
                                id,
                                bundle.revision(),
                                StoredJson.read(json, header, Conversation.Header.class),
                                messages(bundle.fields()))));
    }

    /** A conversation of this owner, if it opens. */
    Optional<Conversation> findToErase(String owner, String id) {
        try {
            return find(owner, id);
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    /**
     * Saves a header and the messages that are new or changed.
     *
     * @return false if somebody wrote since the conversation was read, or if it has expired: read again
     */
    boolean save(Conversation read, Conversation.Header header, List<Message> changed) {
        Map<String, String> fields = new HashMap<>();
        fields.put(HEADER, json.writeValueAsString(header));
        changed.forEach(message -> fields.put(MESSAGE + message.id(), json.writeValueAsString(message)));
        Key key = key(header.owner(), read.id());
        boolean saved = store.writeBundle(key, read.revision(), fields, List.of(), header.expiresAt())
                .isPresent();
        if (saved) {
            indexes.add(index(header.owner()), read.id(), header.expiresAt());
            if (!header.expiresAt().equals(read.header().expiresAt())) {
                endBelongings(header.owner(), read.id(), header.expiresAt());
            }
        }
        return saved;
    }

    /**
     * Names an answer beside it, that ends and goes with it and is none of its messages.
     *
     * @return false if somebody wrote since the conversation was read, or if it has expired: read again
     */
    boolean nameAside(Conversation read, String answerId) {
        return store.writeBundle(
                        key(read.header().owner(), read.id()),
                        read.revision(),
                        Map.of(ASIDE + answerId, ""),
                        List.of(),
                        read.header().expiresAt())
                .isPresent();
    }

    /** The ids of the answers ever given beside it; none if it does not open. */
    List<String> asides(String owner, String id) {
        try {
            return store.readBundle(key(owner, id))
                    .map(ConversationStore::asides)
                    .orElse(List.of());
        } catch (Unreadable e) {
            return List.of();
        }
    }

    private static List<String> asides(ExpiringStore.Bundle bundle) {
        return bundle.fields().keySet().stream()
                .filter(field -> field.startsWith(ASIDE))
                .map(field -> field.substring(ASIDE.length()))
                .toList();
    }

    /** Names it among its owner's. */
    void list(String owner, String id, Instant end) {
        indexes.add(index(owner), id, end);
    }

    /** Has it end by then, if it would live longer. */
    void endBy(String owner, String id, Instant end) {
        store.endBy(key(owner, id), end);
        endBelongings(owner, id, end);
    }

    /** Erases it for good, until {@code longest} even where a copy is put back. */
    void erase(String owner, String id, Instant longest) {
        // What belongs to it first: should that fail, the conversation still stands, and is erased when asked again.
        eraseBelongings(owner, id);
        store.erase(key(owner, id), longest);
        indexes.remove(index(owner), id);
    }

    /** When its owner erased it, as long as that is told. */
    Optional<Instant> erasedAt(String owner, String id) {
        return ids.isOne(id) ? store.erasedAt(key(owner, id)) : Optional.empty();
    }

    /** Erases one that does not open, or has ended. */
    void forget(String owner, String id) {
        eraseBelongings(owner, id);
        store.delete(List.of(key(owner, id)));
        indexes.remove(index(owner), id);
    }

    /** The ids of an owner's conversations, whether they can be read or not. */
    List<String> idsOf(String owner) {
        return indexes.ids(index(owner));
    }

    /** Those of them that stand in the memory of this instance. */
    List<String> ephemeralOf(String owner) {
        return indexes.inMemory(index(owner));
    }

    /** Its header, if it opens. */
    Optional<Conversation.Header> header(String owner, String id) {
        try {
            return store.readBundle(key(owner, id), List.of(HEADER))
                    .map(bundle -> bundle.fields().get(HEADER))
                    .map(header -> StoredJson.read(json, header, Conversation.Header.class));
        } catch (Unreadable e) {
            LOG.warn("A stored conversation does not open ({}): the list goes without it", e.reason());
            return Optional.empty();
        }
    }

    private void endBelongings(String owner, String id, Instant end) {
        belongings.forEach(belonging -> belonging.endAt(owner, id, end));
    }

    private void eraseBelongings(String owner, String id) {
        belongings.forEach(belonging -> belonging.erase(owner, id));
    }

    private List<Message> messages(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(MESSAGE))
                .map(field -> StoredJson.read(json, field.getValue(), Message.class))
                .toList();
    }

    /** Where a conversation is stored. */
    static Key key(String owner, String id) {
        return Key.of("conversation", id).ownedBy(owner);
    }

    private static Key index(String owner) {
        return Key.of("conversations", owner);
    }
}
