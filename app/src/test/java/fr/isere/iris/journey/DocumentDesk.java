package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import fr.isere.iris.page.Agent;
import fr.isere.iris.page.Axe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** What an élue does with her documents: brings them, has them summarised, follows a citation to its page, takes a file along. */
final class DocumentDesk {

    static final String COPIED = "Phrases recopiées du document, sans génération";

    private final Agent elue;
    private final double patience;

    /** @param patience how long a document may be read or written up, in milliseconds */
    DocumentDesk(Agent elue, double patience) {
        this.elue = elue;
        this.patience = patience;
    }

    /** @param coverage what is said of its pages once it is read */
    void brings(Path file, String coverage) {
        elue.page().locator("document-intake input").setInputFiles(file);
        assertThat(row(file)).containsText(coverage, new LocatorAssertions.ContainsTextOptions().setTimeout(patience));
    }

    /** Sentences copied out of it, which takes no model. */
    void extracts(Path file) {
        elue.button("Résumer « " + file.getFileName() + " »").click();
        elue.page().getByLabel("Extraits, sans génération").check();
        elue.button("Lancer le résumé").click();
        assertThat(elue.lastAnswer()).containsText(COPIED);
        elue.waitsForTheEnd();
    }

    /** Opens the page under the first citation: the words that are cited are marked on it, and in view. */
    void followsACitation() {
        Locator citation = elue.lastAnswer()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Voir la page"))
                .first();
        citation.click();
        Locator panel = elue.page().locator(".page-panel");
        assertThat(panel).containsText(Pattern.compile("Page \\d+ sur \\d+"));
        assertThat(panel.locator("mark").first()).isInViewport();
    }

    /** The answer as a file for Word, with her name on it; all its words. */
    String takesAlong(Path file) throws IOException {
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
        elue.page()
                .waitForDownload(
                        () -> dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Télécharger"))
                                .click())
                .saveAs(file);

        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            assertThat(words.getText())
                    .contains("relu et validé par Nadia Berthet", "IRIS peut se tromper, même avec assurance");
            return words.getText();
        }
    }

    /** Its key points in the model's words. */
    void summarises(Path file) {
        elue.button("Résumer « " + file.getFileName() + " »").click();
        elue.page().getByLabel("Points clés").check();
        elue.page()
                .getByLabel("Courte", new Page.GetByLabelOptions().setExact(true))
                .check();
        elue.page().getByLabel("IRIS rédige").check();
        int before = elue.answers().count();
        elue.button("Lancer le résumé").click();
        assertThat(elue.answers()).hasCount(before + 1);
        assertThat(elue.lastAnswerText())
                .hasText(Pattern.compile("\\S"), new LocatorAssertions.HasTextOptions().setTimeout(patience));
        assertThat(elue.lastAnswer())
                .hasAttribute("aria-busy", "false", new LocatorAssertions.HasAttributeOptions().setTimeout(patience));
        assertThat(elue.lastAnswer()).containsText("Réponse générée");
    }

    Locator row(Path file) {
        return elue.page()
                .locator(".document")
                .filter(new Locator.FilterOptions()
                        .setHasText(file.getFileName().toString()));
    }
}
