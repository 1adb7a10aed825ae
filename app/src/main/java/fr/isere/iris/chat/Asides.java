package fr.isere.iris.chat;

import fr.isere.iris.identity.CurrentUser;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Answers beside a conversation: asked in the place of one that stands in it, read and stopped like any other, and never part of it.
 * They are kept as long as an answer's events are, and go with the conversation at the latest.
 */
public interface Asides {

    /**
     * The answers of a conversation that a model wrote to what the person said, each with what she said on its branch, in order.
     *
     * @throws fr.isere.iris.problems.ProblemException if the conversation is not hers
     */
    List<Repeatable> repeatable(CurrentUser user, String conversationId);

    /**
     * What the model was asked for this answer, put together again in the same way.
     *
     * @throws fr.isere.iris.problems.ProblemException if the conversation is not hers, {@code answer-not-found},
     *     {@code answer-in-progress}, {@code answer-not-repeatable} if no model wrote it whole, {@code answer-context-changed} if the
     *     model, the documents or what fits beside them are no longer those of this answer
     */
    Posed posed(CurrentUser user, String conversationId, String messageId);

    /**
     * Asks the model for another answer in the same place and shows its events as they come; returns when it is on its way.
     *
     * @param said what is said in the place of {@link Posed#said()}, as many texts
     * @throws fr.isere.iris.problems.ProblemException {@code message-exceeds-context} if it no longer fits
     */
    ResponseEntity<StreamingResponseBody> answer(
            CurrentUser user, Posed posed, List<String> said, HttpServletResponse servlet);

    /**
     * An answer that can be asked for again.
     *
     * @param messageId its message
     * @param questions the person's words on its branch, the first first
     */
    record Repeatable(String messageId, List<String> questions) {

        public Repeatable {
            questions = List.copyOf(questions);
        }
    }
}
