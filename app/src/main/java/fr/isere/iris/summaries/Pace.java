package fr.isere.iris.summaries;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How long the rest of a summary takes, by the medians of what its passages have taken so far. The last call reads about as much as a
 * passage, but writes the text itself, which is mostly longer than a note: it counts by the words that are asked of it.
 */
final class Pace {

    private final int parallel;
    private final int lastTokens;
    private final List<Timing> taken = new ArrayList<>();

    /**
     * Knows nothing yet.
     *
     * @param parallel calls at once
     * @param lastTokens what the last call is expected to write
     */
    Pace(int parallel, int lastTokens) {
        this.parallel = parallel;
        this.lastTokens = lastTokens;
    }

    /**
     * What one call took.
     *
     * @param reading until its first word
     * @param writing from there to its end
     * @param tokens that it wrote
     */
    record Timing(Duration reading, Duration writing, int tokens) {

        Duration whole() {
            return reading.plus(writing);
        }

        private Duration writingOne() {
            return writing.dividedBy(Math.max(1, tokens));
        }
    }

    void took(Timing one) {
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
        int rounds = (calls + parallel - 1) / parallel;
        return median(Timing::whole).multipliedBy(rounds).plus(last());
    }

    private Duration last() {
        return median(Timing::reading).plus(median(Timing::writingOne).multipliedBy(lastTokens));
    }

    private Duration median(Function<Timing, Duration> of) {
        List<Duration> sorted =
                taken.stream().map(of).sorted(Comparator.naturalOrder()).toList();
        return sorted.get(sorted.size() / 2);
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
