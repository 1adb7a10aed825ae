package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import fr.isere.iris.page.Agent;
import fr.isere.iris.page.Axe;
import fr.isere.iris.page.Browser;
import fr.isere.iris.passages.Corpus;
import fr.isere.iris.testing.RedisForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An élue's evening before a session: her report, read to the last page by the real reader, its extracts and its summary, each with its page. */
@Tag("chromium")
@Tag("ollama")
class DocumentJourneyTests {

    /** In milliseconds: a small model on a machine that does other things. */
    private static final double PATIENCE = 240_000;

    private static final String COPIED = "Phrases recopiées du document, sans génération";

    @RegisterExtension
    final Browser browser = new Browser();

    @TempDir
    Path folder;

    private final DemoIdentity provider = DemoIdentity.shared();
    private final RedisForTests redis = browser.closesLater(RedisForTests.start());
    private final Iris iris = browser.closesLater(Iris.withTerseModel(redis, provider));
    private Agent elue = new Agent(browser, iris.url());

    @BeforeEach
    void signsIn() {
        elue = provider.signIn(browser, iris.url(), "elue");
        elue.acceptsTheCharter();
        assertThat(elue.heading("Quel est votre objectif ?")).isVisible();
    }

    @Test
    void aReportIsReadExtractedSummarisedAndAskedAbout() throws IOException {
        Path report = report();
        brings(report, "12 pages lues");
        Axe.assertAccessible(elue.page(), "a document that was read");

        extracts(report);
        followsACitation();
        Axe.assertAccessible(elue.page(), "a page beside its summary");
        elue.page().keyboard().press("Escape");
        takesAlong("note.docx");

        summarises(report);
        assertThat(elue.lastAnswer()).containsText("IRIS peut se tromper, même avec assurance");

        elue.asks("Quel montant la commission a-t-elle voté à la séance 7 ?");
        elue.seesTheAnswerBegin().waitsForTheEnd();
        assertThat(elue.answers()).hasCount(3);

        elue.erasesTheConversation();
        assertThat(elue.heading("Conversation effacée")).isVisible();
        assertThat(iris.keys()).noneMatch(key -> key.startsWith("iris:document"));
    }

    /** Where the corpus stands: a whole code of law in three formats, and four of its pages as pictures. */
    @ParameterizedTest
    @CsvSource({
        "crpa.pdf, 127 pages lues",
        "crpa.docx, pages lues",
        "crpa.odt, pages lues",
        "crpa-numerise-4p.pdf, 4 pages lues"
    })
    void realDocumentsAreReadWholeAndEachExtractLeadsToItsPage(String name, String coverage) {
        Path file = Corpus.folder().resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "no corpus here");
        brings(file, coverage);
        assertThat(row(file)).not().containsText("illisibles");

        extracts(file);
        followsACitation();
        // The words that are marked on the page are those that the extract copied.
        String marked =
                elue.page().locator(".page-panel mark").first().innerText().strip();
        assertThat(elue.lastAnswerText().innerText().replaceAll("\\s+", " ")).contains(marked.replaceAll("\\s+", " "));
    }

    private void brings(Path file, String coverage) {
        elue.page().locator("document-intake input").setInputFiles(file);
        assertThat(row(file)).containsText(coverage, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    private void extracts(Path file) {
        elue.button("Résumer « " + file.getFileName() + " »").click();
        elue.page().getByLabel("Extraits, sans génération").check();
        elue.button("Lancer le résumé").click();
        assertThat(elue.lastAnswer()).containsText(COPIED);
        elue.waitsForTheEnd();
    }

    private void followsACitation() {
        Locator citation = elue.lastAnswer()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Voir la page"))
                .first();
        citation.click();
        Locator panel = elue.page().locator(".page-panel");
        assertThat(panel).containsText(Pattern.compile("Page \\d+ sur \\d+"));
        assertThat(panel.locator("mark").first()).isInViewport();
    }

    /** Her extracts as a file for Word, with her name on it, and the pages. */
    private void takesAlong(String name) throws IOException {
        elue.lastAnswer()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Exporter"))
                .click();
        Locator dialog =
                elue.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Exporter cette réponse"));
        dialog.getByLabel("Relu par").fill("Nadia Berthet");
        Locator leaves = dialog.locator("#export-laisse");
        if (leaves.count() > 0) {
            leaves.check();
        }
        Axe.assertAccessible(elue.page(), "what stands before a file leaves");
        Path file = folder.resolve(name);
        elue.page()
                .waitForDownload(
                        () -> dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Télécharger"))
                                .click())
                .saveAs(file);

        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            assertThat(words.getText())
                    .contains("relu et validé par Nadia Berthet")
                    .contains("IRIS peut se tromper, même avec assurance", COPIED)
                    .containsPattern("\\[p\\. \\d+]")
                    .containsPattern("rapport\\.txt.*page");
            assertThat(document.getParagraphs()).anyMatch(paragraph -> "Heading1".equals(paragraph.getStyle()));
        }
    }

    private void summarises(Path file) {
        elue.button("Résumer « " + file.getFileName() + " »").click();
        elue.page().getByLabel("Points clés").check();
        elue.page()
                .getByLabel("Courte", new Page.GetByLabelOptions().setExact(true))
                .check();
        elue.page().getByLabel("IRIS rédige").check();
        elue.button("Lancer le résumé").click();
        assertThat(elue.answers()).hasCount(2);
        assertThat(elue.lastAnswerText())
                .hasText(Pattern.compile("\\S"), new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
        assertThat(elue.lastAnswer())
                .hasAttribute("aria-busy", "false", new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
        assertThat(elue.lastAnswer()).containsText("Réponse générée");
    }

    private Locator row(Path file) {
        return elue.page()
                .locator(".document")
                .filter(new Locator.FilterOptions()
                        .setHasText(file.getFileName().toString()));
    }

    /** Twelve pages, in a format that needs nothing to be written. */
    private Path report() throws IOException {
        String text = IntStream.rangeClosed(1, 12)
                .mapToObj(page -> "Séance " + page + "\n\n"
                        + "La commission permanente a voté à la séance " + page + " un montant de " + (page * 11)
                        + ",5 M€ pour la réparation des digues de l’Isère amont. "
                        + "Les travaux commencent au printemps et durent deux ans sur chaque tronçon concerné.\n")
                .collect(Collectors.joining("\f"));
        return Files.writeString(folder.resolve("rapport.txt"), text);
    }
}
