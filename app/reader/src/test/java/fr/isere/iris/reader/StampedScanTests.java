package fr.isere.iris.reader;

import static fr.isere.iris.reading.ReadPage.Origin.RECOGNISED;
import static fr.isere.iris.reading.ReadPage.Origin.TEXT;
import static fr.isere.iris.reading.ReadPage.Origin.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Scans on which something is drawn as text: what that says is not what the page says. */
@Timeout(60)
class StampedScanTests {

    private static final String STAMP = "Envoyé en préfecture le 12/03/2024";
    private static final String FOUND = "Le conseil départemental approuve la convention.";

    private static final BufferedImage DOTS = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);

    @TempDir
    private Path folder;

    @Test
    void namesAScanWithAStampWhereNothingRecognisesIt() {
        try (PdfForTests pdf = new PdfForTests()) {
            scan(pdf).line(350, 810, STAMP);
            ReadDocument read = ReadDocument.of(folder, "a.pdf", pdf.bytes());
            assertThat(read.pages()).extracting(ReadPage::origin).containsExactly(UNREADABLE);
            assertThat(read.failure()).isEqualTo(ReadingFailure.NO_TEXT);
        }
    }

    @Test
    void recognisesAScanWithAStamp() throws IOException {
        try (PdfForTests pdf = new PdfForTests()) {
            scan(pdf).line(350, 810, STAMP);
            ReadDocument read = recognised(pdf, 95);
            assertThat(read.pages()).extracting(ReadPage::origin).containsExactly(RECOGNISED);
            assertThat(read.text()).isEqualTo(FOUND);
        }
    }

    @Test
    void namesAScanInWhichOnlyNoiseIsRecognised() throws IOException {
        try (PdfForTests pdf = new PdfForTests()) {
            ReadDocument read = recognised(scan(pdf), 27);
            assertThat(read.pages()).extracting(ReadPage::origin).containsExactly(UNREADABLE);
            assertThat(read.failure()).isEqualTo(ReadingFailure.NO_TEXT);
        }
    }

    @Test
    void namesPagesOfWhichNothingIsLeftBesideAPictureOnceTheirHeaderIsDropped() {
        try (PdfForTests pdf = new PdfForTests()) {
            for (int i = 1; i <= 6; i++) {
                pdf.picture(50, 100, 500, 300).line(50, 810, "Département de l'Isère - Annexe cartographique");
                if (i < 6) {
                    pdf.nextPage();
                }
            }
            assertThat(ReadDocument.of(folder, "a.pdf", pdf.bytes()).pages())
                    .extracting(ReadPage::origin)
                    .isEqualTo(Collections.nCopies(6, UNREADABLE));
        }
    }

    @Test
    void keepsAPageOfTextOverAPictureAndOneWithAPictureBesideItsText() {
        try (PdfForTests pdf = new PdfForTests()) {
            text(scan(pdf));
            pdf.nextPage().picture(50, 60, 500, 300).line(50, 700, "Une légende");
            ReadDocument read = ReadDocument.of(folder, "a.pdf", pdf.bytes());
            assertThat(read.pages()).extracting(ReadPage::origin).containsExactly(TEXT, TEXT);
        }
    }

    @Test
    void saysThatTheLayerOfACopierWasRecognised() {
        try (PdfForTests pdf = new PdfForTests()) {
            text(scan(pdf).mode(RenderingMode.NEITHER));
            ReadDocument read = ReadDocument.of(folder, "a.pdf", pdf.bytes());
            assertThat(read.pages()).extracting(ReadPage::origin).containsExactly(RECOGNISED);
            assertThat(read.text()).contains("ligne 7");
            assertThat(read.failure()).isNull();
        }
    }

    @Test
    void readsSlidesThatShareTheirBackground() {
        ReadDocument read = onOnePicture("Le budget", "Les routes", "Les collèges", "L'autonomie");
        assertThat(read.pages()).extracting(ReadPage::origin).isEqualTo(Collections.nCopies(4, TEXT));
        assertThat(read.texts()).containsExactly("Le budget", "Les routes", "Les collèges", "L'autonomie");
    }

    @Test
    void namesAScanThatIsInTheFileTwice() {
        ReadDocument read = onOnePicture("Première copie", "Seconde copie");
        assertThat(read.pages()).extracting(ReadPage::origin).containsExactly(UNREADABLE, UNREADABLE);
    }

    @Test
    void takesATiledPictureForNoScan() {
        try (PdfForTests pdf = new PdfForTests()) {
            PDImageXObject tile = pdf.embedded(DOTS);
            for (int i = 0; i < 16; i++) {
                pdf.picture(tile, i % 4 * 149, i / 4 * 210, 149, 210);
            }
            ReadDocument read = ReadDocument.of(
                    folder, "a.pdf", pdf.line(50, 700, "Le budget").bytes());
            assertThat(read.pages()).extracting(ReadPage::origin).containsExactly(TEXT);
        }
    }

    private ReadDocument onOnePicture(String... texts) {
        try (PdfForTests pdf = new PdfForTests()) {
            PDImageXObject background = pdf.embedded(DOTS);
            for (int i = 0; i < texts.length; i++) {
                (i == 0 ? pdf : pdf.nextPage())
                        .picture(background, 0, 0, 595, 842)
                        .line(50, 700, texts[i]);
            }
            return ReadDocument.of(folder, "a.pdf", pdf.bytes());
        }
    }

    private static PdfForTests scan(PdfForTests pdf) {
        return pdf.picture(0, 0, 595, 842);
    }

    private static void text(PdfForTests pdf) {
        for (int i = 0; i < 8; i++) {
            pdf.line(50, 700 - i * 13, "Le conseil départemental délibère sur le budget, ligne " + i);
        }
    }

    private ReadDocument recognised(PdfForTests pdf, int confidence) throws IOException {
        Path tesseract = TesseractForTests.saying(folder, FOUND, "", confidence);
        return ReadDocument.of(
                Files.write(folder.resolve("a.pdf"), pdf.bytes()), new Extraction(tesseract), Bounds.ofPages(10));
    }
}
