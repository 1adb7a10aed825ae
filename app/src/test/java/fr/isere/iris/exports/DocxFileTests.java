package fr.isere.iris.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

class DocxFileTests {

    @Test
    void titlesListsAndTablesAreRealOnes() throws IOException {
        try (XWPFDocument document = read(Samples.paper())) {
            assertThat(paragraph(document, "Note sur l’Isère amont").getStyle()).isEqualTo("Heading1");
            assertThat(paragraph(document, "Objet").getStyle()).isEqualTo("Heading2");
            assertThat(paragraph(document, "Étapes").getStyle()).isEqualTo("Heading3");
            assertThat(document.getStyles().getStyle("Heading3").getName()).isEqualTo("heading 3");

            XWPFParagraph first = paragraph(document, "Études");
            assertThat(first.getNumFmt()).isEqualTo("decimal");
            assertThat(paragraph(document, "digues").getNumFmt()).isEqualTo("bullet");
            assertThat(paragraph(document, "digues").getNumIlvl()).isEqualTo(BigInteger.ONE);
            assertThat(paragraph(document, "Reprise").getNumID()).isEqualTo(first.getNumID());

            XWPFTable table = document.getTables().get(0);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRows())
                    .hasSize(4)
                    .allSatisfy(row -> assertThat(row.getTableCells()).hasSize(2));
            assertThat(table.getRow(1).getCell(1).getText()).isEqualTo("5,68 M€");
            assertThat(table.getRow(1).getCell(1).getParagraphs().get(0).getAlignment())
                    .isEqualTo(ParagraphAlignment.RIGHT);
        }
    }

    @Test
    void looksAndTextAreKeptAndHtmlIsText() throws IOException {
        try (XWPFDocument document = read(Samples.paper())) {
            XWPFParagraph paragraph = document.getParagraphs().stream()
                    .filter(it -> it.getText().startsWith("Le programme"))
                    .findFirst()
                    .orElseThrow();
            assertThat(paragraph.getRuns())
                    .anyMatch(run -> run.isBold() && run.text().equals("14,2 M€"))
                    .anyMatch(run -> run.isItalic() && run.text().equals("sous réserve"));
            assertThat(new XWPFWordExtractor(document).getText())
                    .contains("Fin <script>alert('x')</script> & suite, voir le portail (https://opendata.isere.fr/).")
                    .contains("  ligne 2 <b>");
        }
    }

    @Test
    void theMentionIsInTheTextOnEachPageAndInTheProperties() throws IOException {
        Paper paper = Samples.paper();
        try (XWPFDocument document = read(paper)) {
            assertThat(new XWPFWordExtractor(document).getText()).contains(paper.mention(), Samples.REMINDER);
            assertThat(document.getFooterList().get(0).getText()).contains(paper.mention());
            var properties = document.getProperties().getCoreProperties();
            assertThat(properties.getTitle()).isEqualTo("Note sur l’Isère amont");
            assertThat(properties.getDescription()).isEqualTo(paper.mention());
            assertThat(properties.getUnderlyingProperties().getLanguageProperty())
                    .contains("fr-FR");
        }
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String text) {
        return document.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no paragraph " + text));
    }

    private static XWPFDocument read(Paper paper) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DocxFile.write(paper, bytes);
        return new XWPFDocument(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
