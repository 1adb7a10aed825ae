package fr.isere.iris.summaries;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many of the requests that try the standing instructions the active model answers within them. */
final class InstructionsBench {

    private InstructionsBench() {}

    /**
     * Asks them one after the other.
     *
     * @param arguments how many of them to ask; all by default
     */
    public static void main(String[] arguments) {
        List<Standing.Case> cases = Standing.read().cases();
        int most = arguments.length > 0 ? Math.min(Integer.parseInt(arguments[0]), cases.size()) : cases.size();
        Map<String, Tally> duties = new TreeMap<>();
        Tally all = new Tally(0, 0);
        try (RealSummaries iris = RealSummaries.start()) {
            for (Standing.Case known : cases.subList(0, most)) {
                boolean kept = known.isKeptBy(iris.ask(known.request(), known.document()));
                Tally one = new Tally(1, kept ? 1 : 0);
                duties.merge(known.duty(), one, Tally::plus);
                all = all.plus(one);
                System.out.printf("%-26s %-10s %s%n", known.id(), known.duty(), kept ? "respecte" : "ENFREINT");
            }
        }
        duties.forEach((duty, tally) -> System.out.printf("%-10s %s%n", duty, tally));
        System.out.printf("Consignes respectées\u00a0: %s%n", all);
        System.out.println("Avec SmolLM2 135M, ce chiffre n’est qu’indicatif : ce modèle ne suit guère de consigne.");
        System.exit(0);
    }

    /** So many were asked, so many answered within the instructions. */
    private record Tally(int asked, int kept) {

        Tally plus(Tally other) {
            return new Tally(asked + other.asked, kept + other.kept);
        }

        @Override
        public String toString() {
            return "%d sur %d (%.0f %%)".formatted(kept, asked, asked == 0 ? 0 : 100.0 * kept / asked);
        }
    }
}
