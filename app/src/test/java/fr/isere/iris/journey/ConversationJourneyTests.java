package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.page.Agent;
import fr.isere.iris.page.Axe;
import fr.isere.iris.page.Browser;
import fr.isere.iris.testing.RedisForTests;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Camille's first conversation, with a real model in a real Ollama, from the sign-in to its erasure. */
@Tag("chromium")
@Tag("ollama")
class ConversationJourneyTests {

    private static final String LONG = "CANARI-7f3a Write a very long story about the river Isère, in twenty chapters.";
    private static final String SHORT = "CANARI-7f3a What is a river? Answer in one sentence.";

    @RegisterExtension
    final Browser browser = new Browser();

    private final IdentityProvider provider = DemoIdentity.shared();
    private final RedisForTests redis = browser.closesLater(RedisForTests.start());
    private final Iris iris = browser.closesLater(Iris.withRealModel(redis, provider));
    private final Agent camille = new Agent(browser, iris.url());
    private Set<String> keysBefore = Set.of();
    private String begun = "";

    @Test
    void camilleAsksReloadsStopsReworksAndErases() {
        signsIn();
        acceptsTheCharter();
        asksAndReloadsDuringTheAnswer();
        stops();
        regenerates();
        editsTheQuestion();
        walksTheBranches();
        erasesTheConversation();
        signsOut();
    }

    private void signsIn() {
        browser.mayAddress(iris.url(), provider.issuer());
        camille.opensThePage();
        Axe.assertAccessible(camille.page(), "the provider's form");
        provider.signIn(camille.page());
    }

    private void acceptsTheCharter() {
        assertThat(camille.heading("Les six règles")).isVisible();
        Axe.assertAccessible(camille.page(), "the charter");
        camille.acceptsTheCharter();
        assertThat(camille.heading("Quel est votre objectif ?")).isVisible();
        Axe.assertAccessible(camille.page(), "the empty page");
        keysBefore = iris.keys();
    }

    private void asksAndReloadsDuringTheAnswer() {
        camille.asks(LONG).seesTheAnswerBegin();
        begun = camille.lastAnswerText().innerText();
        assertThat(camille.lastAnswer()).hasAttribute("aria-busy", "true");

        camille.reloads().seesMoreThan(begun);
        assertThat(camille.lastAnswer()).hasAttribute("aria-busy", "true");
    }

    private void stops() {
        camille.stops().waitsForTheEnd();
        assertThat(camille.lastAnswer()).containsText("Réponse arrêtée à votre demande");
        var shown = camille.lastAnswerText().innerText();
        assertThat(shown).startsWith(begun.substring(0, begun.length() / 2));

        camille.reloads();
        assertThat(camille.lastAnswerText()).hasText(shown);
        assertThat(camille.answers()).hasCount(1);
        Axe.assertAccessible(camille.page(), "an answer that was stopped");
    }

    private void regenerates() {
        camille.regenerates().seesTheAnswerBegin();
        Axe.assertAccessible(camille.page(), "an answer that streams");
        camille.stops().waitsForTheEnd();
        assertThat(camille.lastAnswer()).containsText("Version 2 sur 2");
    }

    private void editsTheQuestion() {
        camille.edits(SHORT).seesTheAnswerBegin().waitsForTheEnd();
        assertThat(camille.lastQuestion()).containsText(SHORT);
        assertThat(camille.lastQuestion()).containsText("Version 2 sur 2");
        assertThat(camille.lastAnswer()).containsText("IRIS peut se tromper, même avec assurance");
        Axe.assertAccessible(camille.page(), "two versions of a question");
    }

    private void walksTheBranches() {
        camille.walksBack(camille.lastQuestion());
        assertThat(camille.lastQuestion()).containsText(LONG);
        assertThat(camille.lastAnswer()).containsText("Version 2 sur 2");
        camille.walksBack(camille.lastAnswer());
        assertThat(camille.lastAnswer()).containsText("Version 1 sur 2");
        assertThat(camille.answers()).hasCount(1);
        Axe.assertAccessible(camille.page(), "the first version of an answer");
    }

    private void erasesTheConversation() {
        assertThat(iris.keys()).hasSizeGreaterThan(keysBefore.size());
        var address = camille.page().url();
        camille.erasesTheConversation();
        assertThat(camille.heading("Conversation effacée")).isVisible();
        Axe.assertAccessible(camille.page(), "the farewell");

        assertThat(iris.keys()).isEqualTo(keysBefore);
        assertThat(camille.page().evaluate("JSON.stringify([sessionStorage, localStorage])"))
                .asString()
                .doesNotContain("CANARI");
        browser.expectsError("410");
        camille.page().navigate(address);
        assertThat(camille.page().getByText("Vous l’avez effacée le")).isVisible();
        Axe.assertAccessible(camille.page(), "a conversation that is gone");
    }

    private void signsOut() {
        camille.signsOut();
        assertThat(camille.page().getByText("Vous êtes déconnecté")).isVisible();
        Axe.assertAccessible(camille.page(), "the way out");
        camille.opensThePage();
        assertThat(camille.page().getByLabel("Mot de passe")).isVisible();
    }
}
