package fr.isere.iris.chat;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has the order that an answer was composed by read by who understands it. */
@Component
class TasksOfAnswers implements AskedTasks {

    private final ConversationStore store;
    private final ObjectProvider<Composer> composers;

    TasksOfAnswers(ConversationStore store, ObjectProvider<Composer> composers) {
        this.store = store;
        this.composers = composers;
    }

    @Override
    public Optional<String> composedAs(GivenAnswer answer) {
        if (!answer.composed()) {
            return Optional.empty();
        }
        return store.find(answer.owner(), answer.conversationId())
                .flatMap(conversation -> conversation.message(answer.messageId()))
                .flatMap(message -> Optional.ofNullable(message.answer()))
                .flatMap(written -> Optional.ofNullable(written.origin().order()))
                .map(order -> composers.getObject().kindOf(order));
    }
}
