package fr.isere.iris.bench;

/** Restarts two instances in turn under streams, and says what came of the answers: {@code ops/bench rolling [READERS]}. */
final class RollingBench {

    private RollingBench() {}

    /** Argument: how many people read at once; 100 if none is given. */
    public static void main(String[] args) throws Exception {
        int readers = args.length == 0 ? 100 : Integer.parseInt(args[0]);
        long start = System.nanoTime();
        try (Rolling rolling = new Rolling()) {
            Rolling.Result result = rolling.restartUnder(readers);
            System.out.printf(
                    "%d readers, two restarts: answers by end %s, %d failed; %d streams resumed on the other instance, %d requests turned "
                            + "away by one that stops and taken by the other; %.0f s in all%n",
                    readers,
                    result.ends(),
                    result.failed(),
                    result.resumed(),
                    result.turnedAway(),
                    (System.nanoTime() - start) / 1e9);
        }
        System.exit(0);
    }
}
