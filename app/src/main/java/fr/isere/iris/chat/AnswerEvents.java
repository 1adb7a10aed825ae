package fr.isere.iris.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.isere.iris.models.Usage;
import fr.isere.iris.verification.Evidence;
import fr.isere.iris.verification.Finding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of an answer's events, as the browser gets them; the names of the events are those of the constants. */
final class AnswerEvents {

    static final String ANSWER = "answer";
    static final String QUEUED = "queued";
    static final String LOADING = "loading";
    static final String PROGRESS = "progress";
    static final String TOKEN = "token";
    static final String DONE = "done";
    static final String PROBLEM = "problem";

    private AnswerEvents() {}

    /** Whether nothing follows an event of this type. */
    static boolean isLast(String type) {
        return type.equals(DONE) || type.equals(PROBLEM);
    }

    record Begun(
            String id,
            String conversationId,
            String model,
            String method,
            boolean composed,
            List<Consulted> consulted,
            String messageId,
            String userMessageId,
            @Nullable String title,
            Instant expiresAt) {}

    /**
     * A place in the queue.
     *
     * @param seconds how long it is likely to last; left out while nothing can be said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Queued(int position, @Nullable Long seconds) {}

    record Loading() {}

    /**
     * How far a composition has read.
     *
     * @param left how many seconds the rest takes; null while nothing can be said
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Progress(
            int done, int total, String unit, @Nullable Long left) {}

    record Token(String text) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Done(
            String messageId,
            String finishReason,
            Usage usage,
            List<FindingView> findings,
            List<Citation> citations,
            int leftOut,
            String reminder,
            Instant expiresAt) {}

    /**
     * A finding, its kind and verdict in the contract's lower case.
     *
     * @param checked whether the person ticked it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record FindingView(
            String kind,
            String verdict,
            String text,
            int start,
            int end,
            @Nullable Evidence evidence,
            boolean checked) {

        static FindingView of(Finding finding, boolean checked) {
            return new FindingView(
                    Names.lower(finding.kind()),
                    Names.lower(finding.verdict()),
                    finding.text(),
                    finding.start(),
                    finding.end(),
                    finding.evidence(),
                    checked);
        }
    }
}
