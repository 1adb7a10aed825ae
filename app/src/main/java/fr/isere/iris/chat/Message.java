package fr.isere.iris.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.isere.iris.models.Usage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation, as it is stored. Messages form a tree: those with the same parent are branches.
 *
 * @param id unique in its conversation, growing: {@code 1}, {@code 2}…
 * @param parentId the message that it follows; null at the start
 * @param author who wrote it
 * @param text what was written; what there is of it while it is being generated or after a failure
 * @param createdAt when it was sent, or asked for
 * @param state where it stands
 * @param answer how it was generated; null for a person's message
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Message(
        String id,
        @Nullable String parentId,
        Author author,
        String text,
        Instant createdAt,
        State state,
        @Nullable Answer answer) {

    enum Author {
        USER,
        ASSISTANT
    }

    enum State {
        COMPLETE,
        GENERATING,
        /** Somebody stopped it. */
        STOPPED,
        /** Cut at the longest answer allowed. */
        LENGTH,
        FAILED
    }

    /**
     * How an answer was generated.
     *
     * @param id of the answer and of its event log
     * @param model display name
     * @param usage as the engine counted; null until the end
     * @param leftOut how many earlier messages the model did not read
     * @param problem name of what went wrong; null if nothing did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String id,
            String model,
            @Nullable Usage usage,
            int leftOut,
            @Nullable String problem) {}

    static Message ofUser(String id, @Nullable String parentId, String text, Instant at) {
        return new Message(id, parentId, Author.USER, text, at, State.COMPLETE, null);
    }

    static Message generating(String id, String parentId, Answer answer, Instant at) {
        return new Message(id, parentId, Author.ASSISTANT, "", at, State.GENERATING, answer);
    }

    /** This answer, ended. */
    Message ended(String finalText, State finalState, Usage usage, @Nullable String problem) {
        if (answer == null) {
            throw new IllegalStateException("only an answer ends");
        }
        Answer endedAnswer = new Answer(answer.id(), answer.model(), usage, answer.leftOut(), problem);
        return new Message(id, parentId, author, finalText, createdAt, finalState, endedAnswer);
    }
}
