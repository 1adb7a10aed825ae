package fr.isere.iris.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps a flood of the same thing from pushing everything else out of the trail: past a number in a minute, the same thing done by the
 * same person to the same is counted, and told once. Nobody who signs in, fails and tries again comes near that.
 */
final class Repetitions {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int TOLD_EACH = 10;
    private static final int MOST_KINDS = 10_000;
    private static final String REPEATED = "repeated";

    private final Map<Entry, Integer> counts = new LinkedHashMap<>();
    private Instant end = Instant.MIN;

    /** Whether this one is told by itself. */
    boolean isTold(Entry entry) {
        Entry kind = new Entry(Instant.EPOCH, entry.who(), entry.what(), entry.details());
        if (counts.isEmpty()) {
            end = entry.time().plus(WINDOW);
        }
        if (counts.size() >= MOST_KINDS && !counts.containsKey(kind)) {
            return true;
        }
        return counts.merge(kind, 1, Integer::sum) <= TOLD_EACH;
    }

    /** What was only counted, once its minute is over. */
    List<Entry> due(Instant now) {
        return now.isBefore(end) ? List.of() : all(now);
    }

    /** What was only counted, at once. */
    List<Entry> all(Instant now) {
        List<Entry> due = new ArrayList<>();
        counts.forEach((kind, count) -> {
            if (count > TOLD_EACH) {
                Map<String, String> details = new TreeMap<>(kind.details());
                details.put(REPEATED, Integer.toString(count - TOLD_EACH));
                due.add(new Entry(now, kind.who(), kind.what(), details));
            }
        });
        counts.clear();
        return due;
    }
}
