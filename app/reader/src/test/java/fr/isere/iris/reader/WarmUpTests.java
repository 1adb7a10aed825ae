package fr.isere.iris.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reader.ocr.Recognition;
import fr.isere.iris.reader.pdf.PdfReader;
import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker does before its first document goes ways that real documents go, and keeps nobody waiting. */
class WarmUpTests {

    @TempDir
    private Path folder;

    @Test
    void itsDocumentHasWhatDocumentsHaveAndIsReadToItsEnd() throws IOException {
        Path file = folder.resolve("made.pdf");
        WarmUpDocument.write(file);

        ReadDocument read = ReadDocument.of(file);

        assertThat(read.pages()).hasSize(WarmUpDocument.PAGES).allMatch(page -> page.origin() == ReadPage.Origin.TEXT);
        assertThat(read.texts(Block.Kind.HEADING)).contains("Article L. 1-1", "Article L. 2-1", "Article L. 3-1");
        assertThat(read.texts(Block.Kind.ROW)).anyMatch(row -> row.contains("245,00"));
        assertThat(read.text()).doesNotContain("Recueil des actes administratifs");
    }

    @Test
    void itEndsAsSoonAsADocumentWaits() {
        AtomicInteger asked = new AtomicInteger();
        BooleanSupplier untilTheSecondRound = () -> asked.incrementAndGet() < 3;

        WarmUp.pdf(new PdfReader(new Recognition(ReadDocument.NO_TESSERACT)), untilTheSecondRound);

        assertThat(asked).hasValue(3);
    }
}
