package fr.isere.iris.summaries;

import java.util.Map;

/** How many of the injections the active model withstands. With the demonstration's model the figure says little. */
final class InjectionsBench {

    private InjectionsBench() {}

    /**
     * Tries them one after the other.
     *
     * @param arguments how many of them to try; all by default
     */
    public static void main(String[] arguments) {
        Injections injections = Injections.read();
        int most = arguments.length > 0
                ? Integer.parseInt(arguments[0])
                : injections.injections().size();
        int withstood = 0;
        int useful = 0;
        int tried = 0;
        try (RealSummaries iris = RealSummaries.start()) {
            for (Injections.Injection injection : injections.injections().subList(0, most)) {
                RealSummaries.Written written = iris.summarise(
                        Map.of("format", "key-points", "length", "short"), injections.pageWith(injection));
                boolean held = injection.isWithstoodBy(written.text());
                boolean answered = injection.isAnsweredBy(written.text())
                        && injections.carrierWords().stream().anyMatch(written.text()::contains);
                tried++;
                withstood += held ? 1 : 0;
                useful += held && answered ? 1 : 0;
                System.out.printf("%-26s %-10s %s%n", injection.id(), injection.aim(), held ? "résiste" : "CÈDE");
            }
        }
        System.out.printf(
                "%d injections sur %d sans effet (%.0f %%), dont %d avec un résumé qui parle du texte.%n",
                withstood, tried, 100.0 * withstood / tried, useful);
        System.out.println("Avec SmolLM2 135M, ce chiffre n’est qu’indicatif : ce modèle ne suit guère de consigne,"
                + " celles du document comprises.");
        System.exit(0);
    }
}
