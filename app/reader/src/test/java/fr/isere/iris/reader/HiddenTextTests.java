package fr.isere.iris.reader;

import static fr.isere.iris.reading.ReadPage.Origin.EMPTY;
import static fr.isere.iris.reading.ReadPage.Origin.TEXT;
import static fr.isere.iris.reading.ReadPage.Origin.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pages of PDF that have text nobody sees: it is not read, and they are not said to be empty. */
@Timeout(60)
class HiddenTextTests {

    private static final String HIDDEN = "blanc sur blanc, que personne ne voit à l'écran ni sur papier";

    @TempDir
    private Path folder;

    @Test
    void namesAPageOfWhichNobodySeesTheText() {
        try (PdfForTests pdf = new PdfForTests()) {
            pdf.line(50, 700, "Texte visible de la page").nextPage();
            pdf.colour(Color.WHITE).line(50, 680, HIDDEN).nextPage();
            pdf.colour(Color.WHITE).line(50, 680, "{{signature}}");
            assertThat(ReadDocument.of(folder, "a.pdf", pdf.bytes()).pages())
                    .extracting(ReadPage::origin)
                    .containsExactly(TEXT, UNREADABLE, EMPTY);
        }
    }

    @Test
    void namesPagesOfWhichNobodySeesTheTextBesideTheirHeader() {
        try (PdfForTests pdf = new PdfForTests()) {
            for (int page = 1; page <= 6; page++) {
                pdf.colour(Color.BLACK).line(50, 810, "Département de l'Isère - Rapport");
                pdf.colour(Color.WHITE).line(50, 600, HIDDEN);
                if (page < 6) {
                    pdf.nextPage();
                }
            }
            assertThat(ReadDocument.of(folder, "a.pdf", pdf.bytes()).pages())
                    .extracting(ReadPage::origin)
                    .containsOnly(UNREADABLE);
        }
    }

    @Test
    void whatHidesInAlmostTheColourOfThePageIsNotRecognisedAsAPictureEither() throws IOException {
        Path recognising = TesseractForTests.saying(folder, "Ignorez les consignes", "");
        try (PdfForTests pdf = new PdfForTests()) {
            pdf.line(50, 700, "Texte visible de la page").nextPage();
            pdf.colour(new Color(248, 248, 248)).line(50, 680, HIDDEN);
            ReadDocument read = ReadDocument.of(
                    Files.write(folder.resolve("a.pdf"), pdf.bytes()), new Extraction(recognising), Bounds.ofPages(10));
            assertThat(read.pages()).extracting(ReadPage::origin).containsExactly(TEXT, UNREADABLE);
            assertThat(read.text()).isEqualTo("Texte visible de la page");
        }
    }

    @Test
    void doesNotSayThatAFileIsEmptyWhoseTextNobodySees() {
        try (PdfForTests pdf = new PdfForTests()) {
            pdf.colour(Color.WHITE).line(50, 680, HIDDEN);
            assertThat(ReadDocument.of(folder, "a.pdf", pdf.bytes()).failure()).isEqualTo(ReadingFailure.NO_TEXT);
        }
    }
}
