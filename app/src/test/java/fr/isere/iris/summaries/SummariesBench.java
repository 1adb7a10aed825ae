package fr.isere.iris.summaries;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

/** What the active model's summaries of known texts are worth, and how much of their time is IRIS's own. */
final class SummariesBench {

    private static final int LONG_PAGES = 24;

    private SummariesBench() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        try (RealSummaries iris = new RealSummaries("iris.summaries.passage-tokens=2000")) {
            iris.summarise(Map.of("format", "key-points", "length", "short"), "Le conseil délibère."); // warms it
            Evaluation.read().cases().forEach(known -> evaluate(iris, known));
            ownShare(iris);
        }
        System.exit(0);
    }

    private static void evaluate(RealSummaries iris, Evaluation.Case known) {
        RealSummaries.Written written = iris.summarise(
                Map.of("format", known.format(), "length", known.length()),
                known.pages().toArray(String[]::new));
        int cited = written.last().path("citations").size();
        long supported = IntStream.range(0, cited)
                .filter(at ->
                        !written.last().path("citations").get(at).get("spans").isEmpty())
                .count();
        System.out.printf(
                "%-26s attendus %d/%d ; citations %d, appuyées %d ; inventions %s ; %.1f s%n",
                known.id(),
                known.foundIn(written.text()),
                known.expected().size(),
                cited,
                supported,
                known.inventsIn(written.text()) ? "OUI" : "non",
                seconds(written.took()));
    }

    private static void ownShare(RealSummaries iris) {
        String[] pages = IntStream.rangeClosed(1, LONG_PAGES)
                .mapToObj(page -> "Article " + page + "\n"
                        + "La commission permanente approuve la convention entre le Département et la commune. "
                                .repeat(25))
                .toArray(String[]::new);
        RealSummaries.Written written = iris.summarise(Map.of("format", "briefing", "length", "short"), pages);
        double own = seconds(written.took()) - seconds(written.busy());
        System.out.printf(
                "%d pages, %d appels : %.1f s en tout, moteur %.1f s, part d’IRIS %.2f s (%.1f %% du moteur)%s%n",
                LONG_PAGES,
                written.calls(),
                seconds(written.took()),
                seconds(written.busy()),
                own,
                100 * own / seconds(written.busy()),
                written.isComplete() ? "" : " — INTERROMPU");
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
