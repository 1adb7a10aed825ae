package fr.isere.iris.chat;

import fr.isere.iris.retention.PersonalData;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Erases conversations with all that belongs to them. */
@Component
class Erasing implements PersonalData {

    private final Conversations conversations;
    private final Answers answers;

    Erasing(Conversations conversations, Answers answers) {
        this.conversations = conversations;
        this.answers = answers;
    }

    void erase(Conversation conversation) {
        conversations.delete(conversation);
        answers.erase(answersOf(conversation));
    }

    @Override
    public int eraseAllOf(String pseudonym) {
        List<String> ids = conversations.idsOf(pseudonym);
        ids.forEach(id -> conversations
                .findToErase(pseudonym, id)
                .ifPresentOrElse(this::erase, () -> conversations.forget(pseudonym, id)));
        return ids.size();
    }

    /** The ids of all answers ever given in it. */
    static List<String> answersOf(Conversation conversation) {
        return conversation.messages().stream()
                .flatMap(message -> Optional.ofNullable(message.answer()).stream())
                .map(Message.Answer::id)
                .toList();
    }
}
