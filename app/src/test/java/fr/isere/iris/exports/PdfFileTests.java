package fr.isere.iris.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.isere.iris.chat.Composition;
import fr.isere.iris.problems.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** What PDF/UA asks for, looked at with PDFBox. */
class PdfFileTests {

    @Test
    void saysWhatItIs() throws IOException {
        try (PDDocument document = read(Samples.paper())) {
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("fr-FR");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Note sur l’Isère amont");
            String metadata = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(metadata).contains("Note sur l’Isère amont").containsPattern("pdfuaid:part[^0-9]*1");
        }
    }

    @Test
    void titlesListsAndTablesAreTaggedInTheOrderOfTheText() throws IOException {
        try (PDDocument document = read(Samples.paper())) {
            List<String> tags = tags(document);
            assertThat(tags.stream().filter(tag -> tag.matches("H[1-6]")))
                    .containsExactly("H1", "H2", "H3", "H2", "H2", "H2");
            assertThat(tags).contains("L", "LI", "LBody", "Table", "TR", "TH", "TD", "P");
            assertThat(tags.stream().filter("TH"::equals)).hasSize(2);
            assertThat(tags.stream().filter("TD"::equals)).hasSize(6);
        }
    }

    @Test
    void everyFontIsInItAndEveryWordIsTaggedOrMarkedAsAnArtifact() throws IOException {
        try (PDDocument document = read(Samples.paper())) {
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
                MarkedWords words = MarkedWords.of(page);
                assertThat(words.marked()).isPositive();
                assertThat(words.unmarked()).isZero();
            }
        }
    }

    @Test
    void theMentionIsAtTheTopAndAtTheFootOfEachPage() throws IOException {
        Paper paper = Samples.longPaper(12_000);
        try (PDDocument document = read(paper)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(3);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                assertThat(text(document, page)).contains("relu et validé par Camille Martin");
            }
            assertThat(text(document, 1)).contains(Samples.REMINDER).contains("1 / " + document.getNumberOfPages());
        }
    }

    @Test
    void aSymbolThatNoFontHasIsShownByItsNumberAndOneThatShowsNothingIsNot() throws IOException {
        Paper paper = Samples.paper(
                "Bravo \uD83E\uDDD9\u200D\u2642\uFE0F, c’est 3 × 2 ≥ 5 ✓ œuvre €", Composition.Method.GENERATIVE);
        try (PDDocument document = read(paper)) {
            assertThat(text(document, 1)).contains("⟦U+1F9D9⟧♂").contains("3 × 2 ≥ 5 ✓ œuvre €");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"مرحبا", "שלום", "你好"})
    void aScriptThatItCannotSetIsRefusedRatherThanSpoilt(String text) {
        assertThatThrownBy(() -> read(Samples.paper(text, Composition.Method.GENERATIVE)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.name()).isEqualTo("export-pdf-script"));
    }

    @Test
    void isPdfUaAsVeraPdfReadsTheStandard() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfFile.write(Samples.longPaper(6_000), bytes);
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(bytes.toByteArray()), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            ValidationResult result = validator.validate(parser);

            assertThat(result.getTestAssertions())
                    .extracting(failed -> failed.getRuleId().getClause() + " " + failed.getMessage())
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).replaceAll("\\s+", " ").strip();
    }

    private static List<String> tags(PDDocument document) {
        List<String> tags = new ArrayList<>();
        collect(document.getDocumentCatalog().getStructureTreeRoot(), tags);
        return tags;
    }

    private static void collect(PDStructureNode node, List<String> tags) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStandardStructureType());
                collect(element, tags);
            }
        }
    }

    private static PDDocument read(Paper paper) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfFile.write(paper, bytes);
        return Loader.loadPDF(bytes.toByteArray());
    }
}
