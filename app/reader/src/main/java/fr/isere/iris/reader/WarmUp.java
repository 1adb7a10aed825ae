package fr.isere.iris.reader;

import fr.isere.iris.reader.pdf.PdfReader;
import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * Reads a document of its own before the first of anybody: half of what a first reading takes is the loading of classes, and the other
 * half code that is not compiled yet. A worker does it while nobody waits for it.
 */
final class WarmUp {

    private static final int PAGES = 12;
    private static final int LINES = 45;
    private static final String LINE = "Le conseil départemental vote le budget, article L. 3312-1 du code général.";

    private WarmUp() {}

    /** Without effect where nothing can be written: the first document then takes longer. */
    static void pdf(PdfReader reader) {
        try {
            Path folder = Files.createTempDirectory("warm-up");
            Path file = folder.resolve("document");
            try {
                write(file);
                reader.read(file, folder, Bounds.ofPages(PAGES), new Nowhere());
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException | UncheckedIOException | Unreadable cold) {
            // nothing is lost but time
        }
    }

    private static void write(Path file) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDFont font = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
            for (int number = 0; number < PAGES; number++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.setFont(font, 11);
                    for (int line = 0; line < LINES; line++) {
                        content.beginText();
                        content.newLineAtOffset(60, 740 - line * 15);
                        content.showText(LINE);
                        content.endText();
                    }
                }
            }
            document.save(file.toFile());
        }
    }

    private static final class Nowhere implements Sink {

        @Override
        public void opened(DocumentKind kind, int pages) {}

        @Override
        public void page(ReadPage page) {}

        @Override
        public void attachment(String name, Path file) {}
    }
}
