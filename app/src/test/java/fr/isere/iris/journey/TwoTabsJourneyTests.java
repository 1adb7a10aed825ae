package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.isere.iris.page.Agent;
import fr.isere.iris.page.Browser;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same conversation in two tabs. */
@Tag("chromium")
class TwoTabsJourneyTests {

    @RegisterExtension
    final Browser browser = new Browser().expectsError("409");

    private final ScriptedModel model = new ScriptedModel();

    @Test
    void theSecondToSendIsToldAndItsTextIsKept() {
        var iris = browser.closesLater(Iris.with(model, RedisForTests.shared(), DemoIdentity.shared()));
        var first = DemoIdentity.shared().signIn(browser, iris.url()).acceptsTheCharter();
        first.asks("CANARI-7f3a au début");
        model.nextAsked().says("Début").ends();
        first.waitsForTheEnd();
        var second = new Agent(browser, first.page().url()).opensThePage();
        assertThat(second.lastAnswerText()).hasText("Début");

        first.asks("CANARI-7f3a du premier onglet");
        var generation = model.nextAsked().says("Réponse au premier");
        second.asks("CANARI-7f3a du second onglet");
        assertThat(second.lastQuestion()).containsText("CANARI-7f3a du second onglet");
        assertThat(second.page().getByText("Une réponse est déjà en cours")).isVisible();

        generation.ends();
        assertThat(first.lastAnswerText()).hasText("Réponse au premier");
        second.waitsForTheEnd();
        assertThat(second.lastQuestion()).containsText("CANARI-7f3a du second onglet");
        second.button("Réessayer").click();
        model.nextAsked().says("Réponse au second").ends();
        assertThat(second.lastAnswerText()).hasText("Réponse au second");
        first.reloads();
        assertThat(first.questions()).hasCount(3);
    }
}
