package fr.isere.iris.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The key ring of all that is tested on a Redis in this JVM: they are one installation. */
public final class RingForTests {

    private RingForTests() {}

    /** Its file; made by the first who starts. */
    public static Path path() {
        return Folder.PATH.resolve("ring.json");
    }

    /** Holder. */
    private static final class Folder {

        private static final Path PATH = make();

        private static Path make() {
            try {
                Path folder = Files.createTempDirectory("iris-ring-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> wipe(folder)));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void wipe(Path folder) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
                Files.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
