package fr.isere.iris.documents;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.util.unit.DataSize;

/** A program that has a document read and says what it hears, up to the first page, which it keeps until it is killed. Stands for IRIS in a JVM of its own. */
final class ReaderTrial {

    private ReaderTrial() {}

    /**
     * Runs until it is killed.
     *
     * @param arguments the document, the main class of the reader, what stands on its class path besides
     */
    public static void main(String[] arguments) {
        DocumentSettings settings = ReadersForTests.settings();
        List<Path> more = arguments.length > 2 ? List.of(Path.of(arguments[2])) : List.of();
        ReaderCommand command =
                new ReaderCommand(arguments[1], more, DataSize.ofMegabytes(64), ReaderNamespaces.find());
        ReaderPool pool = new ReaderPool(settings, () -> command, Path.of(System.getProperty("java.io.tmpdir")));
        pool.start();
        Reading unused = pool.read(Path.of(arguments[0]), new HeardReading() {
            @Override
            void note(String call) {
                System.out.println(call);
                if (call.startsWith("page")) {
                    keep();
                }
            }
        });
        keep();
    }

    private static void keep() {
        try {
            new CountDownLatch(1).await(); // until it is killed
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
