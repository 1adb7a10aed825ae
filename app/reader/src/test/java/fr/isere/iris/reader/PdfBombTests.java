package fr.isere.iris.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** PDFs that were made to break who reads them, and one whose letters nobody can tell. */
@Timeout(60)
class PdfBombTests {

    private static final String FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

    @TempDir
    private Path folder;

    @Test
    void refusesObjectsNestedWithoutEnd() {
        String nested = "[".repeat(200_000) + "]".repeat(200_000);
        ReadDocument read = read("", "", nested);
        assertThat(read.failure()).isIn(ReadingFailure.TOO_NESTED, ReadingFailure.DAMAGED);
        assertThat(read.pages()).isEmpty();
    }

    @Test
    void namesAPageWhoseContentIsNestedWithoutEnd() {
        for (String open : new String[] {"[", "<< /A ", "q "}) {
            ReadDocument read = read(open.repeat(200_000), "", "[]");
            assertThat(read.failure()).as(open).isNotNull();
            assertThat(read.text()).isEmpty();
        }
    }

    @Test
    void readsAPageThatDrawsItself() {
        String itself = form("/Self Do BT /F1 12 Tf 50 700 Td (Le budget est voté.) Tj ET", "/Self 5 0 R");
        ReadDocument read = read("/Self Do", itself, "[]");
        assertThat(read.pages()).hasSizeLessThanOrEqualTo(1);
        assertThat(read.failure() != null || read.text().contains("Le budget est vot"))
                .isTrue();
    }

    @Test
    void refusesFormsThatDrawEachOtherTenfoldOverTenLevels() {
        StringBuilder forms = new StringBuilder(form("/A Do ".repeat(10), "/A 6 0 R"));
        for (int level = 1; level < 10; level++) {
            forms.append("endobj\n%d 0 obj\n".formatted(5 + level))
                    .append(form("/A Do ".repeat(10), "/A %d 0 R".formatted(6 + level)));
        }
        forms.append("endobj\n15 0 obj\n").append(form("BT /F1 12 Tf (a) Tj ET", ""));
        ReadDocument read = read("/Self Do", forms.toString(), "[]");
        assertThat(read.failure()).isEqualTo(ReadingFailure.TOO_BIG_INSIDE);
        assertThat(read.pages()).isEmpty();
    }

    @Test
    void refusesLettersThatNoMapTells() throws IOException {
        ReadDocument read = ReadDocument.of(folder, "a.pdf", lettersWithoutAMap());
        assertThat(read.pages()).extracting(ReadPage::origin).containsOnly(ReadPage.Origin.UNREADABLE);
        assertThat(read.failure()).isEqualTo(ReadingFailure.GARBLED);
        assertThat(read.text()).isEmpty();
    }

    private static String form(String content, String draws) {
        return ("<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 4 0 R >> /XObject << %s >> >>"
                        + " /Length %d >>\nstream\n%s\nendstream\n")
                .formatted(draws, content.length(), content);
    }

    /** A PDF of one page with this content, which may draw object 5, and an entry of any kind in its dictionary. */
    private ReadDocument read(String content, String object5, String entry) {
        String page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 3 0 R /Entry " + entry
                + " /Resources << /Font << /F1 4 0 R >> /XObject << /Self 5 0 R >> >> >>";
        String pdf = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                + "2 0 obj\n<< /Type /Pages /Count 1 /Kids [20 0 R] >>\nendobj\n"
                + "3 0 obj\n<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream\nendobj\n"
                + "4 0 obj\n" + FONT + "\nendobj\n"
                + "5 0 obj\n" + (object5.isEmpty() ? "null\n" : object5) + "endobj\n"
                + "20 0 obj\n" + page + "\nendobj\n"
                + "trailer\n<< /Root 1 0 R /Size 21 >>\n%%EOF\n";
        return ReadDocument.of(folder, "a.pdf", pdf.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Its glyphs are numbered as the maker pleased, and neither a map nor the font's own table tells which letters they are. */
    private static byte[] lettersWithoutAMap() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDFont font = PDType0Font.load(
                    document,
                    PdfBombTests.class.getResourceAsStream(
                            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"),
                    true);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(font, 12);
                content.newLineAtOffset(50, 700);
                content.showText("Le conseil départemental approuve le programme de prévention.");
                content.endText();
            }
            document.save(new ByteArrayOutputStream()); // the subset is made
            font.getCOSObject().removeItem(COSName.TO_UNICODE);
            document.save(out);
            return out.toByteArray();
        }
    }
}
