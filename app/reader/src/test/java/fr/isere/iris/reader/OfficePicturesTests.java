package fr.isere.iris.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Office files whose pages are pictures: scans that somebody pasted, slides that are one image. */
class OfficePicturesTests {

    private static final String OPEN_DOCUMENT =
            "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:draw=\"d\""
                    + " xmlns:svg=\"s\" xmlns:presentation=\"p\"><office:body>";
    private static final String SCAN = picture(5_760_000, 8_640_000);
    private static final String BREAK = "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";

    @TempDir
    private Path folder;

    @Test
    void aSlideThatIsAPictureIsNamedAsNotRead() {
        ReadDocument slides = ReadDocument.of(
                folder, "a.pptx", Slides.of("<p:sp><a:p><a:t>Plan</a:t></a:p></p:sp>", "<p:pic><a:blip/></p:pic>", ""));
        assertThat(origins(slides))
                .containsExactly(ReadPage.Origin.TEXT, ReadPage.Origin.UNREADABLE, ReadPage.Origin.EMPTY);
        assertThat(slides.failure()).isNull();
        ReadDocument libre = ReadDocument.of(
                folder,
                "a.odp",
                openDocument(
                        "presentation",
                        "<draw:page><draw:frame><text:p>Plan</text:p></draw:frame></draw:page>"
                                + "<draw:page><draw:frame><draw:image/></draw:frame></draw:page><draw:page/>"));
        assertThat(origins(libre))
                .containsExactly(ReadPage.Origin.TEXT, ReadPage.Origin.UNREADABLE, ReadPage.Origin.EMPTY);
    }

    @Test
    void aFileOfPicturesAloneIsOneWithoutTextAndNotAnEmptyOne() {
        assertThat(ReadDocument.of(folder, "a.docx", Zip.docx(SCAN + SCAN)).failure())
                .isEqualTo(ReadingFailure.NO_TEXT);
        assertThat(ReadDocument.of(folder, "a.pptx", Slides.of("<p:pic><a:blip/></p:pic>"))
                        .failure())
                .isEqualTo(ReadingFailure.NO_TEXT);
        assertThat(ReadDocument.of(folder, "a.odt", openDocument("text", libreScan()))
                        .failure())
                .isEqualTo(ReadingFailure.NO_TEXT);
        assertThat(ReadDocument.of(
                                folder,
                                "a.ods",
                                openDocument(
                                        "spreadsheet",
                                        "<table:table table:name=\"F\"><table:shapes><draw:frame><draw:image/></draw:frame></table:shapes></table:table>"))
                        .failure())
                .isEqualTo(ReadingFailure.NO_TEXT);
        assertThat(ReadDocument.of(folder, "b.docx", Zip.docx("<w:p/>")).failure())
                .isEqualTo(ReadingFailure.EMPTY_FILE);
    }

    @Test
    void aSheetWithAPictureAloneIsNamedAsNotRead() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("Texte").createRow(0).createCell(0).setCellValue("Vizille");
            int picture = workbook.addPicture(new byte[] {1}, Workbook.PICTURE_TYPE_PNG);
            workbook.createSheet("Image").createDrawingPatriarch().createPicture(new XSSFClientAnchor(), picture);
            workbook.write(out);
        }
        assertThat(origins(ReadDocument.of(file))).containsExactly(ReadPage.Origin.TEXT, ReadPage.Origin.UNREADABLE);
    }

    @Test
    void scansThatWerePastedIntoATextAreNamedPageByPage() {
        ReadDocument word = ReadDocument.of(
                folder,
                "a.docx",
                Zip.docx(Zip.paragraph("Délibération") + BREAK + SCAN + SCAN + BREAK + Zip.paragraph("Annexe")));
        assertThat(origins(word))
                .containsExactly(
                        ReadPage.Origin.TEXT,
                        ReadPage.Origin.UNREADABLE,
                        ReadPage.Origin.UNREADABLE,
                        ReadPage.Origin.TEXT);
        assertThat(word.page(4)).isEqualTo("Annexe");
        ReadDocument libre = ReadDocument.of(
                folder,
                "a.odt",
                openDocument("text", "<text:p>Délibération</text:p>" + libreScan() + libreScan() + libreScan()));
        assertThat(origins(libre))
                .containsExactly(
                        ReadPage.Origin.TEXT,
                        ReadPage.Origin.UNREADABLE,
                        ReadPage.Origin.UNREADABLE,
                        ReadPage.Origin.UNREADABLE);
    }

    @Test
    void aScanThatWasPastedAfterTextStandsOnAPageOfItsOwn() {
        ReadDocument read = ReadDocument.of(folder, "a.docx", Zip.docx(Zip.paragraph("Délibération") + SCAN));
        assertThat(origins(read)).containsExactly(ReadPage.Origin.TEXT, ReadPage.Origin.UNREADABLE);
        assertThat(read.page(1)).isEqualTo("Délibération");
    }

    @Test
    void aPictureOfLessThanAPageStaysUnderItsHeading() {
        String map = picture(5_760_000, 6_120_000);
        ReadDocument read =
                ReadDocument.of(folder, "a.docx", Zip.docx(Zip.paragraph("Plan") + map + Zip.paragraph("Légende")));
        assertThat(origins(read)).containsExactly(ReadPage.Origin.TEXT);
    }

    @Test
    void aLogoBesideTextMakesNoPageUnreadable() {
        ReadDocument read = ReadDocument.of(
                folder, "a.docx", Zip.docx(picture(900_000, 900_000).repeat(3) + Zip.paragraph("Le conseil")));
        assertThat(origins(read)).containsExactly(ReadPage.Origin.TEXT);
    }

    private static String picture(int width, int height) {
        return "<w:p><w:r><w:drawing><w:extent cx=\"" + width + "\" cy=\"" + height
                + "\"/><w:blip/></w:drawing></w:r></w:p>";
    }

    private static String libreScan() {
        return "<text:p><draw:frame svg:width=\"17cm\" svg:height=\"9.45in\"><draw:image/></draw:frame></text:p>";
    }

    private static byte[] openDocument(String kind, String body) {
        return new Zip()
                .with("mimetype", "application/vnd.oasis.opendocument." + kind)
                .with("content.xml", OPEN_DOCUMENT + body + "</office:body></office:document-content>")
                .bytes();
    }

    private static List<ReadPage.Origin> origins(ReadDocument read) {
        return read.pages().stream().map(ReadPage::origin).toList();
    }
}
