package fr.isere.iris.chat;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Ids;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.Life;
import fr.isere.iris.retention.PersonalIndexes;
import fr.isere.iris.retention.Pseudonyms;
import fr.isere.iris.retention.Revision;
import fr.isere.iris.retention.Unreadable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The conversations of each person. One is one bundle of the store, so that all of it ends at the same moment; a person's index
 * names hers.
 */
@Component
class Conversations {

    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);
    private static final String HEADER = "header";
    private static final String MESSAGE = "message:";
    private static final int ATTEMPTS = 5;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "'le' d MMMM yyyy 'à' HH:mm", Locale.FRENCH)
            .withZone(ZoneId.of("Europe/Paris"));

    private final ExpiringStore store;
    private final PersonalIndexes indexes;
    private final Ids ids;
    private final Pseudonyms pseudonyms;
    private final Lives lives;
    private final JsonMapper json;
    private final Clock clock;

    Conversations(
            ExpiringStore store,
            PersonalIndexes indexes,
            Ids ids,
            Pseudonyms pseudonyms,
            Lives lives,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.indexes = indexes;
        this.ids = ids;
        this.pseudonyms = pseudonyms;
        this.lives = lives;
        this.json = json;
        this.clock = clock;
    }

    /** A header with its conversation's id, for lists. */
    record Summary(String id, Conversation.Header header) {}

    Conversation create(CurrentUser user) {
        return create(user, ids.next(), lives.of(user));
    }

    /**
     * One that stays in the memory of this instance.
     *
     * @throws ProblemException {@code ephemeral-not-offered}
     */
    Conversation createEphemeral(CurrentUser user) {
        Life life = lives.ofEphemeral(user)
                .orElseThrow(() -> new ProblemException("ephemeral-not-offered", HttpStatus.FORBIDDEN));
        return create(user, ids.nextInMemory(), life);
    }

    private Conversation create(CurrentUser user, String id, Life life) {
        String owner = pseudonyms.of(user.id());
        Conversation.Header header = Conversation.Header.begun(owner, clock.instant(), life);
        Conversation conversation = new Conversation(id, Revision.unstored(), header, List.of());
        // The index first: an id there that leads nowhere is skipped, a conversation that no list shows could not be
        // erased.
        indexes.add(index(owner), id, header.expiresAt());
        save(conversation, header, List.of());
        return conversation;
    }

    List<Summary> of(CurrentUser user) {
        String owner = pseudonyms.of(user.id());
        Life life = lives.of(user);
        return indexes.ids(index(owner)).stream()
                .flatMap(id -> header(owner, id)
                        .flatMap(header -> underPolicy(id, header, life))
                        .map(header -> new Summary(id, header))
                        .stream())
                .sorted(Comparator.comparing(
                                (Summary summary) -> summary.header().lastActivityAt())
                        .reversed())
                .toList();
    }

    /**
     * The conversation with this id, if it is this person's.
     *
     * @throws ProblemException {@code conversation-not-found} or {@code ephemeral-conversation-gone}, the same for what never was,
     *     is another's, or has expired; {@code conversation-erased} for what she erased
     */
    Conversation ownedBy(CurrentUser user, String id) {
        String owner = pseudonyms.of(user.id());
        try {
            return find(owner, id)
                    .flatMap(found ->
                            underPolicy(id, found.header(), lives.of(user)).map(found::with))
                    .orElseThrow(() -> gone(owner, id));
        } catch (Unreadable e) {
            // Another's does not open, and is not told from what never was.
            if (!indexes.ids(index(owner)).contains(id)) {
                throw notFound(id);
            }
            LOG.warn("A stored conversation does not open ({}): it is left as it is", e.reason());
            throw e;
        }
    }

    /** Ends it as early as the policy of today says, if that is earlier than it was written. */
    private Optional<Conversation.Header> underPolicy(String id, Conversation.Header stored, Life inForce) {
        Conversation.Header header = stored.under(inForce);
        if (header.expiresAt().isBefore(stored.expiresAt())) {
            store.endBy(key(stored.owner(), id), header.expiresAt());
        }
        return header.expiresAt().isAfter(clock.instant()) ? Optional.of(header) : Optional.empty();
    }

    private ProblemException gone(String owner, String id) {
        return (ids.isOne(id) ? store.erasedAt(key(owner, id)) : Optional.<Instant>empty())
                .map(at -> new ProblemException("conversation-erased", HttpStatus.GONE, WHEN.format(at)))
                .orElseGet(() -> notFound(id));
    }

    private static ProblemException notFound(String id) {
        String name = Ids.isInMemory(id) ? "ephemeral-conversation-gone" : "conversation-not-found";
        return new ProblemException(name, HttpStatus.NOT_FOUND);
    }

    Optional<Conversation> find(String owner, String id) {
        if (!ids.isOne(id)) {
            return Optional.empty();
        }
        return store.readBundle(key(owner, id))
                .flatMap(bundle -> Optional.ofNullable(bundle.fields().get(HEADER))
                        .map(header -> new Conversation(
                                id,
                                bundle.revision(),
                                json.readValue(header, Conversation.Header.class),
                                messages(bundle.fields()))));
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
        }
        return saved;
    }

    /** Changes the header of a conversation, against whatever it is by then. */
    Conversation update(CurrentUser user, String id, UnaryOperator<Conversation.Header> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Conversation read = ownedBy(user, id);
            Conversation.Header header = change.apply(read.header());
            if (save(read, header, List.of())) {
                return read.with(header);
            }
        }
        throw new ProblemException("conversation-busy", HttpStatus.CONFLICT);
    }

    /**
     * Has a conversation gone by then at the latest: sooner than it would, never later.
     *
     * @throws ProblemException {@code answer-in-progress}: what is being written would outlive it
     */
    Conversation shorten(CurrentUser user, String id, Duration eraseIn) {
        return update(user, id, header -> {
            if (header.answering() != null) {
                throw new ProblemException("answer-in-progress", HttpStatus.CONFLICT);
            }
            if (eraseIn.compareTo(header.life().max()) > 0) {
                return header; // it ends sooner anyway
            }
            Instant by = clock.instant().plus(eraseIn);
            return header.erasedBy(header.eraseBy() == null ? by : Life.earlier(by, header.eraseBy()));
        });
    }

    /** Writes how an answer ended; nothing if its conversation is gone. */
    void endAnswer(AnswerRecord answer, UnaryOperator<Message> end) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            @Nullable
            Conversation read = find(answer.owner(), answer.conversationId()).orElse(null);
            @Nullable
            Message message =
                    read == null ? null : read.message(answer.messageId()).orElse(null);
            if (read == null || message == null || message.state() != Message.State.GENERATING) {
                return;
            }
            if (save(read, read.header().idle(), List.of(end.apply(message)))) {
                return;
            }
        }
        throw new ProblemException("conversation-busy", HttpStatus.CONFLICT);
    }

    /** Erases it for good; its owner is told when, as long as it could have lived. */
    void delete(Conversation conversation) {
        Conversation.Header header = conversation.header();
        Instant longest = header.createdAt().plus(header.life().max());
        store.erase(key(header.owner(), conversation.id()), longest);
        indexes.remove(index(conversation.header().owner()), conversation.id());
    }

    /** The ids of an owner's conversations, whether they can be read or not. */
    List<String> idsOf(String owner) {
        return indexes.ids(index(owner));
    }

    /** Those of them that stand in the memory of this instance. */
    List<String> ephemeralOf(String owner) {
        return indexes.inMemory(index(owner));
    }

    /** A conversation of this owner, if it opens. */
    Optional<Conversation> findToErase(String owner, String id) {
        try {
            return find(owner, id);
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    /** Erases one that does not open, or has ended. */
    void forget(String owner, String id) {
        store.delete(List.of(key(owner, id)));
        indexes.remove(index(owner), id);
    }

    private Optional<Conversation.Header> header(String owner, String id) {
        try {
            return store.readBundle(key(owner, id), List.of(HEADER))
                    .map(bundle -> bundle.fields().get(HEADER))
                    .map(header -> json.readValue(header, Conversation.Header.class));
        } catch (Unreadable e) {
            LOG.warn("A stored conversation does not open ({}): the list goes without it", e.reason());
            return Optional.empty();
        }
    }

    private List<Message> messages(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(MESSAGE))
                .map(field -> json.readValue(field.getValue(), Message.class))
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
