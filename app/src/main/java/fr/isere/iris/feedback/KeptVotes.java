package fr.isere.iris.feedback;

import fr.isere.iris.chat.Belongings;
import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.Lifetimes;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Each person's own opinions, with the conversation that they are about, so that she sees them again and can change her mind. They end and
 * go with it, and what she attached from it goes with an erased one too.
 */
@Component
class KeptVotes implements Belongings {

    private final Ledger ledger;
    private final ExpiringStore store;
    private final AttachedContents attached;
    private final Lifetimes lifetimes;
    private final Clock clock;

    KeptVotes(Ledger ledger, ExpiringStore store, AttachedContents attached, Lifetimes lifetimes, Clock clock) {
        this.ledger = ledger;
        this.store = store;
        this.attached = attached;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    Votes of(OpenConversation conversation) {
        return ledger.read(key(conversation.owner(), conversation.id()), Votes.class)
                .orElse(Votes.NONE);
    }

    /**
     * Puts an opinion in the place of what stood there.
     *
     * @param vote null to take it back
     * @return what stood there
     */
    @Nullable
    Vote replace(OpenConversation conversation, String messageId, @Nullable Vote vote) {
        Votes before = ledger.change(
                key(conversation.owner(), conversation.id()),
                Votes.class,
                Votes.NONE,
                votes -> votes.with(messageId, vote),
                conversation.expiresAt());
        return before.of(messageId);
    }

    /** Puts back what stood there before this opinion, unless another took its place meanwhile. */
    void putBack(OpenConversation conversation, String messageId, @Nullable Vote vote, @Nullable Vote before) {
        ledger.change(
                key(conversation.owner(), conversation.id()),
                Votes.class,
                Votes.NONE,
                votes -> Objects.equals(votes.of(messageId), vote) ? votes.with(messageId, before) : votes,
                conversation.expiresAt());
    }

    @Override
    public void erase(String owner, String conversationId) {
        Key key = key(owner, conversationId);
        ledger.read(key, Votes.class).orElse(Votes.NONE).byMessage().values().forEach(vote -> {
            if (vote.attached() != null) {
                attached.erase(owner, vote.attached());
            }
        });
        store.eraseUntold(key, clock.instant().plus(lifetimes.longest()));
    }

    @Override
    public void endAt(String owner, String conversationId, Instant end) {
        store.moveEnd(key(owner, conversationId), end);
    }

    private static Key key(String owner, String conversationId) {
        return Key.of("feedback-votes", conversationId).ownedBy(owner);
    }
}
