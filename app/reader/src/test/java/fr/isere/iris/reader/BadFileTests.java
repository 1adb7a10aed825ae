package fr.isere.iris.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadingFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What nobody should be able to do with a file. */
@Timeout(60)
class BadFileTests {

    @TempDir
    private Path folder;

    @Test
    void refusesAnEmptyFile() {
        assertThat(ReadDocument.of(folder, "a.pdf", "").failure()).isEqualTo(ReadingFailure.EMPTY_FILE);
        assertThat(ReadDocument.of(folder, "a.txt", " \n ").failure()).isEqualTo(ReadingFailure.EMPTY_FILE);
    }

    @Test
    void refusesWhatIsNoDocument() {
        byte[] zip = new Zip().with("a.txt", "a").bytes();
        byte[] nested = new Zip()
                .with("a.zip", new String(zip, StandardCharsets.ISO_8859_1))
                .bytes();
        assertThat(ReadDocument.of(folder, "a.docx", nested).failure()).isEqualTo(ReadingFailure.UNKNOWN_TYPE);
        assertThat(ReadDocument.of(folder, "a.txt", new byte[] {1, 2, 3, 0, 0, 7, 9})
                        .failure())
                .isEqualTo(ReadingFailure.UNKNOWN_TYPE);
        assertThat(ReadDocument.of(
                                folder,
                                "a.svg",
                                "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                        + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>")
                        .failure())
                .isEqualTo(ReadingFailure.UNKNOWN_TYPE);
    }

    @Test
    void fetchesNoEntityAndExpandsNone() {
        String text = Zip.paragraph("avant &a; suite");
        for (String entity : new String[] {"SYSTEM \"file:///etc/hostname\"", "\"aaaa\""}) {
            ReadDocument read = ReadDocument.of(
                    folder,
                    "a.docx",
                    Zip.word("<!DOCTYPE x [<!ENTITY a " + entity + ">]><w:document " + Zip.WORD + "><w:body>" + text
                                    + "</w:body></w:document>")
                            .bytes());
            assertThat(read.failure()).isEqualTo(ReadingFailure.DAMAGED);
            assertThat(read.pages()).isEmpty();
        }
    }

    @Test
    void toleratesADocumentTypeThatDeclaresNothing() {
        ReadDocument read = ReadDocument.of(
                folder,
                "a.docx",
                Zip.word("<!DOCTYPE x SYSTEM \"http://nowhere.invalid/x.dtd\"><w:document " + Zip.WORD + "><w:body>"
                                + Zip.paragraph("Un texte.") + "</w:body></w:document>")
                        .bytes());
        assertThat(read.failure()).isNull();
        assertThat(read.text()).isEqualTo("Un texte.");
    }

    @Test
    void refusesAZipBomb() {
        assertThat(ReadDocument.of(folder, "a.docx", Zip.docx(Zip.paragraph("a".repeat(40_000_000))))
                        .failure())
                .isEqualTo(ReadingFailure.TOO_BIG_INSIDE);
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        assertThat(ReadDocument.of(folder, "a.docx", Zip.docx("<w:tbl><w:tr><w:tc>".repeat(1_000)))
                        .failure())
                .isEqualTo(ReadingFailure.TOO_NESTED);
        assertThat(ReadDocument.of(folder, "a.html", "<html><body>" + "<div>".repeat(20_000) + "au fond")
                        .text())
                .isEqualTo("au fond");
    }

    @Test
    void refusesMorePagesThanAreAllowed() {
        byte[] pages = Zip.docx("<w:p><w:r><w:t>Page</w:t><w:br w:type=\"page\"/></w:r></w:p>".repeat(1_001));
        assertThat(ReadDocument.of(folder, "a.docx", pages).failure()).isEqualTo(ReadingFailure.TOO_MANY_PAGES);
    }

    @Test
    void readsTextInAnyEncodingAndInSeveral() {
        byte[] windows = "Délibération : l’été".getBytes(java.nio.charset.Charset.forName("windows-1252"));
        assertThat(ReadDocument.of(folder, "a.txt", windows).text()).isEqualTo("Délibération : l’été");
        assertThat(ReadDocument.of(folder, "b.txt", "\uFEFFÀ l’ordre du jour".getBytes(StandardCharsets.UTF_16LE))
                        .text())
                .isEqualTo("À l’ordre du jour");
        byte[] first = "Été en UTF-8\n\n".getBytes(StandardCharsets.UTF_8);
        byte[] mixed = java.util.Arrays.copyOf(first, first.length + windows.length);
        System.arraycopy(windows, 0, mixed, first.length, windows.length);
        assertThat(ReadDocument.of(folder, "c.txt", mixed).texts())
                .containsExactly("Été en UTF-8", "Délibération : l’été");
    }

    @Test
    void readsWhatHtmlAndMarkdownShowAndNotWhatTheyHide() {
        ReadDocument html = ReadDocument.of(
                folder,
                "a.html",
                "<html><head><style>.x{display:none}</style></head><body><h2>Titre</h2>"
                        + "<p class=x>caché</p><p style='color: #FFF'>blanc</p><ol><li>un<li>deux</ol>"
                        + "<table><tr><td>a<td>b</table></body></html>");
        assertThat(html.kind()).isEqualTo(DocumentKind.HTML);
        assertThat(html.texts()).containsExactly("Titre", "1. un", "2. deux", "a | b");
        ReadDocument markdown =
                ReadDocument.of(folder, "a.md", "# Titre\n\nUn *mot*.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n");
        assertThat(markdown.kind()).isEqualTo(DocumentKind.MARKDOWN);
        assertThat(markdown.texts()).containsExactly("Titre", "Un mot.", "A | B", "1 | 2");
    }

    @Test
    void readsRichText() {
        ReadDocument read = ReadDocument.of(
                folder,
                "a.rtf",
                "{\\rtf1\\ansi\\ansicpg1252 {\\fonttbl\\f0 Arial;}\\f0 Premi\\'e8re ligne.\\par Seconde ligne.\\par}");
        assertThat(read.kind()).isEqualTo(DocumentKind.RTF);
        assertThat(read.texts()).containsExactly("Première ligne.", "Seconde ligne.");
    }

    @Test
    void refusesRichTextThatBrokeOff() {
        String whole =
                "{\\rtf1\\ansi\\pard {\\b Titre}\\par Un \\{signe\\} et {\\*\\pict\\bin5 }}}{\\} la suite.\\par}";
        assertThat(ReadDocument.of(folder, "a.rtf", whole).texts()).containsExactly("Titre", "Un {signe} et la suite.");
        for (int length : new int[] {whole.length() - 1, whole.length() - 12, 30}) {
            assertThat(ReadDocument.of(folder, "a.rtf", whole.substring(0, length))
                            .failure())
                    .as("%d characters", length)
                    .isEqualTo(ReadingFailure.DAMAGED);
        }
    }

    @Test
    void readsAMessageAndHandsOverItsFiles() {
        ReadDocument read = ReadDocument.of(folder, "a.eml", MESSAGE + "--B--\n");
        assertThat(read.kind()).isEqualTo(DocumentKind.MAIL);
        assertThat(read.texts())
                .containsExactly("Rapport d'étape", "De : Hélène <h@x.fr>", "À : b@x.fr", "Bonjour, voici le rapport.");
        assertThat(read.attachments()).containsOnlyKeys("délibération.pdf");
        assertThat(read.attachments().get("délibération.pdf"))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("%PDF-1.4");
        assertThat(ReadDocument.of(folder, "b.eml", MESSAGE).failure()).isEqualTo(ReadingFailure.DAMAGED);
    }

    private static final String MESSAGE = """
            From: =?utf-8?q?H=C3=A9l=C3=A8ne?= <h@x.fr>
            To: b@x.fr
            Subject: =?utf-8?q?Rapport_d=27=C3=A9tape?=
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="B"

            --B
            Content-Type: multipart/alternative; boundary="C"

            --C
            Content-Type: text/plain; charset=utf-8

            Bonjour, voici le rapport.
            --C
            Content-Type: text/html; charset=utf-8

            <p>Bonjour, voici le rapport.</p>
            --C--
            --B
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*=utf-8''d%C3%A9lib%C3%A9ration.pdf
            Content-Transfer-Encoding: base64

            JVBERi0xLjQ=
            """;
}
