package fr.isere.iris.chat;

import fr.isere.iris.problems.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What is to be asked, and where in the tree: the person's message, new or standing, that an answer will follow.
 *
 * @param question the message to answer
 * @param isNew whether it must be written
 * @param replaced the answer that is to be written again; null for a first
 * @param answerId the id that the answer's message takes
 */
record Ask(Message question, boolean isNew, @Nullable Message replaced, String answerId) {

    /** What has the replaced answer written again, if its question is not enough. */
    @Nullable
    String order() {
        return replaced == null || replaced.answer() == null
                ? null
                : replaced.answer().origin().order();
    }

    /**
     * Finds the place of a new message. Pure.
     *
     * @throws ProblemException {@code message-not-found} for a place that is none
     */
    static Ask in(Conversation conversation, NewMessage sent, int maxLength, Instant now) {
        @Nullable
        Message replaced = sent.replaces() == null
                ? null
                : conversation.message(sent.replaces()).orElseThrow(Ask::noSuchPlace);
        if (replaced != null && replaced.author() == Message.Author.ASSISTANT) {
            Message question = conversation.message(replaced.parentId()).orElseThrow(Ask::noSuchPlace);
            return new Ask(question, false, replaced, conversation.nextId(1));
        }
        String text = MessageText.checked(sent.text(), maxLength);
        @Nullable String parent = replaced == null ? parent(conversation, sent.after()) : replaced.parentId();
        Message question = Message.ofUser(conversation.nextId(1), parent, text, now);
        return new Ask(
                sent.documentIds() == null ? question : question.about(sent.documentIds()),
                true,
                null,
                conversation.nextId(2));
    }

    private static @Nullable String parent(Conversation conversation, @Nullable String after) {
        if (after == null) {
            return conversation.newest().map(Message::id).orElse(null);
        }
        return conversation.message(after).orElseThrow(Ask::noSuchPlace).id();
    }

    private static ProblemException noSuchPlace() {
        return new ProblemException("message-not-found", HttpStatus.NOT_FOUND);
    }
}
