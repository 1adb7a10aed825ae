package fr.isere.iris.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.ReadingFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities and bombs in each of the zipped formats, not in Word alone. */
@Timeout(120)
class HostileOfficeTests {

    private static final int FAR_TOO_MUCH = 40_000_000;
    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int SIZE_AT = 24;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"docx", "pptx", "odt", "odp", "ods", "xlsx"})
    void fetchesNoEntityAndExpandsNone(String kind) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "CANARI-7f3a");
        for (String entity : new String[] {"SYSTEM \"" + secret.toUri() + "\"", "\"CANARI-7f3a\""}) {
            ReadDocument read = ReadDocument.of(
                    folder, "a." + kind, file(kind, "<!DOCTYPE x [<!ENTITY a " + entity + ">]>", "avant &a; suite"));
            assertThat(read.failure()).as(entity).isEqualTo(ReadingFailure.DAMAGED);
            assertThat(read.pages()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "pptx", "odt", "odp", "ods", "xlsx"})
    void refusesABombAsOneWhetherItSaysItsSizeOrLies(String kind) throws IOException {
        byte[] honest = file(kind, "", "a".repeat(FAR_TOO_MUCH));
        assertThat(ReadDocument.of(folder, "a." + kind, honest).failure()).isEqualTo(ReadingFailure.TOO_BIG_INSIDE);
        byte[] lying = saying(honest, 1_000);
        assertThat(ReadDocument.of(folder, "b." + kind, lying).failure()).isEqualTo(ReadingFailure.TOO_BIG_INSIDE);
    }

    @Test
    void readsASheetThatPacksWellAndIsNoBomb() throws IOException {
        byte[] sheet = file(
                "xlsx",
                "",
                "Vizille ".repeat(2_500) + "</t></is></c></row>"
                        + "<row><c t=\"inlineStr\"><is><t></t></is></c></row>".repeat(100_000)
                        + "<row><c t=\"inlineStr\"><is><t>fin");
        ReadDocument read = ReadDocument.of(folder, "a.xlsx", sheet);
        assertThat(read.failure()).isNull();
        assertThat(read.text()).contains("Vizille").endsWith("fin");
    }

    @Test
    void refusesRowsThatAreRepeatedIntoMoreThanADocument() {
        String cell = "<table:table-cell><text:p>" + "a".repeat(225_000) + "</text:p></table:table-cell>";
        String row = "<table:table-row table:number-rows-repeated=\"60\">" + cell + cell + "</table:table-row>";
        ReadDocument read =
                ReadDocument.of(folder, "a.ods", openDocument("ods", "", "<table:table>" + row + "</table:table>"));
        assertThat(read.failure()).isEqualTo(ReadingFailure.TOO_BIG_INSIDE);
        assertThat(read.pages()).hasSizeLessThan(60);
    }

    @Test
    void refusesANoteThatIsCalledIntoMoreThanADocument() {
        ReadDocument read = ReadDocument.of(
                folder,
                "a.docx",
                Zip.word("<w:document " + Zip.WORD + "><w:body><w:p><w:r><w:t>Texte</w:t></w:r>"
                                + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>".repeat(60)
                                + "</w:p></w:body></w:document>")
                        .with(
                                "word/footnotes.xml",
                                "<w:footnotes " + Zip.WORD + "><w:footnote w:id=\"2\">"
                                        + Zip.paragraph("a".repeat(450_000)) + "</w:footnote></w:footnotes>")
                        .bytes());
        assertThat(read.failure()).isEqualTo(ReadingFailure.TOO_BIG_INSIDE);
    }

    @Test
    void aPageFetchesNothing() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "CANARI-7f3a");
        ReadDocument read = ReadDocument.of(
                folder,
                "a.html",
                "<!DOCTYPE html [<!ENTITY a SYSTEM \"" + secret.toUri() + "\">]><html><body><p>avant &a; suite</p>"
                        + "<object data=\"" + secret.toUri() + "\"></object><iframe src=\"" + secret.toUri()
                        + "\"></iframe></body></html>");
        assertThat(read.text()).contains("avant").contains("suite").doesNotContain("CANARI-7f3a");
    }

    /** A file with one text, of a kind, behind what its XML begins with. */
    private static byte[] file(String kind, String prolog, String text) throws IOException {
        return switch (kind) {
            case "docx" ->
                Zip.word(prolog + "<w:document " + Zip.WORD + "><w:body>" + Zip.paragraph(text)
                                + "</w:body></w:document>")
                        .bytes();
            case "pptx" ->
                Slides.beginning(prolog, "<a:p><a:t>" + text + "</a:t></a:p>").bytes();
            case "xlsx" -> workbook(prolog, text);
            default -> openDocumentOf(kind, prolog, text);
        };
    }

    private static byte[] openDocumentOf(String kind, String prolog, String text) {
        String paragraph = "<text:p>" + text + "</text:p>";
        return openDocument(
                kind,
                prolog,
                kind.equals("ods")
                        ? "<table:table><table:table-row><table:table-cell>" + paragraph
                                + "</table:table-cell></table:table-row></table:table>"
                        : "<draw:page>" + paragraph + "</draw:page>");
    }

    private static byte[] openDocument(String kind, String prolog, String body) {
        String type = kind.equals("ods") ? "spreadsheet" : kind.equals("odp") ? "presentation" : "text";
        return new Zip()
                .with("mimetype", "application/vnd.oasis.opendocument." + type)
                .with(
                        "content.xml",
                        prolog + "<o:document xmlns:o=\"o\" xmlns:office=\"f\" xmlns:text=\"x\" xmlns:table=\"t\""
                                + " xmlns:draw=\"d\"><office:body>" + body + "</office:body></o:document>")
                .bytes();
    }

    private static byte[] workbook(String prolog, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("Feuille");
            workbook.write(bytes);
        }
        Zip changed = new Zip();
        for (Map.Entry<String, String> part : parts(bytes.toByteArray()).entrySet()) {
            boolean sheet = part.getKey().equals("xl/worksheets/sheet1.xml");
            changed.with(
                    part.getKey(),
                    sheet
                            ? prolog
                                    + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                    + "<row><c t=\"inlineStr\"><is><t>" + text
                                    + "</t></is></c></row></sheetData></worksheet>"
                            : part.getValue());
        }
        return changed.bytes();
    }

    private static Map<String, String> parts(byte[] file) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    /** The same file, whose directory says of each part that unpacks into more that it unpacks into this. */
    private static byte[] saying(byte[] file, int size) {
        byte[] changed = Arrays.copyOf(file, file.length);
        ByteBuffer words = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < changed.length - SIZE_AT - Integer.BYTES; at++) {
            if (words.getInt(at) == CENTRAL_HEADER && words.getInt(at + SIZE_AT) > size) {
                words.putInt(at + SIZE_AT, size);
            }
        }
        return changed;
    }
}
