package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import fr.isere.iris.page.ScriptedMessage.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one person wrote and did not send is there for that person only, on a computer that several use. */
class PageSharedComputerTests extends ScriptedPage {

    private static final String DRAFT = "CANARI-7f3a : brouillon";
    private static final String LIST = "GET /api/conversations";

    @BeforeEach
    void open() {
        agent.opensThePage();
        assertThat(agent.composer()).isVisible();
    }

    @Test
    void signingOutLeavesNoText() {
        agent.composer().fill(DRAFT);
        assertThat(kept(agent)).contains(DRAFT);

        agent.signsOut();

        hasLeft(agent);
    }

    @Test
    void aMessageThatFailsDuringTheSignOutIsNotKept() {
        browser.expectsError("500");
        api.answers("POST /api/conversations", 500, Problem.of("unexpected", 500, "Une erreur est survenue.", true));
        var refused = api.holds("POST /api/conversations");
        var signedOut = api.holds("POST /logout");
        agent.asks(DRAFT);
        refused.awaitCall();
        // A real click would wait for the next page.
        agent.button("Se déconnecter").dispatchEvent("click");
        signedOut.awaitCall();

        // Once a message has failed the page asks whether the model is there.
        var told = api.holds("GET /api/models");
        refused.release();
        told.awaitCall().release();
        signedOut.release();

        hasLeft(agent);
    }

    @Test
    void signingOutLeavesNoTextInOtherTabs() {
        var other = new Agent(browser, api.url()).opensThePage();
        other.composer().fill(DRAFT);
        assertThat(kept(other)).contains(DRAFT);

        agent.signsOut();

        hasLeft(agent);
        hasLeft(other);
    }

    @Test
    void whoeverSignsInNextFindsNothingInAnyTab() {
        var other = new Agent(browser, api.url()).opensThePage();
        other.composer().fill(DRAFT);
        agent.composer().fill(DRAFT);
        sessionEnds();

        api.answers("GET /api/me", "me-nadia.json");
        agent.link("Se reconnecter").click();

        for (var tab : new Agent[] {agent, other}) {
            assertThat(tab.page().getByText("Nadia Berthet")).isVisible();
            assertThat(tab.composer()).isEmpty();
            assertThat(kept(tab)).doesNotContain(DRAFT);
        }
    }

    @Test
    void aNamesakeFindsNothingEither() {
        agent.composer().fill(DRAFT);
        sessionEnds();
        api.answers("GET /api/me", "me-namesake.json");
        agent.link("Se reconnecter").click();

        assertThat(agent.link("Se reconnecter")).isHidden();
        assertThat(agent.page().getByText("Camille Martin")).isVisible();
        assertThat(agent.composer()).isEmpty();
        assertThat(kept(agent)).doesNotContain(DRAFT);
    }

    @Test
    void withoutAnIdNoDraftIsKept() {
        agent.composer().fill(DRAFT);
        api.answers("GET /api/me", "me-without-id.json");
        agent.reloads();
        assertThat(agent.page().getByText("Camille Martin")).isVisible();
        assertThat(agent.composer()).isEmpty();
        agent.composer().fill(DRAFT);
        assertThat(kept(agent)).isEqualTo("{}");
    }

    @Test
    void whoSignsInAgainFindsTheDraft() {
        var other = new Agent(browser, api.url()).opensThePage();
        other.composer().fill("Autre brouillon");
        agent.composer().fill(DRAFT);
        sessionEnds();

        agent.link("Se reconnecter").click();

        assertThat(agent.link("Se reconnecter")).isHidden();
        assertThat(agent.composer()).hasValue(DRAFT);
        assertThat(other.composer()).hasValue("Autre brouillon");
    }

    /** The page notices at its next call; the next person, or the same, will have another session. */
    private void sessionEnds() {
        browser.expectsError("401|net::ERR");
        api.answers(LIST, 401, Problem.of("not-signed-in", 401, "Votre session est terminée.", false));
        browser.context().setOffline(true);
        browser.context().setOffline(false);
        assertThat(agent.link("Se reconnecter")).isVisible();
        api.heals(LIST);
    }

    private static void hasLeft(Agent agent) {
        assertThat(agent.heading("Vous êtes déconnecté")).isVisible();
        agent.page().waitForLoadState(LoadState.LOAD);
        assertThat(kept(agent)).isEqualTo("{}");
    }

    private static String kept(Agent agent) {
        return (String) agent.page().evaluate("JSON.stringify(sessionStorage)");
    }
}
