package fr.isere.iris.releases;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How fast the answers of an evaluation were. */
final class Speeds {

    private static final double HALF = 0.5;
    private static final double MOST = 0.95;

    private final List<Double> firstTokens = new ArrayList<>();
    private final List<Double> rates = new ArrayList<>();

    void add(Trial.Answer answer) {
        java.time.@Nullable Duration first = answer.firstToken();
        if (first != null) {
            firstTokens.add((double) first.toMillis());
        }
        if (answer.tokensPerSecond() > 0) {
            rates.add(answer.tokensPerSecond());
        }
    }

    Report.Speed under(Gate gate) {
        Report.Speed measured = new Report.Speed(
                Math.round(quantile(firstTokens, HALF)),
                Math.round(quantile(firstTokens, MOST)),
                quantile(rates, HALF),
                firstTokens.size(),
                true);
        return new Report.Speed(
                measured.firstTokenMs(),
                measured.slowestFirstTokenMs(),
                measured.tokensPerSecond(),
                measured.answers(),
                gate.lets(measured));
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.floor(share * (sorted.size() - 1)));
    }
}
