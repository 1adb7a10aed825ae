package fr.isere.iris.audit;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A process of its own, whose files the system lets grow to a limit (that of {@code ulimit -f}) as a full disk would: fills a trail
 * until that fails, in the middle of a line, then has the limit lifted and goes on.
 */
final class AuditFullDisk {

    private AuditFullDisk() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Trail trail = Trail.in(Path.of(arguments[0]));
        int failures = 0;
        for (int times = 0; times < 1000 && failures < 3; times++) {
            try {
                trail.writes(3);
            } catch (IOException e) {
                failures++;
            }
        }
        String unlimited =
                "prlimit --fsize=unlimited --pid " + ProcessHandle.current().pid();
        int lifted =
                new ProcessBuilder("sh", "-c", unlimited).inheritIO().start().waitFor();
        trail.writes(3);
        Verification found = trail.verify();
        System.out.printf(
                "failures %d, lifted %d, break %s, unfinished %d%n",
                failures, lifted, found.firstBreak(), found.unfinished().size());
    }
}
