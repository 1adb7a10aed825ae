package fr.isere.iris.releases;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A gate of {@code evaluations/gate.yaml}: what a report must show before a release may answer.
 *
 * @param threshold score of each suite, 0 to 1, where {@code suites} says nothing else
 * @param suites by id
 * @param worse by how much at most a suite may be below the last report of the release that answers
 * @param firstTokenSeconds at most, half of the answers; null sets no limit
 * @param tokensPerSecond at least, half of the answers; null sets no limit
 */
record Gate(
        double threshold,
        @Nullable Map<String, Double> suites,
        double worse,
        @Nullable Double firstTokenSeconds,
        @Nullable Double tokensPerSecond) {

    /** The file. */
    record File(Map<String, Gate> gates) {}

    /** What this suite must reach. */
    double of(String suite) {
        return suites == null ? threshold : suites.getOrDefault(suite, threshold);
    }

    boolean lets(Report.Speed speed) {
        boolean begins = firstTokenSeconds == null || speed.firstTokenMs() <= firstTokenSeconds * 1000;
        return begins && (tokensPerSecond == null || speed.tokensPerSecond() >= tokensPerSecond);
    }
}
