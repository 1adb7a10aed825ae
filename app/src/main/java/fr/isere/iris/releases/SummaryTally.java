package fr.isere.iris.releases;

import fr.isere.iris.models.AnswerMeasured.Outcome;
import fr.isere.iris.releases.Watch.Counted;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Tells what summaries come to. Each is many passages, of which one that fails is asked again, and most often answered: all that are made
 * in one conversation, one close on another, count as one answer, and as one fault if they go badly. Whoever uses it holds a lock.
 */
final class SummaryTally {

    /** What is asked again is heard of by then, of an engine that takes all of {@code iris.models.first-token}: else nothing more comes. */
    static final Duration LAST = Duration.ofMinutes(20);

    private final Map<String, Passages> conversations = new HashMap<>();

    /**
     * The passages of a conversation.
     *
     * @param brokeOff whether one failed after which none was answered
     * @param last when the last ended
     * @param isCounted whether they were told as a fault
     */
    private record Passages(int asked, int failed, boolean brokeOff, Instant last, boolean isCounted) {

        private static final Passages NONE = new Passages(0, 0, false, Instant.MIN, false);
        private static final int FEWEST = 2;
        private static final int ONE_IN = 10;

        Passages plus(Outcome outcome, Instant now) {
            if (outcome.isFault()) {
                return new Passages(asked + 1, failed + 1, true, now, isCounted);
            }
            // What is given up with a summary that broke off mends nothing.
            boolean isAnswered = outcome == Outcome.COMPLETE || outcome == Outcome.CUT;
            return new Passages(asked + 1, failed, brokeOff && !isAnswered, now, isCounted);
        }

        boolean fails() {
            return failed >= FEWEST && failed * ONE_IN >= asked;
        }

        boolean hasEnded(Instant now) {
            return !last.plus(LAST).isAfter(now);
        }

        Passages counted() {
            return new Passages(asked, failed, brokeOff, last, true);
        }
    }

    /** What a passage that has ended adds. */
    Counted heard(String conversation, Outcome outcome, Instant now) {
        Passages before = conversations.getOrDefault(conversation, Passages.NONE);
        Passages after = before.plus(outcome, now);
        boolean isFault = after.fails() && !after.isCounted;
        conversations.put(conversation, isFault ? after.counted() : after);
        return new Counted(before.asked == 0 ? 1 : 0, isFault ? 1 : 0, 0, 0);
    }

    /** What those add of which nothing more comes; what is made in their conversations from now on counts anew. */
    Counted ended(Instant now) {
        int faults = 0;
        Iterator<Passages> all = conversations.values().iterator();
        while (all.hasNext()) {
            Passages passages = all.next();
            if (passages.hasEnded(now)) {
                faults += passages.brokeOff && !passages.isCounted ? 1 : 0;
                all.remove();
            }
        }
        return new Counted(0, faults, 0, 0);
    }

    /** Begins anew. */
    void clear() {
        conversations.clear();
    }
}
