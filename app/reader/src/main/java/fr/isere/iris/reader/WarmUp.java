package fr.isere.iris.reader;

import fr.isere.iris.reader.pdf.PdfReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * Reads a document of its own before the first of anybody: half of what a first reading takes is the loading of classes, and the other
 * half code that is not compiled yet. A worker does it while nobody waits for it.
 */
final class WarmUp {

    /** Measured: what more of them would spare the first document, they cost before it. */
    private static final int ROUNDS = 4;

    private WarmUp() {}

    /**
     * Without effect where nothing can be written: the first document then takes longer.
     *
     * @param idle asked before each step: who waits for a worker does not wait for this
     */
    static void pdf(PdfReader reader, BooleanSupplier idle) {
        if (!idle.getAsBoolean()) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory("warm-up");
            Path file = folder.resolve("document");
            try {
                WarmUpDocument.write(file);
                for (int round = 0; round < ROUNDS && idle.getAsBoolean(); round++) {
                    reader.read(
                            file,
                            folder,
                            Bounds.ofPages(WarmUpDocument.PAGES),
                            new ProtocolWriter(OutputStream.nullOutputStream(), 0));
                }
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException | UncheckedIOException | Unreadable cold) {
            // nothing is lost but time
        }
    }
}
