package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import fr.isere.iris.page.Agent;
import fr.isere.iris.page.Axe;
import fr.isere.iris.page.Browser;
import fr.isere.iris.testing.OllamaForTests;
import fr.isere.iris.testing.RedisForTests;
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

    /** In milliseconds: a small model that is evaluated on a machine that does other things. */
    private static final double PATIENCE = 480_000;

    private static final String ACTIVE = "SmolLM2 135M";
    private static final String NEW = "SmolLM2 135M (2)";

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
        var first = browser.closesLater(OllamaForTests.start());
        var second = browser.closesLater(OllamaForTests.startEmpty());
        var redis = browser.closesLater(RedisForTests.start());
        var iris = browser.closesLater(Iris.withOllamas(
                redis,
                DemoIdentity.shared(),
                first.url() + "," + second.url(),
                "--iris.models.import-folder=" + files));
        Agent hugo =
                DemoIdentity.shared().signIn(other, iris.url(), "exploitant").acceptsTheCharter();
        Agent camille = DemoIdentity.shared().signIn(browser, iris.url()).acceptsTheCharter();
        asksAndReads(camille, "Présente l’Isère en trois phrases.");

        hugo.link("Modèles").click();
        assertThat(row(hugo, ACTIVE)).containsText("Actif");
        assertThat(hugo.page().locator(".backend")).hasCount(2);
        imports(hugo);
        evaluates(hugo);
        Axe.assertAccessible(hugo.page(), "a model that was evaluated");
        tries(hugo);

        camille.asks("Raconte Grenoble en deux cents mots.");
        camille.seesTheAnswerBegin();
        activates(hugo);
        waits(camille);
        asksAndReads(camille, "Et Vienne ?");

        rollsBack(hugo);
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
                .hasAttribute("aria-busy", "false", new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
        assertThat(camille.lastAnswer()).containsText("Réponse générée");
    }

    private static void imports(Agent hugo) {
        hugo.button("Proposer un modèle").click();
        Locator dialog = hugo.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel(ACTIVE).check();
        dialog.getByRole(AriaRole.BUTTON, named("Proposer")).click();
        assertThat(row(hugo, NEW)).containsText("Proposé");

        act(hugo, "Importer");
        dialog.getByLabel("smollm2.gguf").check();
        dialog.getByRole(AriaRole.BUTTON, named("Importer")).click();
        becomes(hugo, "À évaluer");
    }

    private static void evaluates(Agent hugo) {
        act(hugo, "Évaluer");
        becomes(hugo, "Évalué");
        row(hugo, NEW).getByRole(AriaRole.BUTTON, named("Réussie")).click();
        Locator report = hugo.page().getByRole(AriaRole.DIALOG);
        assertThat(report).containsText("épreuves réussies");
        assertThat(report).containsText("Jetons par seconde");
        hugo.page().keyboard().press("Escape");
        act(hugo, "Déclarer prêt");
        becomes(hugo, "Prêt");
    }

    private static void tries(Agent hugo) {
        act(hugo, "Essayer");
        Locator dialog = hugo.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("50 % des nouvelles conversations").check();
        dialog.getByRole(AriaRole.BUTTON, named("Commencer l’essai")).click();
        becomes(hugo, "Essai sur 50 %");
    }

    private static void activates(Agent hugo) {
        act(hugo, "Activer");
        hugo.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, named("Activer"))
                .click();
        becomes(hugo, "Actif");
    }

    private static void rollsBack(Agent hugo) {
        hugo.button("Revenir à " + ACTIVE).click();
        hugo.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, named("Revenir"))
                .click();
        becomes(hugo, "Prêt");
        assertThat(hugo.page().locator("table.releases")).containsText("Actif");
    }

    private static void act(Agent hugo, String name) {
        row(hugo, NEW).getByRole(AriaRole.BUTTON, named(name)).click();
    }

    private static void becomes(Agent hugo, String state) {
        assertThat(row(hugo, NEW).locator(".badge"))
                .hasText(state, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
    }

    private static Locator row(Agent hugo, String name) {
        Page page = hugo.page();
        return page.locator("table.releases tr[data-release]")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("th").filter(new Locator.FilterOptions().setHasText(name))))
                .first();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
