package fr.isere.iris.chat;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.retention.Ids;
import fr.isere.iris.retention.Life;
import fr.isere.iris.retention.Pseudonyms;
import fr.isere.iris.retention.Revision;
import fr.isere.iris.retention.Unreadable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The conversations of each person: who may see one, how long it lives, and what becomes of it. */
@Component
class Conversations implements OpenConversations {

    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);
    private static final int ATTEMPTS = 5;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "'le' d MMMM yyyy 'à' HH:mm", Locale.FRENCH)
            .withZone(ZoneId.of("Europe/Paris"));

    private final ConversationStore store;
    private final Ids ids;
    private final Pseudonyms pseudonyms;
    private final Lives lives;
    private final Clock clock;

    Conversations(ConversationStore store, Ids ids, Pseudonyms pseudonyms, Lives lives, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.pseudonyms = pseudonyms;
        this.lives = lives;
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
        store.list(owner, id, header.expiresAt());
        store.save(conversation, header, List.of());
        return conversation;
    }

    List<Summary> of(CurrentUser user) {
        String owner = pseudonyms.of(user.id());
        Life life = lives.of(user);
        return store.idsOf(owner).stream()
                .flatMap(id -> store
                        .header(owner, id)
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
            return store.find(owner, id)
                    .flatMap(found ->
                            underPolicy(id, found.header(), lives.of(user)).map(found::with))
                    .orElseThrow(() -> gone(owner, id));
        } catch (Unreadable e) {
            // Another's does not open, and is not told from what never was.
            if (!store.idsOf(owner).contains(id)) {
                throw notFound(id);
            }
            LOG.warn("A stored conversation does not open ({}): it is left as it is", e.reason());
            throw e;
        }
    }

    @Override
    public OpenConversation requireOwned(CurrentUser user, String conversationId) {
        return ownedBy(user, conversationId).open();
    }

    @Override
    public Optional<OpenConversation> find(String owner, String conversationId) {
        return store.header(owner, conversationId)
                .map(header ->
                        new OpenConversation(conversationId, header.owner(), header.createdAt(), header.expiresAt()));
    }

    /** Ends it as early as the policy of today says, if that is earlier than it was written. */
    private Optional<Conversation.Header> underPolicy(String id, Conversation.Header stored, Life inForce) {
        Conversation.Header header = stored.under(inForce);
        if (header.expiresAt().isBefore(stored.expiresAt())) {
            store.endBy(stored.owner(), id, header.expiresAt());
        }
        return header.expiresAt().isAfter(clock.instant()) ? Optional.of(header) : Optional.empty();
    }

    private ProblemException gone(String owner, String id) {
        return store.erasedAt(owner, id)
                .map(at -> new ProblemException("conversation-erased", HttpStatus.GONE, WHEN.format(at)))
                .orElseGet(() -> notFound(id));
    }

    private static ProblemException notFound(String id) {
        String name = Ids.isInMemory(id) ? "ephemeral-conversation-gone" : "conversation-not-found";
        return new ProblemException(name, HttpStatus.NOT_FOUND);
    }

    /** Changes the header of a conversation, against whatever it is by then. */
    Conversation update(CurrentUser user, String id, UnaryOperator<Conversation.Header> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Conversation read = ownedBy(user, id);
            Conversation.Header header = change.apply(read.header());
            if (store.save(read, header, List.of())) {
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
            Conversation read =
                    store.find(answer.owner(), answer.conversationId()).orElse(null);
            @Nullable
            Message message =
                    read == null ? null : read.message(answer.messageId()).orElse(null);
            if (read == null || message == null || message.state() != Message.State.GENERATING) {
                return;
            }
            if (store.save(read, read.header().idle(), List.of(end.apply(message)))) {
                return;
            }
        }
        throw new ProblemException("conversation-busy", HttpStatus.CONFLICT);
    }

    /** Erases it for good; its owner is told when, as long as it could have lived. */
    void delete(Conversation conversation) {
        Conversation.Header header = conversation.header();
        Instant longest = header.createdAt().plus(header.life().max());
        store.erase(header.owner(), conversation.id(), longest);
    }
}
