package fr.isere.iris.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message in the contract's JSON; answers in progress change theirs as they go. */
@JsonInclude(JsonInclude.Include.ALWAYS)
final class ScriptedMessage {

    /** The contract's count of tokens. */
    record Usage(int promptTokens, int answerTokens) {}

    /** A part of an answer to check, and what the sources say of it; offsets in UTF-16 units. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Finding(
            String kind,
            String verdict,
            String text,
            int start,
            int end,
            @Nullable Evidence evidence,
            boolean checked) {

        /** The first such words of an answer, without a source to compare with. */
        static Finding in(String answer, String kind, String text) {
            int start = answer.indexOf(text);
            return new Finding(kind, "no_source", text, start, start + text.length(), null, false);
        }

        Finding judged(String judgement, @Nullable Evidence where) {
            return new Finding(kind, judgement, text, start, end, where, checked);
        }

        Finding checked(boolean ticked) {
            return new Finding(kind, verdict, text, start, end, evidence, ticked);
        }
    }

    /** Words of a page's block that bear a part of an answer out, or contradict it. */
    record Evidence(String documentId, int page, int block, int from, int to, String text) {}

    /** A mark of an answer and the words of a page that support its sentence; offsets in UTF-16 units. */
    record Citation(int start, int end, String documentId, int page, List<Span> spans) {}

    /** Words of a page's block. */
    record Span(int block, int from, int to) {}

    /** Pages of a document that an answer is made from, of how many. */
    record Consulted(String documentId, List<Integer> pages, int of) {}

    /** An error, where the contract allows one beside success. */
    record Problem(String type, String title, int status, String detail, boolean retryable) {

        static Problem of(String name, int status, String detail, boolean retryable) {
            return new Problem("urn:iris:problem:" + name, detail, status, detail, retryable);
        }
    }

    static final Usage USAGE = new Usage(42, 7);

    public final String id;
    public final @Nullable String parentId;
    public final String role;
    public final String createdAt = Instant.now().toString();
    public volatile String text;
    public volatile String state = "complete";
    public volatile @Nullable String answerId;
    public volatile @Nullable String model;
    public volatile @Nullable Usage usage;
    public volatile List<Finding> findings = List.of();
    public volatile List<Citation> citations = List.of();
    public volatile List<Consulted> consulted = List.of();
    public volatile @Nullable String method;
    public volatile boolean composed;
    public volatile int leftOut;
    public volatile @Nullable Problem problem;

    ScriptedMessage(String id, String role, String text, @Nullable ScriptedMessage parent) {
        this.id = id;
        this.role = role;
        this.text = text;
        this.parentId = parent == null ? null : parent.id;
    }
}
