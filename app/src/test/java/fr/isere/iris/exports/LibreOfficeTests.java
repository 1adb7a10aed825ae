package fr.isere.iris.exports;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.LibreOffice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What LibreOffice makes of the files: not what IRIS meant to write, but what somebody sees who opens them. */
@Tag("libreoffice")
class LibreOfficeTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"DOCX", "ODT"})
    void opensWithItsTitlesItsMentionAndItsSources(Format format) throws IOException, InterruptedException {
        Paper paper = Samples.paper();
        Document opened = opened(paper, format);

        assertThat(texts(opened, "dc:title")).containsExactly("Note sur l’Isère amont");
        assertThat(texts(opened, "text:h"))
                .containsExactly(
                        "Note sur l’Isère amont",
                        "Objet",
                        "Étapes",
                        "Points à vérifier",
                        "Sources",
                        "À propos de ce document");
        assertThat(elements(opened, "text:h"))
                .extracting(title -> title.getAttribute("text:outline-level"))
                .containsExactly("1", "2", "3", "2", "2", "2");
        assertThat(String.join("\n", texts(opened, "office:text")))
                .contains(paper.mention())
                .contains("[p. 37]", "[p. 14]")
                .contains("pages citées\u00a0: 14, 37")
                .contains("<script>alert('x')</script>");
        assertThat(texts(opened, "style:footer")).anyMatch(foot -> foot.contains("relu et validé par Camille Martin"));
    }

    @ParameterizedTest
    @EnumSource(names = {"DOCX", "ODT"})
    void keepsListsInListsTheHeaderOfTheTableAndTheLanguage(Format format) throws IOException, InterruptedException {
        Document opened = opened(Samples.paper(), format);

        Element header = elements(opened, "table:table-header-rows").get(0);
        assertThat(texts(header, "table:table-cell")).containsExactly("Financeur", "Montant");
        assertThat(elements(opened, "table:table-row")).hasSize(4);
        assertThat(elements(opened, "text:list").stream()
                        .flatMap(list -> elements(list, "text:list").stream())
                        .flatMap(list -> texts(list, "text:p").stream()))
                .contains("digues", "berges");
        assertThat(elements(opened, "style:default-style"))
                .filteredOn(style -> style.getAttribute("style:family").equals("paragraph"))
                .flatExtracting(style -> elements(style, "style:text-properties"))
                .extracting(properties -> properties.getAttribute("fo:country"))
                .contains("FR");
    }

    private static List<String> texts(Node parent, String tag) {
        return elements(parent, tag).stream()
                .map(Element::getTextContent)
                .map(String::strip)
                .toList();
    }

    private static List<Element> elements(Node parent, String tag) {
        NodeList found = parent instanceof Document document
                ? document.getElementsByTagName(tag)
                : ((Element) parent).getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    private Document opened(Paper paper, Format format) throws IOException, InterruptedException {
        String name = "note." + format.extension();
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            if (format == Format.DOCX) {
                DocxFile.write(paper, out);
            } else {
                OdtFile.write(paper, out);
            }
        }
        return LibreOffice.opened(folder, name);
    }
}
