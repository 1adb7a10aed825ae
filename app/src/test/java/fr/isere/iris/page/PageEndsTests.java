package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import fr.isere.iris.page.ScriptedMessage.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bringing a conversation's end forward, finding one that was erased, and one that cannot be read. */
class PageEndsTests extends ScriptedPage {

    private static final String ONE = "/api/conversations/conversation-1";
    private static final Problem ERASED = new Problem(
            "urn:iris:problem:conversation-erased",
            "Conversation effacée",
            410,
            "Vous l’avez effacée le 25 novembre 2026 à 10:12. Son contenu n’existe plus nulle part.",
            false);

    @BeforeEach
    void aConversation() {
        api.conversation("Note sur les digues").with("Les digues ?", "Elles protègent la vallée.");
    }

    @Test
    void theEndIsBroughtForwardByKeyboardAndTheNewOneIsShown() {
        open();
        assertThat(header()).containsText("Effacée dans 23 h");
        agent.button("Effacer plus tôt").press("Enter");
        assertThat(agent.button("Effacer dans 15 min")).isFocused();
        assertThat(agent.button("Effacer plus tôt")).hasAttribute("aria-expanded", "true");
        check("the choice of a sooner end");
        agent.page().keyboard().press("Tab");
        agent.page().keyboard().press("Enter");

        assertThat(header()).containsText("Effacée dans 59 min");
        assertThat(agent.link("Note sur les digues")).containsText("59 min");
        assertThat(agent.button("Effacer plus tôt")).isFocused();
        assertThat(agent.page().getByRole(AriaRole.LOG)).containsText("La conversation sera effacée le");

        agent.button("Effacer plus tôt").click();
        assertThat(agent.button("Effacer dans 1 h")).hasCount(0);
        agent.page().keyboard().press("Escape");
        assertThat(agent.button("Effacer dans 15 min")).hasCount(0);
        assertThat(agent.button("Effacer plus tôt")).isFocused();
        agent.button("Effacer plus tôt").click();
        agent.composer().focus();
        assertThat(agent.button("Effacer dans 15 min")).hasCount(0);
    }

    @Test
    void aSoonerEndIsFoundInThePaletteToo() {
        open();
        findsTheSoonerEnd();
        assertThat(agent.button("Effacer dans 15 min")).isFocused();
        agent.page().keyboard().press("Enter");
        assertThat(header()).containsText("Effacée dans 14 min");
        assertThat(agent.button("Effacer plus tôt")).isFocused();

        findsTheSoonerEnd();
        assertThat(agent.button("Effacer plus tôt")).isFocused();
        assertThat(agent.page().getByRole(AriaRole.LOG))
                .containsText("Elle s’efface déjà dans moins d’un quart d’heure.");
    }

    private void findsTheSoonerEnd() {
        agent.page().keyboard().press("Control+k");
        agent.page().keyboard().type("plus tot");
        agent.page().keyboard().press("Enter");
    }

    @Test
    void theChoicesFitAPhone() {
        agent.page().setViewportSize(320, 700);
        agent.page().navigate(api.url() + "/#/c/conversation-1");
        agent.button("Effacer plus tôt").click();
        assertThat(agent.button("Effacer dans 4 h")).isInViewport(whole());
        check("the choice of a sooner end on a phone");
    }

    @Test
    void aRefusedDelayIsToldInPlaceAndNothingChanges() {
        browser.expectsError("409|400");
        open();
        refuses(409, "answer-in-progress", "Cette conversation répond à une autre demande.");
        refuses(400, "erase-in-invalid", "Le délai doit être d’au moins 1 minute. Rien n’a été changé.");
        assertThat(header()).containsText("Effacée dans 23 h");
    }

    @Test
    void openingWhatWasErasedSaysWhenAndTakesItOutOfTheList() {
        browser.expectsError("410");
        agent.opensThePage();
        assertThat(agent.link("Note sur les digues")).isVisible();
        api.answers("GET " + ONE, 410, ERASED);
        agent.opens("Note sur les digues");

        assertThat(agent.heading("Conversation effacée")).isFocused();
        assertThat(main()).containsText("Vous l’avez effacée le 25 novembre 2026 à 10:12.");
        assertThat(agent.page()).hasTitle("Conversation effacée · IRIS");
        assertThat(agent.link("Note sur les digues")).hasCount(0);
    }

    @Test
    void sendingIntoWhatWasErasedElsewhereKeepsTheText() {
        browser.expectsError("410");
        open();
        api.answers("POST " + ONE + "/messages", 410, ERASED).answers("GET " + ONE, 410, ERASED);
        agent.asks("CANARI-7f3a : et la plaine ?");

        assertThat(main()).containsText("Vous l’avez effacée le 25 novembre 2026 à 10:12.");
        assertThat(main()).containsText("Le texte que vous prépariez est gardé");
        assertThat(agent.link("Note sur les digues")).hasCount(0);
        agent.button("Commencer une conversation").click();
        assertThat(agent.composer()).hasValue("CANARI-7f3a : et la plaine ?");
    }

    @Test
    void shorteningWhatWasErasedElsewhereSaysSo() {
        browser.expectsError("410");
        open();
        api.answers("PATCH " + ONE, 410, ERASED);
        agent.button("Effacer plus tôt").click();
        agent.button("Effacer dans 1 h").click();
        assertThat(main()).containsText("Vous l’avez effacée le 25 novembre 2026 à 10:12.");
        assertThat(agent.link("Note sur les digues")).hasCount(0);
    }

    @Test
    void aConversationThatCannotBeReadSaysWhyAndCanBeReadAgain() {
        browser.expectsError("500");
        api.answers("GET " + ONE, 500, Problem.of("unexpected", 500, "Une erreur est survenue.", true));
        agent.page().navigate(api.url() + "/#/c/conversation-1");
        assertThat(agent.page().getByRole(AriaRole.ALERT)).containsText("Une erreur est survenue.");
        assertThat(agent.page().getByText("Chargement…")).hasCount(0);
        check("a conversation that cannot be read");
        agent.composer().fill("CANARI-7f3a");

        agent.button("Réessayer").click();
        assertThat(agent.page().getByRole(AriaRole.ALERT)).containsText("Une erreur est survenue.");
        api.heals("GET " + ONE);
        agent.button("Réessayer").click();
        assertThat(agent.lastAnswerText()).hasText("Elles protègent la vallée.");
        assertThat(agent.page().getByRole(AriaRole.ALERT)).hasCount(0);
        assertThat(agent.composer()).hasValue("CANARI-7f3a");
    }

    @Test
    void oneThatCannotBeReadWhileTheStoreIsAwayComesByItself() {
        browser.expectsError("503");
        var away = Problem.of("storage-unavailable", 503, "Le stockage temporaire ne répond pas.", true);
        api.answers("GET " + ONE, 503, away);
        agent.page().navigate(api.url() + "/#/c/conversation-1");
        assertThat(agent.page().locator("problem-note")).containsText("Le stockage temporaire ne répond pas.");
        api.heals("GET " + ONE);
        assertThat(agent.lastAnswerText()).hasText("Elles protègent la vallée.");
    }

    private void refuses(int status, String name, String detail) {
        api.answers("PATCH " + ONE, status, Problem.of(name, status, detail, false));
        agent.button("Effacer plus tôt").click();
        agent.button("Effacer dans 1 h").click();
        assertThat(header().getByRole(AriaRole.ALERT)).containsText(detail);
        agent.page().keyboard().press("Escape");
    }

    private static LocatorAssertions.IsInViewportOptions whole() {
        return new LocatorAssertions.IsInViewportOptions().setRatio(1);
    }

    private void open() {
        agent.page().navigate(api.url() + "/#/c/conversation-1");
        assertThat(agent.answers()).hasCount(1);
    }

    private Locator header() {
        return agent.page().locator(".conversation-header");
    }

    private Locator main() {
        return agent.page().locator("main");
    }
}
