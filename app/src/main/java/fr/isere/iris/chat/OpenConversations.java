package fr.isere.iris.chat;

import fr.isere.iris.identity.CurrentUser;
import java.util.Optional;

/** The conversations that live, for capabilities that keep something in them. */
public interface OpenConversations {

    /**
     * This person's conversation.
     *
     * @throws fr.isere.iris.problems.ProblemException {@code conversation-not-found}, {@code ephemeral-conversation-gone} or
     *     {@code conversation-erased}
     */
    OpenConversation requireOwned(CurrentUser user, String conversationId);

    /** This owner's conversation, while it lives. */
    Optional<OpenConversation> find(String owner, String conversationId);
}
