package fr.isere.iris.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
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

    @Test
    void recognisesLettersThatNoMapTellsWhereTesseractIs() throws IOException {
        Path tesseract = Path.of("/usr/bin/tesseract");
        assumeThat(Files.isExecutable(tesseract)).as("Tesseract is installed").isTrue();
        ReadDocument read = ReadDocument.of(
                Files.write(folder.resolve("a.pdf"), lettersWithoutAMap()), new Extraction(tesseract), 10);
        assertThat(read.failure()).isNull();
        assertThat(read.pages()).extracting(ReadPage::origin).containsOnly(ReadPage.Origin.RECOGNISED);
        assertThat(read.text()).contains("Le conseil départemental approuve le programme de prévention.");
    }

    @Test
    void namesAPageOfWhichSomeLettersHaveNoMap() throws IOException {
        ReadDocument read = ReadDocument.of(
                folder, "a.pdf", lettersWithoutAMap("<004A> <004A> <0067>\n", "<00AB> <00AB> <00E9>\n"));
        assertThat(read.pages()).extracting(ReadPage::origin).containsOnly(ReadPage.Origin.UNREADABLE);
        assertThat(read.failure()).isEqualTo(ReadingFailure.GARBLED);
    }

    @Test
    void namesAPageWhoseContentOrFormBreaksOffUnderAnyFilter() throws IOException {
        for (String filter : new String[] {"/FlateDecode", "[/FlateDecode]", "[/ASCIIHexDecode /FlateDecode]"}) {
            String form = packed(
                    "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font" + " << /F1 4 0 R >> >> ",
                    filter,
                    false);
            assertThat(read("/Self Do", form, "[]").text()).as(filter).contains("Le budget");
            form = packed(
                    "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font" + " << /F1 4 0 R >> >> ",
                    filter,
                    true);
            ReadDocument read = read("/Self Do", form, "[]");
            assertThat(read.pages())
                    .as(filter)
                    .extracting(ReadPage::origin)
                    .containsExactly(ReadPage.Origin.UNREADABLE);
            assertThat(readStream(packed("", filter, false)).text()).as(filter).contains("Le budget");
            assertThat(readStream(packed("", filter, true)).pages())
                    .as(filter)
                    .extracting(ReadPage::origin)
                    .containsExactly(ReadPage.Origin.UNREADABLE);
        }
    }

    /** Lines of text, packed; half of it, if it is to break off. */
    private static String packed(String entries, String filter, boolean half) throws IOException {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            content.append("BT /F1 12 Tf 50 %d Td (Le budget %d) Tj ET\n".formatted(780 - i * 15, i * 7919));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(content.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
        byte[] bytes = out.toByteArray();
        if (half) {
            bytes = Arrays.copyOf(bytes, bytes.length / 2);
        }
        String stream = filter.contains("Hex")
                ? HexFormat.of().formatHex(bytes) + ">"
                : new String(bytes, StandardCharsets.ISO_8859_1);
        return "<< " + entries + "/Filter " + filter + " /Length " + stream.length() + " >>\nstream\n" + stream
                + "\nendstream\n";
    }

    private static String form(String content, String draws) {
        return ("<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 4 0 R >> /XObject <<"
                        + " %s >> >> /Length %d >>\n"
                        + "stream\n"
                        + "%s\n"
                        + "endstream\n")
                .formatted(draws, content.length(), content);
    }

    /** A PDF of one page with this content, which may draw object 5, and an entry of any kind in its dictionary. */
    private ReadDocument read(String content, String object5, String entry) {
        String stream = "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream\n";
        return readPage(stream, object5, entry);
    }

    private ReadDocument readStream(String stream) {
        return readPage(stream, "", "[]");
    }

    private ReadDocument readPage(String object3, String object5, String entry) {
        String page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 3 0 R /Entry " + entry
                + " /Resources << /Font << /F1 4 0 R >> /XObject << /Self 5 0 R >> >> >>";
        String pdf = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                + "2 0 obj\n<< /Type /Pages /Count 1 /Kids [20 0 R] >>\nendobj\n"
                + "3 0 obj\n" + object3 + "endobj\n"
                + "4 0 obj\n" + FONT + "\nendobj\n"
                + "5 0 obj\n" + (object5.isEmpty() ? "null\n" : object5) + "endobj\n"
                + "20 0 obj\n" + page + "\nendobj\n"
                + "trailer\n<< /Root 1 0 R /Size 21 >>\n%%EOF\n";
        return ReadDocument.of(folder, "a.pdf", pdf.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Its glyphs are numbered as the maker pleased, and neither a map nor the font's own table tells which letters they are. */
    private static byte[] lettersWithoutAMap(String... ranges) throws IOException {
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
            unmap(font, ranges);
            document.save(out);
            return out.toByteArray();
        }
    }

    /** Without its map, or without these lines of it. */
    private static void unmap(PDFont font, String... ranges) throws IOException {
        if (ranges.length == 0) {
            font.getCOSObject().removeItem(COSName.TO_UNICODE);
            return;
        }
        COSStream map = font.getCOSObject().getCOSStream(COSName.TO_UNICODE);
        String text = map.toTextString();
        for (String range : ranges) {
            assertThat(text).contains(range);
            text = text.replace(range, "");
        }
        try (OutputStream out = map.createOutputStream()) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
