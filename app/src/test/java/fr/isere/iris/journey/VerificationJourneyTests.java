package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import fr.isere.iris.page.Agent;
import fr.isere.iris.page.Axe;
import fr.isere.iris.page.Browser;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an agent verifies of an answer is kept with it: the whole application, but for the model. */
@Tag("chromium")
class VerificationJourneyTests {

    private static final String AMOUNT = "15 €";
    private static final String DATE = "12 mars 2026";

    @RegisterExtension
    final Browser browser = new Browser();

    private final ScriptedModel model = new ScriptedModel();

    @Test
    void ticksAreKeptWithTheAnswerAndSeenInAnotherWindow() {
        var redis = browser.closesLater(RedisForTests.start()); // where nobody accepted the charter yet
        var iris = browser.closesLater(Iris.with(model, redis, DemoIdentity.shared()));
        var camille = DemoIdentity.shared().signIn(browser, iris.url()).acceptsTheCharter();
        camille.asks("CANARI-7f3a : quand, et combien ?");
        model.nextAsked()
                .says("L’atelier a lieu le " + DATE + ". La participation est de " + AMOUNT + ".")
                .ends();
        camille.waitsForTheEnd();
        assertThat(camille.lastAnswer()).containsText("1 montant et 1 date à vérifier");

        verifies(camille);
        Axe.assertAccessible(camille.page(), "what is to verify, beside the answer");
        ticks(camille, DATE);
        var other = new Agent(browser, camille.page().url()).opensThePage();
        verifies(other);
        assertThat(tick(other, DATE)).isChecked();
        ticks(other, AMOUNT);

        camille.reloads();
        verifies(camille);
        assertThat(tick(camille, DATE)).isChecked();
        assertThat(tick(camille, AMOUNT)).isChecked();
        assertThat(camille.lastAnswer()).containsText("2 sur 2 vérifiés");
    }

    private static void verifies(Agent somebody) {
        somebody.lastAnswer().getByText("Vérifier point par point").click();
        assertThat(somebody.heading("À vérifier")).isFocused();
    }

    /** Ticks, and waits until it is saved. */
    private static void ticks(Agent somebody, String words) {
        var saved = somebody.page()
                .waitForResponse(
                        response -> response.url().endsWith("/checks"),
                        () -> tick(somebody, words).check());
        assertThat(saved.status()).isEqualTo(204);
    }

    private static Locator tick(Agent somebody, String words) {
        return somebody.page()
                .locator(".verify-item")
                .filter(new Locator.FilterOptions()
                        .setHas(somebody.page()
                                .locator(".verify-words")
                                .filter(new Locator.FilterOptions().setHasText(words))))
                .getByRole(AriaRole.CHECKBOX);
    }
}
