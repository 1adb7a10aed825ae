package fr.isere.iris.releases;

import com.fasterxml.jackson.annotation.JsonAlias;
import fr.isere.iris.energy.EnergyEstimate;
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
 * @param energy what its answers take, estimated; null in reports from before it was told
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
        @Nullable Energy energy,
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
     * @param passed whether the gate lets it
     */
    record Speed(
            long firstTokenMs,
            long slowestFirstTokenMs,
            double tokensPerSecond,
            int answers,
            @JsonAlias("within") boolean passed) {} // as earlier reports say it

    /**
     * For a thousand tokens written.
     *
     * @param own of what was evaluated
     * @param active of the release that answered, null if there is none
     */
    record Energy(EnergyEstimate.Range own, EnergyEstimate.@Nullable Range active) {}

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
