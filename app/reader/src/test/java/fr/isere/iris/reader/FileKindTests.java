package fr.isere.iris.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.DocumentKind;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What kind of text a file is, with the extension that the application hands on and without one. */
class FileKindTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "1, TEXT",
        "1.txt, TEXT",
        "1.md, MARKDOWN",
        "1.markdown, MARKDOWN",
    })
    void oneMarkIsMarkdownWhereTheNameSaysSo(String name, String kind) {
        assertThat(ReadDocument.of(folder, name, "# Ordre du jour\n\nVoirie, collèges.\n")
                        .kind())
                .hasToString(kind);
    }

    @ParameterizedTest
    @CsvSource({"1, MARKDOWN", "1.txt, TEXT"})
    void severalMarksAreMarkdownUnlessTheNameSaysOtherwise(String name, String kind) {
        assertThat(ReadDocument.of(folder, name, "# Ordre du jour\n\n## Voirie\n")
                        .kind())
                .hasToString(kind);
    }

    @ParameterizedTest
    @CsvSource({"1, TEXT", "1.html, HTML", "1.htm, HTML"})
    void aPieceOfAPageIsOneWhereTheNameSaysSo(String name, String kind) {
        assertThat(ReadDocument.of(folder, name, "Le conseil a <b>voté</b>.").kind())
                .hasToString(kind);
    }

    @ParameterizedTest
    @CsvSource({"1, TEXT", "1.eml, MAIL"})
    void headersThatOthersHaveTooAreAMessageWhereTheNameSaysSo(String name, String kind) {
        assertThat(ReadDocument.of(folder, name, "X-Circuit: interne\nSubject: Voirie\n\nBonjour,\n")
                        .kind())
                .hasToString(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.docx", "1.txt", "1.eml", "1.pdf", "1"})
    void aPdfIsOneWhateverItsName(String name) {
        try (PdfForTests pdf = new PdfForTests()) {
            pdf.line(50, 700, "Le conseil a voté.");
            assertThat(ReadDocument.of(folder, name, pdf.bytes()).kind()).isEqualTo(DocumentKind.PDF);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.docx", "1.odt", "1.pdf", "1.html", "1.md", "1"})
    void aLetterOfWordIsOneWhateverItsName(String name) {
        ReadDocument read = ReadDocument.of(folder, name, Zip.docx(Zip.paragraph("Le conseil a voté.")));
        assertThat(read.kind()).isEqualTo(DocumentKind.DOCX);
        assertThat(read.texts()).containsExactly("Le conseil a voté.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.pdf", "1.docx", "1.xlsx"})
    void aTextIsOneWhateverItsName(String name) {
        ReadDocument read = ReadDocument.of(folder, name, "Le conseil a voté.");
        assertThat(read.kind()).isEqualTo(DocumentKind.TEXT);
        assertThat(read.text()).isEqualTo("Le conseil a voté.");
    }
}
