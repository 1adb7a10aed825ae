package fr.isere.iris.chat;

import fr.isere.iris.models.Usage;
import fr.isere.iris.verification.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer that has ended, for capabilities that make something of it.
 *
 * @param conversationId where it was given
 * @param owner pseudonym of who asked
 * @param messageId which message of the conversation it is
 * @param title of the conversation; null if it has none
 * @param questionId the message that it answers
 * @param question the words of that message
 * @param text the answer, in Markdown
 * @param createdAt when it was asked for
 * @param whole whether it came to its end: it was not cut, stopped or broken off
 * @param model display name of who wrote it
 * @param method how it was written
 * @param composed whether a capability composed it, as it was asked to: a summary
 * @param citations where its marks lead
 * @param findings what is precise in it, and what the sources say of that
 * @param checked which of its findings the person ticked as checked by her, by where they start
 * @param consulted what it was written from
 * @param usage as the engine counted
 */
public record GivenAnswer(
        String conversationId,
        String owner,
        String messageId,
        @Nullable String title,
        String questionId,
        String question,
        String text,
        Instant createdAt,
        boolean whole,
        String model,
        Composition.Method method,
        boolean composed,
        List<Citation> citations,
        List<Finding> findings,
        Set<Integer> checked,
        List<Consulted> consulted,
        Usage usage) {

    public GivenAnswer {
        citations = List.copyOf(citations);
        findings = List.copyOf(findings);
        checked = Set.copyOf(checked);
        consulted = List.copyOf(consulted);
    }
}
