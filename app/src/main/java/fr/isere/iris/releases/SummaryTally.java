package fr.isere.iris.releases;

import fr.isere.iris.models.AnswerMeasured.Outcome;
import fr.isere.iris.releases.Watch.Counted;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what summaries come to. Each is many passages, of which one that fails is asked again, and most often answered: all that are made
 * in one conversation count as one answer, and as one fault if they go badly. Whoever uses it holds a lock.
 */
final class SummaryTally {

    /** What is asked again is heard of by then, on a slow engine and behind others too: else nothing more comes. */
    static final Duration LAST = Duration.ofMinutes(5);

    private final Map<String, Passages> conversations = new HashMap<>();

    /**
     * The passages of a conversation.
     *
     * @param brokeOff when one failed after which none was answered
     * @param isCounted whether they were told as a fault
     */
    private record Passages(int asked, int failed, @Nullable Instant brokeOff, boolean isCounted) {

        private static final Passages NONE = new Passages(0, 0, null, false);
        private static final int FEWEST = 2;
        private static final int ONE_IN = 10;

        Passages plus(Outcome outcome, Instant now) {
            if (outcome.isFault()) {
                return new Passages(asked + 1, failed + 1, now, isCounted);
            }
            // What is given up with a summary that broke off mends nothing.
            boolean isAnswered = outcome == Outcome.COMPLETE || outcome == Outcome.CUT;
            return new Passages(asked + 1, failed, isAnswered ? null : brokeOff, isCounted);
        }

        boolean isFault(Instant now) {
            boolean fails = failed >= FEWEST && failed * ONE_IN >= asked;
            return fails || (brokeOff != null && !brokeOff.plus(LAST).isAfter(now));
        }

        Passages counted() {
            return new Passages(asked, failed, brokeOff, true);
        }
    }

    /** What a passage that has ended adds. */
    Counted heard(String conversation, Outcome outcome, Instant now) {
        Passages before = conversations.getOrDefault(conversation, Passages.NONE);
        conversations.put(conversation, before.plus(outcome, now));
        return new Counted(before.asked == 0 ? 1 : 0, fault(conversation, now), 0, 0);
    }

    /** What those add that broke off, now that nothing more comes of them. */
    Counted ended(Instant now) {
        int faults = conversations.keySet().stream()
                .mapToInt(conversation -> fault(conversation, now))
                .sum();
        return new Counted(0, faults, 0, 0);
    }

    /** Begins anew. */
    void clear() {
        conversations.clear();
    }

    /** One the first time that it is one. */
    private int fault(String conversation, Instant now) {
        Passages passages = conversations.getOrDefault(conversation, Passages.NONE);
        if (passages.isCounted || !passages.isFault(now)) {
            return 0;
        }
        conversations.replace(conversation, passages.counted());
        return 1;
    }
}
