package fr.isere.iris.documents;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Namespaces of Linux around a reader: of its own a network without any interface, and processes that end with it, Tesseract among
 * them.
 */
final class ReaderNamespaces {

    private static final List<String> OWN = List.of("unshare", "--net", "--pid", "--fork", "--kill-child");

    /** For an account that is not root: it becomes root in there, and nowhere else. */
    private static final List<String> OWN_AS_ROOT_WITHIN =
            List.of("unshare", "--map-root-user", "--net", "--pid", "--fork", "--kill-child");

    private static final long PATIENCE_S = 5;

    private ReaderNamespaces() {}

    /** What to put in front of a command; nothing where the system does not let it. */
    static List<String> find() {
        return Stream.of(OWN, OWN_AS_ROOT_WITHIN)
                .filter(ReaderNamespaces::works)
                .findFirst()
                .orElse(List.of());
    }

    private static boolean works(List<String> namespaces) {
        List<String> command = new ArrayList<>(namespaces);
        command.add("true");
        try {
            Process probe = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            try {
                return probe.waitFor(PATIENCE_S, TimeUnit.SECONDS) && probe.exitValue() == 0;
            } finally {
                probe.destroyForcibly();
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
