package fr.isere.iris.bench;

import fr.isere.iris.testing.IrisProcess;
import java.nio.file.Path;

/** Replaces two instances in turn under streams, and says what came of the answers: {@code ops/bench rolling [READERS] [JAR]}. */
final class RollingBench {

    private RollingBench() {}

    /** Arguments: how many people read at once, 100 if none is given; and the application of the version that is replaced, else this one. */
    public static void main(String[] args) throws Exception {
        int readers = args.length == 0 ? 100 : Integer.parseInt(args[0]);
        var before = args.length < 2 ? IrisProcess.THIS : IrisProcess.Program.of(Path.of(args[1]));
        long start = System.nanoTime();
        try (Rolling rolling = new Rolling(before)) {
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
