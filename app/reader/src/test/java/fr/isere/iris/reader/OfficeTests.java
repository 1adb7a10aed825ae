package fr.isere.iris.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Word, slides and sheets, made part by part. */
class OfficeTests {

    @TempDir
    private Path folder;

    @Test
    void readsHeadingsListsTablesNotesAndPagesOfWord() {
        ReadDocument read = ReadDocument.of(
                folder,
                "a.docx",
                Zip.word("<w:document " + Zip.WORD + "><w:body>"
                                + "<w:p><w:pPr><w:pStyle w:val=\"T1\"/></w:pPr><w:r><w:t>Budget 2026</w:t></w:r></w:p>"
                                + "<w:p><w:r><w:t>Les recettes baissent</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
                                + item("Voirie") + item("Collèges")
                                + "<w:tbl><w:tr><w:tc>" + Zip.paragraph("Poste") + "</w:tc><w:tc>"
                                + Zip.paragraph("Montant")
                                + "</w:tc></w:tr></w:tbl>"
                                + "<w:p><w:r><w:br w:type=\"page\"/><w:t>Seconde page</w:t></w:r></w:p>"
                                + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r><w:del><w:r><w:delText>effacé</w:delText></w:r></w:del></w:p>"
                                + "</w:body></w:document>")
                        .with(
                                "word/styles.xml",
                                "<w:styles " + Zip.WORD
                                        + "><w:style w:styleId=\"T1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>")
                        .with(
                                "word/numbering.xml",
                                "<w:numbering " + Zip.WORD
                                        + "><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\">"
                                        + "<w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1)\"/></w:lvl></w:abstractNum>"
                                        + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>")
                        .with(
                                "word/footnotes.xml",
                                "<w:footnotes " + Zip.WORD + "><w:footnote w:id=\"2\">"
                                        + Zip.paragraph("Source : paierie.") + "</w:footnote></w:footnotes>")
                        .with("word/vbaProject.bin", "Sub AutoOpen()")
                        .bytes());
        assertThat(read.failure()).isNull();
        assertThat(read.pages()).hasSize(2);
        assertThat(read.pages().get(0).blocks())
                .containsExactly(
                        Block.heading(1, "Budget 2026"),
                        Block.paragraph("Les recettes baissent"),
                        new Block(Block.Kind.LIST_ITEM, 0, "a) Voirie", List.of()),
                        new Block(Block.Kind.LIST_ITEM, 0, "b) Collèges", List.of()),
                        Block.row(List.of("Poste", "Montant")),
                        new Block(Block.Kind.FOOTNOTE, 0, "1 Source : paierie.", List.of()));
        assertThat(read.page(2)).isEqualTo("Seconde page");
    }

    private static String item(String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>" + text
                + "</w:t></w:r></w:p>";
    }

    @Test
    void cutsLongTextIntoPagesAtTheEndOfAParagraph() {
        ReadDocument read = ReadDocument.of(
                folder,
                "a.docx",
                Zip.docx(Zip.paragraph("Le département agit pour ses habitants. ".repeat(20))
                        .repeat(20)));
        assertThat(read.pages()).hasSizeBetween(5, 8);
        assertThat(read.texts()).hasSize(20);
    }

    @Test
    void readsASheetAPageWithItsDatesAsShown() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = workbook.createSheet("Subventions");
            sheet.createRow(0).createCell(0).setCellValue("Commune");
            sheet.getRow(0).createCell(1).setCellValue("Date");
            sheet.createRow(1).createCell(0).setCellValue("Vizille");
            Cell date = sheet.getRow(1).createCell(1);
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
            date.setCellStyle(style);
            date.setCellValue(java.time.LocalDate.of(2026, 3, 14));
            workbook.createSheet("Vide");
            workbook.write(out);
        }
        ReadDocument read = ReadDocument.of(file);
        assertThat(read.kind()).isEqualTo(DocumentKind.XLSX);
        assertThat(read.pages()).hasSize(2);
        assertThat(read.pages().get(0).blocks())
                .containsExactly(
                        Block.heading(1, "Subventions"),
                        Block.row(List.of("Commune", "Date")),
                        Block.row(List.of("Vizille", "14/03/2026")));
        assertThat(read.pages().get(1).origin()).isEqualTo(ReadPage.Origin.EMPTY);
    }

    @Test
    void readsTheCellsOfAWorkbookThatCarriesMacrosAndNothingOfTheMacros() throws IOException {
        Path file = folder.resolve("a.xlsm");
        try (XSSFWorkbook workbook = new XSSFWorkbook(XSSFWorkbookType.XLSM);
                OutputStream out = Files.newOutputStream(file)) {
            workbook.setVBAProject(new ByteArrayInputStream("Sub AutoOpen() : Shell \"calc\"".getBytes(UTF_8)));
            workbook.createSheet("Aides").createRow(0).createCell(0).setCellValue("Vizille");
            workbook.write(out);
        }
        ReadDocument read = ReadDocument.of(file);
        assertThat(read.kind()).isEqualTo(DocumentKind.XLSX);
        assertThat(read.text()).isEqualTo("Aides\nVizille");
        assertThat(read.attachments()).isEmpty();
    }

    @Test
    void readsSlidesInTheOrderOfThePresentation() {
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        ReadDocument read = ReadDocument.of(
                folder,
                "a.pptx",
                new Zip()
                        .with("[Content_Types].xml", "<Types/>")
                        .with(
                                "ppt/presentation.xml",
                                "<p:presentation xmlns:p=\"p\" xmlns:r=\"" + relations
                                        + "\"><p:sldId id=\"1\" r:id=\"b\"/><p:sldId id=\"2\" r:id=\"a\"/></p:presentation>")
                        .with(
                                "ppt/_rels/presentation.xml.rels",
                                "<Relationships><Relationship Id=\"a\" Target=\"slides/slide1.xml\"/>"
                                        + "<Relationship Id=\"b\" Target=\"slides/slide2.xml\"/></Relationships>")
                        .with("ppt/slides/slide1.xml", slide("Seconde", "Un texte"))
                        .with("ppt/slides/slide2.xml", slide("Première", "Un autre"))
                        .bytes());
        assertThat(read.kind()).isEqualTo(DocumentKind.PPTX);
        assertThat(read.page(1)).isEqualTo("Première\nUn autre");
        assertThat(read.page(2)).isEqualTo("Seconde\nUn texte");
        assertThat(read.texts(Block.Kind.HEADING)).containsExactly("Première", "Seconde");
    }

    private static String slide(String title, String text) {
        return "<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><p:sp><p:ph type=\"title\"/><a:p><a:t>" + title
                + "</a:t></a:p></p:sp><p:sp><p:ph type=\"body\"/><a:p><a:t>" + text + "</a:t></a:p></p:sp></p:sld>";
    }

    @Test
    void readsSheetsAndSlidesOfLibreOffice() {
        String names =
                " xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:draw=\"d\" xmlns:presentation=\"p\"";
        ReadDocument sheets = ReadDocument.of(
                folder,
                "a.ods",
                openDocument(
                        "spreadsheet",
                        "<office:document-content" + names
                                + "><office:body><table:table table:name=\"Feuille\"><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
                                + "<table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell><text:p>b</text:p></table:table-cell>"
                                + "</table:table-row></table:table></office:body></office:document-content>"));
        assertThat(sheets.kind()).isEqualTo(DocumentKind.ODS);
        assertThat(sheets.blocks()).containsExactly(Block.heading(1, "Feuille"), Block.row(List.of("a", "", "", "b")));
        ReadDocument slides = ReadDocument.of(
                folder,
                "a.odp",
                openDocument(
                        "presentation",
                        "<office:document-content" + names
                                + "><office:body><draw:page><draw:frame presentation:class=\"title\"><text:p>Plan</text:p></draw:frame>"
                                + "<draw:frame><text:p>Un point</text:p></draw:frame></draw:page></office:body></office:document-content>"));
        assertThat(slides.kind()).isEqualTo(DocumentKind.ODP);
        assertThat(slides.blocks()).containsExactly(Block.heading(1, "Plan"), Block.paragraph("Un point"));
    }

    @Test
    void readsEqualNeighboursOfASheetAsOftenAsTheyStandThere() {
        String cell = "<table:table-cell table:number-columns-repeated=\"3\"><text:p>100</text:p></table:table-cell>";
        ReadDocument read = sheet(
                "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell><text:p>Cantons</text:p></table:table-cell>"
                        + cell + "<table:table-cell table:number-columns-repeated=\"16380\"/></table:table-row>"
                        + "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>");
        assertThat(read.failure()).isNull();
        Block row = Block.row(List.of("Cantons", "100", "100", "100"));
        assertThat(read.blocks()).containsExactly(Block.heading(1, "Feuille"), row, row);
    }

    @Test
    void refusesASheetThatRepeatsItselfBeyondWhatADocumentHas() {
        String cell =
                "<table:table-cell table:number-columns-repeated=\"999999999\"><text:p>1</text:p></table:table-cell>";
        assertThat(sheet("<table:table-row>" + cell + "</table:table-row>").failure())
                .isEqualTo(ReadingFailure.TOO_BIG_INSIDE);
        String row =
                "<table:table-row table:number-rows-repeated=\"999999999\"><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>";
        assertThat(sheet(row).failure()).isEqualTo(ReadingFailure.TOO_MANY_PAGES);
    }

    @Test
    void readsCellsInTheLastColumnsOfASheet() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = workbook.createSheet("Suivi");
            sheet.createRow(0).createCell(0).setCellValue("Vizille");
            sheet.getRow(0).createCell(16_000).setCellValue("1 250 000 €");
            workbook.write(out);
        }
        assertThat(ReadDocument.of(file).text()).startsWith("Suivi\nVizille | ").endsWith("1 250 000 €");
    }

    private ReadDocument sheet(String rows) {
        return ReadDocument.of(
                folder,
                "a.ods",
                openDocument(
                        "spreadsheet",
                        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body>"
                                + "<table:table table:name=\"Feuille\">" + rows
                                + "</table:table></office:body></office:document-content>"));
    }

    private static byte[] openDocument(String kind, String content) {
        return new Zip()
                .with("mimetype", "application/vnd.oasis.opendocument." + kind)
                .with("content.xml", content)
                .bytes();
    }

    @Test
    void saysThatAnEncryptedDocumentIsOne() {
        byte[] encrypted = new Zip()
                .with("mimetype", "application/vnd.oasis.opendocument.text")
                .with("META-INF/manifest.xml", "<manifest:encryption-data/>")
                .with("content.xml", "xx")
                .bytes();
        assertThat(ReadDocument.of(folder, "a.odt", encrypted).failure()).isEqualTo(ReadingFailure.ENCRYPTED);
    }
}
