package fr.isere.iris.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.Block;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text that stands elsewhere than in the paragraphs of an office document. */
class OfficeTextTests {

    private static final String DIAGRAM =
            "<dgm:dataModel xmlns:dgm=\"dgm\" xmlns:a=\"a\"><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Diagnostic</a:t></a:r></a:p></dgm:t></dgm:pt>"
                    + "<dgm:pt><dgm:t><a:p><a:r><a:t>Vote du </a:t></a:r><a:r><a:t>budget</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>";

    @TempDir
    private Path folder;

    @Test
    void readsTextBoxesOfOlderWord() {
        ReadDocument read = ReadDocument.of(
                folder,
                "a.docx",
                Zip.docx("<w:p><w:r><w:pict><w:textbox><w:txbxContent>" + Zip.paragraph("Avis favorable")
                        + "</w:txbxContent></w:textbox></w:pict></w:r></w:p>" + Zip.paragraph("Le conseil")));
        assertThat(read.texts()).containsExactly("Avis favorable", "Le conseil");
    }

    @Test
    void readsFieldsOfLibreOfficeAndNotTheDescriptionsOfPictures() {
        ReadDocument read = ReadDocument.of(
                folder,
                "a.odt",
                new Zip()
                        .with("mimetype", "application/vnd.oasis.opendocument.text")
                        .with(
                                "content.xml",
                                "<office:document-content xmlns:office=\"o\" xmlns:text=\"x\" xmlns:svg=\"s\" xmlns:draw=\"d\"><office:body>"
                                        + "<text:p>Objet : <text:title>Budget 2026</text:title>, vote "
                                        + "<text:conditional-text text:condition=\"ooow:1\">favorable</text:conditional-text>"
                                        + "<text:hidden-text text:is-hidden=\"true\">caché</text:hidden-text>"
                                        + "<draw:frame><svg:title>logo</svg:title></draw:frame>.</text:p>"
                                        + "</office:body></office:document-content>")
                        .bytes());
        assertThat(read.text()).isEqualTo("Objet : Budget 2026, vote favorable.");
    }

    @Test
    void readsTheNotesOfLibreOfficeApart() {
        ReadDocument read = ReadDocument.of(
                folder,
                "a.odt",
                new Zip()
                        .with("mimetype", "application/vnd.oasis.opendocument.text")
                        .with(
                                "content.xml",
                                "<office:document-content xmlns:office=\"o\" xmlns:text=\"x\"><office:body>"
                                        + "<text:p>Le budget<text:note><text:note-citation>1</text:note-citation>"
                                        + "<text:note-body><text:p>Voir l’annexe.</text:p></text:note-body></text:note>"
                                        + " est voté.</text:p></office:body></office:document-content>")
                        .bytes());
        assertThat(read.texts(Block.Kind.PARAGRAPH)).containsExactly("Le budget est voté.");
        assertThat(read.texts(Block.Kind.FOOTNOTE)).containsExactly("1 Voir l’annexe.");
    }

    @Test
    void readsTheWordsOfDiagrams() {
        ReadDocument slides = ReadDocument.of(
                folder,
                "a.pptx",
                Slides.zip("<p:graphicFrame><p:relIds r:dm=\"d\"/></p:graphicFrame>")
                        .with(
                                "ppt/slides/_rels/slide1.xml.rels",
                                "<Relationships><Relationship Id=\"d\" Target=\"../diagrams/data1.xml\"/></Relationships>")
                        .with("ppt/diagrams/data1.xml", DIAGRAM)
                        .bytes());
        assertThat(slides.texts()).containsExactly("Diagnostic", "Vote du budget");
        ReadDocument word = ReadDocument.of(
                folder,
                "a.docx",
                Zip.word("<w:document " + Zip.WORD
                                + " xmlns:r=\"r\"><w:body><w:p><w:r><w:drawing><w:relIds r:dm=\"d\"/>"
                                + "</w:drawing></w:r></w:p></w:body></w:document>")
                        .with(
                                "word/_rels/document.xml.rels",
                                "<Relationships><Relationship Id=\"h\" TargetMode=\"External\" Target=\"https://isere.fr\"/>"
                                        + "<Relationship Id=\"d\" Target=\"diagrams/data1.xml\"/></Relationships>")
                        .with("word/diagrams/data1.xml", DIAGRAM)
                        .bytes());
        assertThat(word.texts()).containsExactly("Diagnostic", "Vote du budget");
    }
}
