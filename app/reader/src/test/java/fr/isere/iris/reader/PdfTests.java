package fr.isere.iris.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pages of PDF, drawn as they should not be. */
@Timeout(60)
class PdfTests {

    private static final String PROSE = "Le conseil départemental vote le budget";

    @TempDir
    private Path folder;

    @Test
    void readsTwoColumnsOneAfterTheOtherAndMendsHyphens() {
        try (PdfForTests pdf = new PdfForTests()) {
            for (int i = 0; i < 8; i++) {
                pdf.line(
                        50,
                        700 - i * 13,
                        i == 2 ? "gauche et le dépar-" : i == 3 ? "tement le reçoit ici" : "gauche ligne numéro " + i);
                pdf.line(
                        320,
                        700 - i * 13,
                        i == 2 ? "droite, c'est-à-" : i == 3 ? "dire la suite du texte" : "droite ligne numéro " + i);
            }
            String text = ReadDocument.of(folder, "a.pdf", pdf.bytes()).text();
            assertThat(text).contains("le département le reçoit").contains("c'est-à-dire la suite");
            assertThat(text.indexOf("gauche ligne numéro 7")).isLessThan(text.indexOf("droite ligne numéro 0"));
        }
    }

    @Test
    void dropsWhatRepeatsAtTheEdgesAndKeepsWhatOnlyLooksAlike() {
        try (PdfForTests pdf = new PdfForTests()) {
            for (int i = 1; i <= 6; i++) {
                pdf.line(50, 810, "Département de l'Isère - Rapport annuel").line(280, 30, "Page " + i + " sur 6");
                pdf.line(PdfForTests.BOLD, 11, 50, 770, "Article L11" + i + "-1");
                for (int line = 0; line < 10; line++) {
                    pdf.line(50, 740 - line * 13, PROSE + " de la page " + i + ", ligne " + line + " du texte");
                }
                if (i < 6) {
                    pdf.nextPage();
                }
            }
            ReadDocument read = ReadDocument.of(folder, "a.pdf", pdf.bytes());
            assertThat(read.text()).doesNotContain("Rapport annuel").doesNotContain("sur 6");
            assertThat(read.texts(Block.Kind.HEADING)).hasSize(6).contains("Article L114-1");
        }
    }

    @Test
    void leavesOutWhatNobodySees() {
        try (PdfForTests pdf = new PdfForTests()) {
            pdf.line(50, 700, "Texte visible de la page").colour(Color.WHITE).line(50, 680, "blanc sur blanc");
            pdf.colour(Color.BLUE).box(40, 640, 300, 20).colour(Color.WHITE).line(50, 645, "blanc sur bleu");
            pdf.colour(Color.BLACK).line(PdfForTests.PLAIN, 0.5f, 50, 620, "minuscule");
            pdf.line(50, 600, "gras doublé").line(50.2f, 600, "gras doublé");
            pdf.mode(RenderingMode.NEITHER).line(50, 580, "invisible");
            assertThat(ReadDocument.of(folder, "a.pdf", pdf.bytes()).text())
                    .contains("Texte visible de la page", "blanc sur bleu", "gras doublé")
                    .doesNotContain("blanc sur blanc", "minuscule", "invisible", "ggrraass", "gras doublégras");
        }
    }

    @Test
    void seesWhatIsWrittenOnABandThatADrawingOfManyShapesEndsWith() {
        try (PdfForTests pdf = new PdfForTests()) {
            pdf.colour(Color.LIGHT_GRAY);
            dots(pdf);
            pdf.colour(Color.BLUE).box(40, 640, 300, 20).colour(Color.WHITE).line(50, 645, "blanc sur bleu");
            assertThat(ReadDocument.of(folder, "a.pdf", pdf.bytes()).text()).isEqualTo("blanc sur bleu");
        }
    }

    @Test
    void seesWhatIsWrittenOnADarkPageUnderADrawingOfManyShapes() {
        try (PdfForTests pdf = new PdfForTests()) {
            pdf.colour(Color.BLUE).box(0, 0, 595, 842).colour(Color.LIGHT_GRAY);
            dots(pdf);
            pdf.colour(Color.WHITE).line(50, 645, "blanc sur bleu");
            assertThat(ReadDocument.of(folder, "a.pdf", pdf.bytes()).text()).isEqualTo("blanc sur bleu");
        }
    }

    private static void dots(PdfForTests pdf) {
        for (int i = 0; i < 4_500; i++) {
            pdf.box(50 + i % 100 * 4, 50 + i / 100 * 4, 2, 2);
        }
    }

    @Test
    void readsATableAsRowsAndNotesApart() {
        try (PdfForTests pdf = new PdfForTests()) {
            for (int i = 0; i < 6; i++) {
                pdf.line(50, 760 - i * 13, PROSE + " et en débat longuement avant de se prononcer sur lui");
            }
            pdf.line(50, 660, "Poste").line(300, 660, "Montant");
            pdf.line(50, 640, "Voirie").line(300, 640, "12 500 €");
            pdf.line(50, 620, "Collèges").line(300, 620, "48 000 €");
            pdf.line(PdfForTests.PLAIN, 8, 50, 60, "1 Source : compte administratif.");
            ReadDocument read = ReadDocument.of(folder, "a.pdf", pdf.bytes());
            assertThat(read.texts(Block.Kind.ROW))
                    .containsExactly("Poste | Montant", "Voirie | 12 500 €", "Collèges | 48 000 €");
            assertThat(read.texts(Block.Kind.FOOTNOTE)).containsExactly("1 Source : compte administratif.");
        }
    }

    @Test
    void namesPagesWithoutTextAndThoseWithNothing() {
        try (PdfForTests pdf = new PdfForTests()) {
            pdf.line(50, 700, PROSE).nextPage().nextPage().box(50, 50, 300, 300);
            ReadDocument read = ReadDocument.of(folder, "a.pdf", pdf.bytes());
            assertThat(read.pages().stream().map(ReadPage::origin))
                    .containsExactly(ReadPage.Origin.TEXT, ReadPage.Origin.EMPTY, ReadPage.Origin.UNREADABLE);
            assertThat(read.failure()).isNull();
        }
    }

    @Test
    void refusesTextWhoseLettersStandForOthers() {
        try (PdfForTests pdf = new PdfForTests()) {
            for (int i = 0; i < 20; i++) {
                pdf.line(50, 760 - i * 13, "Wk gqpykz xwqjkhzv bxkf vqwkx xgk ypjwkc zqx khvb");
            }
            ReadDocument read = ReadDocument.of(folder, "a.pdf", pdf.bytes());
            assertThat(read.pages()).extracting(ReadPage::origin).containsExactly(ReadPage.Origin.UNREADABLE);
            assertThat(read.failure()).isEqualTo(ReadingFailure.GARBLED);
        }
    }

    @Test
    void refusesWhatAPasswordOpensAndWhatHasTooManyPages() throws IOException {
        try (PdfForTests pdf = new PdfForTests()) {
            assertThat(ReadDocument.of(folder, "a.pdf", pdf.line(50, 700, PROSE).locked("secret"))
                            .failure())
                    .isEqualTo(ReadingFailure.ENCRYPTED);
        }
        try (PdfForTests pdf = new PdfForTests()) {
            for (int i = 0; i < 1_000; i++) {
                pdf.nextPage();
            }
            ReadDocument read = ReadDocument.of(folder, "b.pdf", pdf.bytes());
            assertThat(read.failure()).isEqualTo(ReadingFailure.TOO_MANY_PAGES);
            assertThat(read.pages()).isEmpty();
        }
    }

    @Test
    void refusesTenThousandPagesWhateverTheFileSaysOfThemAndReadsThemWhereTheyAreAllowed() throws IOException {
        for (int said : new int[] {1, 10_000}) {
            ReadDocument refused = ReadDocument.of(folder, "a.pdf", tenThousandPages(said));
            assertThat(refused.failure()).as("said: %d", said).isEqualTo(ReadingFailure.TOO_MANY_PAGES);
            assertThat(refused.pages()).isEmpty();
        }
        ReadDocument read = ReadDocument.of(
                Files.write(folder.resolve("b.pdf"), tenThousandPages(10_000)),
                new Extraction(ReadDocument.NO_TESSERACT),
                10_000);
        assertThat(read.failure()).isNull();
        assertThat(read.pages()).hasSize(10_000).allMatch(page -> page.origin() == ReadPage.Origin.TEXT);
        assertThat(read.page(10_000)).isEqualTo("Le budget");
    }

    private static byte[] tenThousandPages(int said) {
        StringBuilder kids = new StringBuilder();
        StringBuilder pages = new StringBuilder();
        for (int i = 10; i < 10_010; i++) {
            kids.append(i).append(" 0 R ");
            pages.append(i)
                    .append(" 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 3 0 R")
                    .append(" /Resources << /Font << /F1 4 0 R >> >> >>\nendobj\n");
        }
        String content = "BT /F1 12 Tf 50 400 Td (Le budget) Tj ET";
        String pdf = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                + "2 0 obj\n<< /Type /Pages /Count " + said + " /Kids [" + kids + "] >>\nendobj\n"
                + "3 0 obj\n<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream\nendobj\n"
                + "4 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n" + pages
                + "trailer\n<< /Root 1 0 R /Size 10010 >>\n%%EOF\n";
        return pdf.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void readsAPdfThatIsWrittenFromRightToLeft() {
        try (PdfForTests pdf = new PdfForTests()) {
            PDFont hebrew = pdf.font("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
            pdf.line(hebrew, 12, 300, 700, "םלוע םולש").line(hebrew, 12, 300, 650, "2024 :ביצקת");
            assertThat(ReadDocument.of(folder, "a.pdf", pdf.bytes()).text())
                    .contains("שלום עולם")
                    .contains("תקציב: 2024");
        }
    }

    @Test
    void namesAPageWhoseContentBreaksOff() {
        try (PdfForTests pdf = new PdfForTests()) {
            for (int i = 0; i < 40; i++) {
                pdf.line(50, 760 - i * 13, PROSE + " numéro " + i * 7919);
            }
            byte[] bytes = pdf.bytes();
            int stream = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("stream") + 200;
            java.util.Arrays.fill(bytes, stream, stream + 60, (byte) 0xFF);
            ReadDocument read = ReadDocument.of(folder, "a.pdf", bytes);
            assertThat(read.pages()).extracting(ReadPage::origin).containsExactly(ReadPage.Origin.UNREADABLE);
            assertThat(read.failure()).isNotNull();
        }
    }

    @Test
    void putsLinesFromRightToLeftInTheOrderInWhichTheyAreRead() {
        assertThat(Letters.logical("םולש")).isEqualTo("שלום");
        assertThat(Letters.logical("123 :םולש")).isEqualTo("שלום: 123");
        assertThat(Letters.logical("ﬁn de l'oﬃce")).isEqualTo("fin de l'office");
    }
}
