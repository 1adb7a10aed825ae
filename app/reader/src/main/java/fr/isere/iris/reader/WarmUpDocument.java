package fr.isere.iris.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.font.encoding.WinAnsiEncoding;

/**
 * A document that has of everything that documents of an administration have: fonts of the three kinds, titles, paragraphs, a table,
 * two columns, footnotes, and lines that come back on each page.
 */
final class WarmUpDocument {

    static final int PAGES = 24;

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int TOP = 760;
    private static final int LEADING = 14;
    private static final String[] WORDS =
            ("le conseil départemental vote les crédits de la section d'investissement et de fonctionnement"
                            + " prévus à l'article L. 3312-1 du code général des collectivités territoriales pour 14,2 millions d'euros")
                    .split(" ", -1);

    private final PDDocument document;
    private final List<PDFont> fonts = new ArrayList<>();

    private WarmUpDocument(PDDocument document) throws IOException {
        this.document = document;
        fonts.add(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN));
        try (InputStream simple = font();
                InputStream composite = font()) {
            fonts.add(PDTrueTypeFont.load(document, simple, WinAnsiEncoding.INSTANCE));
            fonts.add(PDType0Font.load(document, composite));
        }
    }

    /** Writes it down. */
    static void write(Path file) throws IOException {
        try (PDDocument document = new PDDocument()) {
            WarmUpDocument made = new WarmUpDocument(document);
            for (int number = 1; number <= PAGES; number++) {
                made.page(number);
            }
            document.save(file.toFile());
        }
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT);
    }

    private void page(int number) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        PDFont font = fonts.get(number % fonts.size());
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            line(content, font, 8, 60, TOP, "Recueil des actes administratifs");
            line(content, font, 15, 60, TOP - 2 * LEADING, "Chapitre " + number + " : Dispositions générales");
            line(content, font, 12, 60, TOP - 4 * LEADING, "Article L. " + number + "-1");
            for (int row = 0; row < 22; row++) {
                line(content, font, 11, 60, TOP - (6 + row) * LEADING, words(number + row, 14));
            }
            for (int row = 0; row < 8; row++) {
                columns(content, font, TOP - (30 + row) * LEADING, number, row);
            }
            line(content, font, 8, 60, 4 * LEADING, number + " " + words(number, 12));
            line(content, font, 8, 300, 2 * LEADING, "page " + number);
        }
    }

    /** Of prose on odd pages, of a table on even ones. */
    private static void columns(PDPageContentStream content, PDFont font, int y, int number, int row)
            throws IOException {
        if (number % 2 == 1) {
            line(content, font, 10, 60, y, words(number + row, 7));
            line(content, font, 10, 330, y, words(number + row + 5, 7));
            return;
        }
        line(content, font, 10, 60, y, words(number + row, 2));
        line(content, font, 10, 250, y, row + " 245,00");
        line(content, font, 10, 400, y, "3,2 %");
    }

    private static String words(int first, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[(first + i) % WORDS.length]);
        }
        return text.toString();
    }

    private static void line(PDPageContentStream content, PDFont font, int size, int x, int y, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }
}
