package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import fr.isere.iris.page.Agent;
import fr.isere.iris.page.Axe;
import fr.isere.iris.page.Browser;
import fr.isere.iris.testing.OllamaForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * An exploitant changes the model while an agent talks to it: import of a file to two real Ollamas, evaluation, a share of the
 * conversations, all of them, and back; the agent notices nothing.
 */
@Tag("chromium")
@Tag("ollama")
class ModelsJourneyTests {

    /** Camille's; what runs behind closes with it, last. */
    @Order(1)
    @RegisterExtension
    final Browser browser = new Browser();

    /** Hugo's, on another computer. */
    @Order(2)
    @RegisterExtension
    final Browser other = new Browser();

    @TempDir
    Path files;

    @Test
    void aModelIsImportedEvaluatedTriedActivatedAndRolledBackWhileAConversationGoesOn() throws IOException {
        Files.copy(OllamaForTests.gguf(), files.resolve("smollm2.gguf"));
        var iris = Iris.withTwoOllamas(browser, DemoIdentity.shared(), "--iris.models.import-folder=" + files);
        Agent hugo =
                DemoIdentity.shared().signIn(other, iris.url(), "exploitant").acceptsTheCharter();
        Agent camille = DemoIdentity.shared().signIn(browser, iris.url()).acceptsTheCharter();
        asksAndReads(camille, "Présente l’Isère en trois phrases.");

        var models = ModelsPage.openedBy(hugo);
        assertThat(models.row(ModelsPage.ACTIVE)).containsText("Actif");
        assertThat(hugo.page().locator(".backend")).hasCount(2);
        models.proposes();
        models.importsFrom("smollm2.gguf");
        models.becomes("À évaluer");
        models.evaluates();
        Axe.assertAccessible(hugo.page(), "a model that was evaluated");
        models.tries();

        camille.asks("Raconte Grenoble en deux cents mots.");
        camille.seesTheAnswerBegin();
        models.activates();
        waits(camille);
        asksAndReads(camille, "Et Vienne ?");

        models.rollsBack();
        asksAndReads(camille, "Et Voiron ?");
        assertThat(camille.page().locator("problem-note")).hasCount(0);
        assertThat(camille.answers()).hasCount(4);
    }

    private static void asksAndReads(Agent camille, String question) {
        camille.asks(question);
        waits(camille);
    }

    private static void waits(Agent camille) {
        assertThat(camille.lastAnswer())
                .hasAttribute(
                        "aria-busy",
                        "false",
                        new LocatorAssertions.HasAttributeOptions().setTimeout(ModelsPage.PATIENCE));
        assertThat(camille.lastAnswer()).containsText("Réponse générée");
    }
}
