package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.page.Agent;
import fr.isere.iris.page.Browser;
import fr.isere.iris.testing.RedisForTests;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same conversation for somebody whom a real Keycloak knows. */
@Tag("chromium")
@Tag("ollama")
@Tag("keycloak")
class KeycloakJourneyTests {

    private static final String QUESTION = "CANARI-7f3a What is a river? Answer in one sentence.";

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void camilleSignsInAsksErasesAndSignsOut() throws IOException {
        var keycloak = browser.closesLater(Keycloak.start());
        var redis = browser.closesLater(RedisForTests.start());
        var iris = browser.closesLater(Iris.withRealModel(redis, keycloak));
        browser.mayAddress(iris.url(), keycloak.issuer());
        var camille = new Agent(browser, iris.url()).opensThePage();
        keycloak.signIn(camille.page());
        camille.acceptsTheCharter();
        assertThat(camille.page().getByText("Camille Martin")).isVisible();
        var keysBefore = iris.keys();

        camille.asks(QUESTION).seesTheAnswerBegin().waitsForTheEnd();
        assertThat(camille.lastAnswer()).containsText("IRIS peut se tromper");
        camille.erasesTheConversation();
        assertThat(camille.heading("Conversation effacée")).isVisible();
        assertThat(iris.keys()).isEqualTo(keysBefore);

        camille.signsOut();
        assertThat(camille.page().getByText("Vous êtes déconnecté")).isVisible();
        camille.opensThePage();
        assertThat(camille.page().locator("#kc-login")).isVisible();
    }
}
