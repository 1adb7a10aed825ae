package fr.isere.iris.chat;

import fr.isere.iris.identity.SignedOut;
import fr.isere.iris.retention.PersonalData;
import fr.isere.iris.retention.Pseudonyms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Erases conversations with all that belongs to them. */
@Component
class Erasing implements PersonalData {

    private final Conversations conversations;
    private final ConversationStore store;
    private final Answers answers;
    private final Pseudonyms pseudonyms;

    Erasing(Conversations conversations, ConversationStore store, Answers answers, Pseudonyms pseudonyms) {
        this.conversations = conversations;
        this.store = store;
        this.answers = answers;
        this.pseudonyms = pseudonyms;
    }

    void erase(Conversation conversation) {
        List<String> all = answersOf(conversation);
        conversations.delete(conversation);
        answers.erase(all);
    }

    @Override
    public int eraseAllOf(String pseudonym) {
        List<String> ids = store.idsOf(pseudonym);
        ids.forEach(
                id -> store.findToErase(pseudonym, id).ifPresentOrElse(this::erase, () -> store.forget(pseudonym, id)));
        return ids.size();
    }

    /** Ephemeral conversations do not wait for their end once their owner has left: the next person at this computer finds none. */
    @EventListener
    void whenSignedOut(SignedOut left) {
        String owner = pseudonyms.of(left.person());
        store.ephemeralOf(owner).forEach(id -> store.findToErase(owner, id).ifPresent(this::erase));
    }

    /** The ids of all answers ever given in it, and beside it. */
    List<String> answersOf(Conversation conversation) {
        Stream<String> inIt = conversation.messages().stream()
                .flatMap(message -> Optional.ofNullable(message.answer()).stream())
                .map(Message.Answer::id);
        return Stream.concat(inIt, store.asides(conversation.header().owner(), conversation.id()).stream())
                .toList();
    }
}
