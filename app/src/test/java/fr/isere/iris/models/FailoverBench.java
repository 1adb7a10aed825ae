package fr.isere.iris.models;

/** Kills one of two Ollamas under many answers, and says what became of each. */
final class FailoverBench {

    private static final int STREAMS = 50;

    private FailoverBench() {}

    /** Takes the number of answers. */
    public static void main(String[] arguments) {
        int streams = arguments.length > 0 ? Integer.parseInt(arguments[0]) : STREAMS;
        try (Failover failover = new Failover()) {
            Failover.Outcome outcome = failover.run(streams);
            System.out.printf(
                    "%d réponses demandées, un moteur sur deux tué : %d complètes, %d interrompues après leur premier mot,"
                            + " %d perdues sans avoir commencé%n",
                    streams, outcome.complete(), outcome.interrupted(), outcome.lost());
            System.out.printf(
                    "une réponse qui attendait commence %d ms après l’arrêt ; le moteur relancé sert de nouveau après %d ms ;"
                            + " %d des %d interrompues redemandées sont complètes ; créneaux encore pris : %d%n",
                    outcome.recovery().toMillis(),
                    outcome.back().toMillis(),
                    outcome.resumed(),
                    outcome.interrupted(),
                    failover.slotsLeftTaken());
        }
        System.exit(0);
    }
}
