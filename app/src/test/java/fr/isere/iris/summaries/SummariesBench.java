package fr.isere.iris.summaries;

import fr.isere.iris.testing.TerseModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

/** What the active model's summaries of known texts are worth, and how much of their time is IRIS's own. */
final class SummariesBench {

    private static final int LONG_PAGES = 24;
    private static final String ONLY_SHARE = "--part";

    private SummariesBench() {}

    /** Takes the files to summarise in the place of the known texts, or {@code --part} for IRIS's own share alone. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            known();
            ownShare();
        } else if (arguments[0].equals(ONLY_SHARE)) {
            ownShare();
        } else {
            files(arguments);
        }
        System.exit(0);
    }

    /** Answers are cut short: what is measured is how long IRIS takes beside the engine, and that all is read. */
    private static void files(String... names) throws IOException {
        try (RealSummaries iris = RealSummaries.reading(TerseModel.setting())) {
            for (String name : names) {
                RealSummaries.Written written =
                        iris.summarise(Map.of("format", "briefing", "length", "short"), Path.of(name));
                System.out.println(written.text() + "\n");
                share(name, written);
            }
        }
    }

    private static void known() {
        try (RealSummaries iris = RealSummaries.start("iris.summaries.passage-tokens=2000")) {
            iris.summarise(Map.of("format", "key-points", "length", "short"), "Le conseil délibère."); // warms it
            Evaluation.read().cases().forEach(known -> evaluate(iris, known));
        }
    }

    private static void evaluate(RealSummaries iris, Evaluation.Case known) {
        RealSummaries.Written written = written(iris, known);
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

    private static RealSummaries.Written written(RealSummaries iris, Evaluation.Case known) {
        return known.versionBefore().isEmpty()
                ? iris.summarise(
                        Map.of("format", known.format(), "length", known.length()),
                        known.pages().toArray(String[]::new))
                : iris.compare(known.length(), known.versionBefore(), known.pages());
    }

    private static void ownShare() {
        String[] pages = IntStream.rangeClosed(1, LONG_PAGES)
                .mapToObj(page -> "Article " + page + "\n"
                        + "La commission permanente approuve la convention entre le Département et la commune. "
                                .repeat(25))
                .toArray(String[]::new);
        try (RealSummaries iris = RealSummaries.start(TerseModel.setting(), "iris.summaries.passage-tokens=2000")) {
            share(LONG_PAGES + " pages", iris.summarise(Map.of("format", "briefing", "length", "short"), pages));
        }
    }

    private static void share(String what, RealSummaries.Written written) {
        double own = seconds(written.took()) - seconds(written.busy());
        System.out.printf(
                "%s, %d appels : %.1f s en tout, moteur %.1f s, part d’IRIS %.2f s (%.1f %% du moteur)%s%n",
                what,
                written.calls(),
                seconds(written.took()),
                seconds(written.busy()),
                own,
                100 * own / seconds(written.busy()),
                written.isComplete()
                        ? ""
                        : " — INTERROMPU " + written.last().path("type").asString());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
