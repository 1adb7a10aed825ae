package fr.isere.iris.exports;

import fr.isere.iris.problems.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Gives a document its format, a few at a time: what one takes in memory is known, and so is what all take. The libraries of a format
 * are loaded with its first document.
 */
@Component
class Press {

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Semaphore room = new Semaphore(AT_ONCE, true);

    /**
     * The document as a file.
     *
     * @throws ProblemException {@code export-busy} (503); {@code export-pdf-script} (400) for a PDF of a script that it cannot set
     */
    MadeFile print(Paper paper, Format format) {
        enter();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(paper, format, bytes);
            return new MadeFile(FileName.of(paper.title(), format), format, new ByteArrayResource(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("no " + format, e);
        } finally {
            room.release();
        }
    }

    private static void write(Paper paper, Format format, OutputStream out) throws IOException {
        switch (format) {
            case DOCX -> DocxFile.write(paper, out);
            case ODT -> OdtFile.write(paper, out);
            case PDF -> PdfFile.write(paper, out);
            case MARKDOWN -> MarkdownFile.write(paper, out);
        }
    }

    private void enter() {
        try {
            if (room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException("export-busy", HttpStatus.SERVICE_UNAVAILABLE);
    }
}
