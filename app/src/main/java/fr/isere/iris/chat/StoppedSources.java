package fr.isere.iris.chat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Stops what is written from a document that goes, beside the conversation too. */
@Component
class StoppedSources implements AnswersUnderWay {

    private final ConversationStore store;
    private final AnswerRecords records;
    private final Answers answers;

    StoppedSources(ConversationStore store, AnswerRecords records, Answers answers) {
        this.store = store;
        this.records = records;
        this.answers = answers;
    }

    @Override
    public void stopFrom(String documentId, OpenConversation conversation) {
        Optional<Conversation> read;
        do {
            read = store.findToErase(conversation.owner(), conversation.id());
            read.ifPresent(found -> stopFrom(documentId, found, conversation));
        } while (read.isPresent() && !isMarked(read.get()));
    }

    private void stopFrom(String documentId, Conversation read, OpenConversation conversation) {
        List<Message> from = read.messages().stream()
                .filter(message -> isFrom(message, documentId))
                .toList();
        from.stream()
                .filter(message -> message.state() == Message.State.GENERATING)
                .flatMap(message -> Optional.ofNullable(message.answer()).stream())
                .forEach(answer -> answers.stop(answer.id()));
        stopBeside(from.stream().map(Message::id).collect(Collectors.toSet()), conversation);
    }

    /**
     * An answer that was planned before the document went, and does not stand in the conversation yet, never will: the conversation has
     * changed under it, so that it is planned again. False if another was placed meanwhile.
     */
    private boolean isMarked(Conversation read) {
        try {
            return store.save(read, read.header(), List.of());
        } catch (DataAccessException e) {
            return true; // where nothing can be written, no answer begins either
        }
    }

    private static boolean isFrom(Message message, String documentId) {
        Message.@Nullable Answer answer = message.answer();
        return answer != null && answer.isFrom(documentId);
    }

    /** An answer aside is asked with the documents of the one that it stands beside. */
    private void stopBeside(Set<String> messages, OpenConversation conversation) {
        store.asides(conversation.owner(), conversation.id()).stream()
                .filter(id -> records.find(conversation.owner(), id)
                        .filter(answer -> messages.contains(answer.messageId()))
                        .isPresent())
                .forEach(answers::stop);
    }
}
