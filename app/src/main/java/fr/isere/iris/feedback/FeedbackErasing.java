package fr.isere.iris.feedback;

import fr.isere.iris.chat.AllConversationsErased;
import fr.isere.iris.chat.ConversationErased;
import fr.isere.iris.retention.PersonalData;
import fr.isere.iris.retention.Pseudonyms;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Erases what is kept of somebody's opinions when they erase all, or leave. What was counted names nobody, and stays. */
@Component
class FeedbackErasing implements PersonalData {

    private final AttachedContents attached;
    private final KeptVotes votes;
    private final Counts counts;
    private final Pseudonyms pseudonyms;

    FeedbackErasing(AttachedContents attached, KeptVotes votes, Counts counts, Pseudonyms pseudonyms) {
        this.attached = attached;
        this.votes = votes;
        this.counts = counts;
        this.pseudonyms = pseudonyms;
    }

    @Override
    public int eraseAllOf(String pseudonym) {
        return attached.eraseAllOf(pseudonym) + (counts.forget(pseudonym) ? 1 : 0);
    }

    /** Attached contents outlive the conversations that they come from, and go with "erase all". */
    @EventListener
    void whenAllIsErased(AllConversationsErased erased) {
        attached.eraseAllOf(pseudonyms.of(erased.person()));
    }

    /** Once more after the conversation itself is gone: an opinion that was being given meanwhile may have come after the first time. */
    @EventListener
    void whenErased(ConversationErased erased) {
        votes.erase(pseudonyms.of(erased.person()), erased.conversation());
    }
}
