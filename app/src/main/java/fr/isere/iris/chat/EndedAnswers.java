package fr.isere.iris.chat;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.models.Usage;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.verification.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Answers after their end: what other capabilities make something of, and what the person ticks. */
@Component
class EndedAnswers implements GivenAnswers {

    private static final int ATTEMPTS = 5;

    private final Conversations conversations;
    private final ConversationStore store;

    EndedAnswers(Conversations conversations, ConversationStore store) {
        this.conversations = conversations;
        this.store = store;
    }

    @Override
    public GivenAnswer require(CurrentUser user, String conversationId, String messageId) {
        Conversation conversation = conversations.ownedBy(user, conversationId);
        return given(conversation, ended(conversation, messageId));
    }

    /**
     * Ticks these of an answer's findings, and no others.
     *
     * @param starts where they start
     * @throws ProblemException as {@link #require}; {@code check-unknown} if no finding starts there
     */
    void check(CurrentUser user, String conversationId, String messageId, Set<Integer> starts) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Conversation conversation = conversations.ownedBy(user, conversationId);
            Message message = ended(conversation, messageId);
            if (!starts(message).containsAll(starts)) {
                throw new ProblemException("check-unknown", HttpStatus.BAD_REQUEST);
            }
            if (store.save(conversation, conversation.header(), List.of(message.checked(starts)))) {
                return;
            }
        }
        throw new ProblemException("conversation-busy", HttpStatus.CONFLICT);
    }

    private static Message ended(Conversation conversation, String messageId) {
        Message message = conversation
                .message(messageId)
                .filter(found -> found.answer() != null)
                .orElseThrow(() -> new ProblemException("answer-not-found", HttpStatus.NOT_FOUND));
        if (message.state() == Message.State.GENERATING) {
            throw new ProblemException("answer-in-progress", HttpStatus.CONFLICT);
        }
        return message;
    }

    private static Set<Integer> starts(Message message) {
        return Optional.ofNullable(message.answer()).map(Message.Answer::findings).orElse(List.of()).stream()
                .map(Finding::start)
                .collect(Collectors.toSet());
    }

    private static GivenAnswer given(Conversation conversation, Message message) {
        Message.Answer answer = Optional.ofNullable(message.answer()).orElseThrow();
        Message question = conversation.message(message.parentId()).orElseThrow();
        return new GivenAnswer(
                conversation.id(),
                conversation.header().owner(),
                message.id(),
                conversation.header().title(),
                question.id(),
                question.text(),
                message.text(),
                message.createdAt(),
                message.state() == Message.State.COMPLETE,
                answer.origin().model(),
                answer.origin().method(),
                answer.origin().composed(),
                answer.citations(),
                answer.findings(),
                Optional.ofNullable(answer.checked()).orElse(Set.of()),
                answer.origin().consulted(),
                Optional.ofNullable(answer.usage()).orElse(Usage.NONE));
    }
}
