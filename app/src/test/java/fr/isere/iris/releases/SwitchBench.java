package fr.isere.iris.releases;

/** Has another model answer under many answers, and says how long that takes: {@code ops/bench switch [ANSWERS]}. */
final class SwitchBench {

    private static final int STREAMS = 200;

    private SwitchBench() {}

    /** Takes the number of answers under way. */
    public static void main(String[] arguments) throws Exception {
        int streams = arguments.length > 0 ? Integer.parseInt(arguments[0]) : STREAMS;
        try (Switching switching = new Switching(streams)) {
            Switching.Outcome outcome = switching.run();
            System.out.printf(
                    "modèle changé sous %d réponses : %d complètes, %d perdues ; %d ms du clic à la première réponse du nouveau modèle%n",
                    streams,
                    outcome.done() - 1,
                    outcome.failed(),
                    outcome.firstOfTheNew().toMillis());
        }
        System.exit(0);
    }
}
