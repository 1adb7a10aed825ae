package fr.isere.iris.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.ReadPage;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Letters that a page shows and that no font tells: a page that lost some does not pass for whole. */
@Timeout(60)
class LostLettersTests {

    private static final String SANS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    @TempDir
    private Path folder;

    @Test
    void namesAPictureWhoseOnlyLettersAreOneOrTwoThatNothingTells() {
        for (String lost : new String[] {"A", "AB"}) {
            try (PdfForTests pdf = new PdfForTests()) {
                PDFont font = pdf.font(SANS);
                pdf.line(font, 11, 50, 700, "Le conseil départemental").nextPage();
                pdf.picture(50, 600, 100, 100).line(font, 11, 50, 500, lost);
                ReadDocument read = ReadDocument.of(folder, "a.pdf", pdf.without(font));
                assertThat(read.pages())
                        .as(lost)
                        .extracting(ReadPage::origin)
                        .containsExactly(ReadPage.Origin.UNREADABLE, ReadPage.Origin.UNREADABLE);
            }
        }
    }

    @Test
    void countsTheLettersThatAFontLostOnAPageOfManyFonts() {
        try (PdfForTests pdf = new PdfForTests()) {
            PDFont font = pdf.font(SANS);
            pdf.line(font, 11, 50, 800, "Le conseil départemental");
            for (int i = 0; i < 501; i++) {
                PDFont another = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
                pdf.line(another, 2, 50 + i % 50 * 10, 780 - i / 50 * 20, "vu");
            }
            ReadDocument read = ReadDocument.of(folder, "a.pdf", pdf.without(font));
            assertThat(read.pages()).extracting(ReadPage::origin).containsExactly(ReadPage.Origin.UNREADABLE);
        }
    }
}
