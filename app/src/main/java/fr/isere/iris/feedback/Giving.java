package fr.isere.iris.feedback;

import fr.isere.iris.chat.GivenAnswer;
import fr.isere.iris.chat.GivenAnswers;
import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.chat.OpenConversations;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.retention.Ids;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Takes opinions. Each write of a person's own opinion says what it took the place of, and the counts change by that difference: whatever
 * happens at once, and in whatever order it arrives, what is counted is what stands.
 */
@Component
class Giving {

    private final GivenAnswers answers;
    private final OpenConversations conversations;
    private final KeptVotes votes;
    private final AttachedContents attachedContents;
    private final Counts counts;
    private final Tasks tasks;
    private final Clock clock;

    Giving(
            GivenAnswers answers,
            OpenConversations conversations,
            KeptVotes votes,
            AttachedContents attachedContents,
            Counts counts,
            Tasks tasks,
            Clock clock) {
        this.answers = answers;
        this.conversations = conversations;
        this.votes = votes;
        this.attachedContents = attachedContents;
        this.counts = counts;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Takes an opinion, in the place of the one before.
     *
     * @throws ProblemException if there is no such answer, or something was to be attached that must not leave memory
     */
    void give(CurrentUser user, String conversationId, String messageId, Opinion opinion) {
        GivenAnswer answer = answers.require(user, conversationId, messageId);
        if (opinion.holdsContent() && Ids.isInMemory(conversationId)) {
            throw new ProblemException("feedback-ephemeral", HttpStatus.CONFLICT);
        }
        OpenConversation conversation = conversations.requireOwned(user, conversationId);
        Cell cell = Optional.ofNullable(votes.of(conversation).of(messageId))
                .map(Vote::cell)
                .orElseGet(() -> counts.cell(tasks.of(answer), answer.model()));
        @Nullable
        String attached = opinion.holdsContent()
                ? attachedContents.keep(conversation.owner(), attached(answer, cell, opinion))
                : null;
        Vote vote =
                new Vote(opinion.useful(), opinion.reason(), cell, clock.instant(), Tasks.isWritten(answer), attached);
        replace(user, conversation, messageId, vote);
    }

    /** Takes an opinion back, and what was attached to it; harmless where there is none. */
    void takeBack(CurrentUser user, String conversationId, String messageId) {
        OpenConversation conversation = conversations.requireOwned(user, conversationId);
        if (votes.of(conversation).of(messageId) != null) {
            replace(user, conversation, messageId, null);
        }
    }

    private void replace(CurrentUser user, OpenConversation conversation, String messageId, @Nullable Vote vote) {
        @Nullable Vote before;
        try {
            before = votes.replace(conversation, messageId, vote);
        } catch (RuntimeException e) {
            eraseAttached(conversation, vote);
            throw e;
        }
        if (conversations.find(conversation.owner(), conversation.id()).isEmpty()) {
            // Erased meanwhile: nothing that belongs to it may stand, and its opinions stay counted as they were.
            votes.erase(conversation.owner(), conversation.id());
            eraseAttached(conversation, vote);
            conversations.requireOwned(user, conversation.id());
        }
        count(conversation, messageId, before, vote);
        eraseAttached(conversation, before);
    }

    private void count(OpenConversation conversation, String messageId, @Nullable Vote before, @Nullable Vote vote) {
        try {
            counts.count(conversation.owner(), before, vote);
        } catch (RuntimeException e) {
            votes.putBack(conversation, messageId, vote, before);
            eraseAttached(conversation, vote);
            throw e;
        }
    }

    private void eraseAttached(OpenConversation conversation, @Nullable Vote vote) {
        if (vote != null && vote.attached() != null) {
            attachedContents.erase(conversation.owner(), vote.attached());
        }
    }

    private Attached attached(GivenAnswer answer, Cell cell, Opinion opinion) {
        return new Attached(
                clock.instant(),
                attachedContents.end(),
                cell.task(),
                cell.model(),
                opinion.useful(),
                opinion.reason(),
                opinion.text(),
                opinion.attach() ? answer.question() : null,
                opinion.attach() ? answer.text() : null);
    }
}
