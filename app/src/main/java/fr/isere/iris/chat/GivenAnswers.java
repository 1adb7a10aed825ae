package fr.isere.iris.chat;

import fr.isere.iris.identity.CurrentUser;

/** The answers that stand in a person's conversations. */
public interface GivenAnswers {

    /**
     * One of this person's.
     *
     * @throws fr.isere.iris.problems.ProblemException as for {@link OpenConversations#requireOwned}; {@code answer-not-found} if no
     *     message of that name is an answer; {@code answer-in-progress} while it is written
     */
    GivenAnswer require(CurrentUser user, String conversationId, String messageId);
}
