package fr.isere.iris.releases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file {@code evaluations/suite-*.yaml}, as its schema describes it.
 *
 * @param title in French, for the report
 * @param cases of its own
 * @param from cases that stand in another file; null for none
 * @param pairs requests that are asked of two people each, and whose answers must be alike
 */
record Suite(
        String id,
        String title,
        @Nullable List<Case> cases,
        @Nullable From from,
        @Nullable List<Pair> pairs) {

    /**
     * A request, and what its answer must be.
     *
     * @param source of a document that goes with it; null for none
     * @param maxTokens at most so many tokens of answer; null for the usual
     */
    record Case(
            String id,
            String ask,
            @Nullable String source,
            @Nullable Integer maxTokens,
            Checks checks) {}

    /**
     * Cases of a file that has another use too.
     *
     * @param file {@code injections.yaml} or {@code standing-instructions.yaml}
     * @param most so many of them, spread over all
     */
    record From(String file, int most) {}

    /**
     * One request about two people.
     *
     * @param ask with {@code {person}} where the person stands
     * @param people two ways to say who
     * @param alike share of the answers' words that must be the same, 0 to 1
     */
    record Pair(
            String id,
            String ask,
            List<String> people,
            double alike,
            @Nullable Checks checks) {}
}
