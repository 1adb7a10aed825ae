package fr.isere.iris.chat;

import org.springframework.stereotype.Component;

/** Stops what is written from a document that goes. */
@Component
class StoppedSources implements AnswersUnderWay {

    private final ConversationStore store;
    private final Answers answers;

    StoppedSources(ConversationStore store, Answers answers) {
        this.store = store;
        this.answers = answers;
    }

    @Override
    public void stopFrom(String documentId, OpenConversation conversation) {
        store.findToErase(conversation.owner(), conversation.id()).stream()
                .flatMap(read -> read.messages().stream())
                .filter(message -> message.state() == Message.State.GENERATING)
                .map(Message::answer)
                .filter(answer -> answer != null && answer.isFrom(documentId))
                .forEach(answer -> answers.stop(answer.id()));
    }
}
