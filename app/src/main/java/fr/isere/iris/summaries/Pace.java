package fr.isere.iris.summaries;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long the rest of a summary takes, by the median of what its passages have taken so far. */
final class Pace {

    private final int parallel;
    private final List<Duration> taken = new ArrayList<>();

    Pace(int parallel) {
        this.parallel = parallel;
    }

    void took(Duration one) {
        taken.add(one);
    }

    /**
     * Null while nothing is known.
     *
     * @param calls to come, so many at once, before the last one, which comes alone
     */
    @Nullable
    Duration left(int calls) {
        if (taken.isEmpty()) {
            return null;
        }
        List<Duration> sorted = taken.stream().sorted().toList();
        Duration median = sorted.get(sorted.size() / 2);
        int rounds = (calls + parallel - 1) / parallel;
        return median.multipliedBy(rounds + 1L);
    }

    /** How many calls it takes to join so many notes, if so many fit into one. */
    static int merges(int notes, int together) {
        int calls = 0;
        int left = notes;
        while (left > together) {
            left = (left + together - 1) / together;
            calls += left;
        }
        return calls;
    }
}
