package fr.isere.iris.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.isere.iris.models.Usage;
import fr.isere.iris.verification.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
 * @param answer what there is of it beside its text; null for a person's message
 * @param documentIds which documents a person asks about; null for all that the conversation has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Message(
        String id,
        @Nullable String parentId,
        Author author,
        String text,
        Instant createdAt,
        State state,
        @Nullable Answer answer,
        @Nullable List<String> documentIds) {

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
     * An answer, beside its text.
     *
     * @param id of the answer and of its event log
     * @param origin how it came to be
     * @param usage as the engine counted; null until the end
     * @param problem name of what went wrong; null if nothing did
     * @param backing what stands behind its words; null until the end
     * @param checked which of its findings the person ticked as checked by her, by where they start; null for none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String id,
            Origin origin,
            @Nullable Usage usage,
            @Nullable String problem,
            @Nullable Backing backing,
            @Nullable Set<Integer> checked) {

        static Answer begun(String id, Origin origin) {
            return new Answer(id, origin, null, null, null, null);
        }

        List<Citation> citations() {
            return backing == null ? List.of() : backing.citations();
        }

        List<Finding> findings() {
            return backing == null ? List.of() : backing.findings();
        }

        boolean isFrom(String documentId) {
            return origin.consulted().stream()
                    .anyMatch(consulted -> consulted.documentId().equals(documentId));
        }

        boolean isChecked(Finding finding) {
            return checked != null && checked.contains(finding.start());
        }
    }

    /**
     * How an answer comes to be: known before it begins.
     *
     * @param model display name of who writes it
     * @param method how it is written
     * @param leftOut how many earlier messages the model does not read
     * @param consulted what of which documents is read for it
     * @param order what has it written again; null if its question is enough
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Origin(
            String model,
            Composition.Method method,
            int leftOut,
            List<Consulted> consulted,
            @Nullable String order) {

        /** Whether a capability composed it, as it was asked to: a summary. */
        boolean composed() {
            return order != null;
        }
    }

    static Message ofUser(String id, @Nullable String parentId, String text, Instant at) {
        return new Message(id, parentId, Author.USER, text, at, State.COMPLETE, null, null);
    }

    /** These words, asked of these documents only. */
    Message about(List<String> documents) {
        return new Message(id, parentId, author, text, createdAt, state, answer, List.copyOf(documents));
    }

    static Message generating(String id, String parentId, Answer answer, Instant at) {
        return new Message(id, parentId, Author.ASSISTANT, "", at, State.GENERATING, answer, null);
    }

    /** This answer, ended. */
    Message ended(String finalText, State finalState, Usage usage, @Nullable String problem, Backing backing) {
        if (answer == null) {
            throw new IllegalStateException("only an answer ends");
        }
        Answer endedAnswer = new Answer(answer.id(), answer.origin(), usage, problem, backing, null);
        return new Message(id, parentId, author, finalText, createdAt, finalState, endedAnswer, null);
    }

    /** This answer, with these of its findings ticked, by where they start. */
    Message checked(Set<Integer> findings) {
        if (answer == null) {
            throw new IllegalStateException("only an answer is checked");
        }
        Answer ticked = new Answer(
                answer.id(), answer.origin(), answer.usage(), answer.problem(), answer.backing(), Set.copyOf(findings));
        return new Message(id, parentId, author, text, createdAt, state, ticked, documentIds);
    }
}
