package fr.isere.iris.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.isere.iris.retention.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Feedback as the HTTP contract shows it. */
@Component
class FeedbackViews {

    private final AttachedContents attachedContents;
    private final FeedbackSettings settings;

    FeedbackViews(AttachedContents attachedContents, FeedbackSettings settings) {
        this.attachedContents = attachedContents;
        this.settings = settings;
    }

    /**
     * A person's own opinion of an answer.
     *
     * @param attached whether the question and the answer stand attached
     * @param attachedUntil when what she attached or wrote vanishes; null for nothing
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OwnVote(
            String messageId,
            boolean useful,
            @Nullable String reason,
            @Nullable String text,
            boolean attached,
            @Nullable Instant attachedUntil) {}

    /**
     * A person's own opinions of the answers of a conversation.
     *
     * @param attachedFor how long what is attached now would stay
     * @param mayAttach whether anything may be attached here
     */
    record Own(List<OwnVote> votes, Duration attachedFor, boolean mayAttach) {}

    /**
     * One line of counts that enough people stand behind.
     *
     * @param reasons how often each was given; null if those who found the answers not useful are too few
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(
            String task,
            String model,
            int useful,
            int notUseful,
            @Nullable Map<String, Integer> reasons) {}

    /**
     * A month.
     *
     * @param withheld whether there are lines that too few people stand behind
     */
    record MonthView(String month, List<Line> lines, boolean withheld) {}

    /** All months, newest first. */
    record Summary(int smallest, Duration attachedFor, List<MonthView> months) {}

    /**
     * What somebody attached.
     *
     * @param at the day, and no more: the minute would tell who was at work then
     * @param endsAt the day
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AttachedView(
            String id,
            Instant at,
            Instant endsAt,
            String task,
            String model,
            boolean useful,
            @Nullable String reason,
            @Nullable String text,
            @Nullable String question,
            @Nullable String answer) {}

    /**
     * Attached contents, newest first.
     *
     * @param next cursor of the next page; null at the end
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AttachedPage(
            List<AttachedView> attached, @Nullable String next) {}

    Own own(String conversationId, Votes votes) {
        List<OwnVote> own = votes.byMessage().entrySet().stream()
                .map(vote -> own(vote.getKey(), vote.getValue()))
                .toList();
        return new Own(own, settings.attached(), !Ids.isInMemory(conversationId));
    }

    private OwnVote own(String messageId, Vote vote) {
        Optional<Attached> attached = attachedContents.find(vote.attached());
        return new OwnVote(
                messageId,
                vote.useful(),
                id(vote.reason()),
                attached.map(Attached::text).orElse(null),
                attached.map(Attached::answer).isPresent(),
                attached.map(Attached::endsAt).orElse(null));
    }

    Summary summary(Map<YearMonth, Month> months) {
        List<MonthView> views = months.entrySet().stream()
                .map(month -> month(month.getKey(), month.getValue()))
                .filter(month -> month.withheld() || !month.lines().isEmpty())
                .toList();
        return new Summary(settings.smallest(), settings.attached(), views);
    }

    private MonthView month(YearMonth month, Month counted) {
        List<Line> lines = counted.rows().stream()
                .filter(this::isShown)
                .map(this::line)
                .sorted(Comparator.comparing(Line::task).thenComparing(Line::model))
                .toList();
        boolean withheld = counted.rows().stream().anyMatch(row -> !isShown(row) && row.useful() + row.notUseful() > 0);
        return new MonthView(month.toString(), lines, withheld);
    }

    private boolean isShown(Row row) {
        return row.people() >= settings.smallest() && row.useful() + row.notUseful() > 0;
    }

    private Line line(Row row) {
        int notUseful = Math.max(0, row.notUseful());
        return new Line(
                row.task(),
                row.model(),
                Math.max(0, row.useful()),
                notUseful,
                notUseful < settings.smallest() ? null : reasons(row));
    }

    private static Map<String, Integer> reasons(Row row) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        for (Reason reason : Reason.values()) {
            int count = row.reasons().getOrDefault(reason, 0);
            if (count > 0) {
                reasons.put(reason.id(), count);
            }
        }
        return reasons;
    }

    AttachedPage attached(Map<String, Attached> found, @Nullable String next) {
        List<AttachedView> views = found.entrySet().stream()
                .map(one -> attached(one.getKey(), one.getValue()))
                .toList();
        return new AttachedPage(views, next);
    }

    private static AttachedView attached(String id, Attached one) {
        return new AttachedView(
                id,
                one.at().truncatedTo(ChronoUnit.DAYS),
                one.endsAt().truncatedTo(ChronoUnit.DAYS),
                one.task(),
                one.model(),
                one.useful(),
                id(one.reason()),
                one.text(),
                one.question(),
                one.answer());
    }

    private static @Nullable String id(@Nullable Reason reason) {
        return reason == null ? null : reason.id();
    }
}
