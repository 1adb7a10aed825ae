package fr.isere.iris.releases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation found. Its requests are those of the suites, never a person's; of the answers it keeps what was wrong with them.
 *
 * @param gate which gate
 * @param comparedWith display name of the release that answered then, if it had a report of its own; null if there is none
 * @param suites in the order of their files
 * @param empty answers that had no word: with one, nothing passes
 * @param bindingDigest of what was evaluated
 */
record Report(
        boolean passed,
        Instant at,
        String gate,
        @Nullable String comparedWith,
        List<SuiteReport> suites,
        int empty,
        Speed speed,
        String bindingDigest) {

    Report {
        suites = List.copyOf(suites);
    }

    /**
     * One suite.
     *
     * @param score share of its cases that passed, 0 to 1
     * @param active score of the release that answered, null if there is none
     * @param threshold that it had to reach
     */
    record SuiteReport(
            String id,
            String title,
            double score,
            @Nullable Double active,
            double threshold,
            boolean passed,
            List<CaseReport> cases) {

        SuiteReport {
            cases = List.copyOf(cases);
        }
    }

    /**
     * One case.
     *
     * @param why what was wrong, in French; empty if nothing was
     */
    record CaseReport(String id, boolean passed, String why) {}

    /**
     * How fast it was, on the engine as it was then.
     *
     * @param firstTokenMs half of the answers began sooner
     * @param slowestFirstTokenMs nineteen of twenty began sooner
     * @param tokensPerSecond half of the answers were faster
     * @param answers so many
     * @param within whether the gate lets it
     */
    record Speed(long firstTokenMs, long slowestFirstTokenMs, double tokensPerSecond, int answers, boolean within) {}

    /** The score of a suite. */
    @Nullable
    Double scoreOf(String suite) {
        return suites.stream()
                .filter(one -> one.id().equals(suite))
                .map(SuiteReport::score)
                .findFirst()
                .orElse(null);
    }
}
