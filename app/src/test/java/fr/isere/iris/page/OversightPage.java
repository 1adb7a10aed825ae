package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import fr.isere.iris.page.ScriptedMessage.Problem;

/** A page for those who answer for IRIS: who finds it, and what a refusal looks like, are the same for all of them. */
abstract class OversightPage extends ScriptedPage {

    static final Problem FORBIDDEN = Problem.of("forbidden", 403, "Votre profil ne permet pas cette action.", false);

    private final String name;
    private final String address;

    /**
     * @param name in the menu, as its heading and in the window's title
     * @param address behind the application's
     */
    OversightPage(String name, String address) {
        this.name = name;
        this.address = address;
    }

    /** Opens the page by its address. */
    final void goesThere() {
        agent.page().navigate(api.url() + address);
    }

    final void assertThatTheMenuLeadsThereButNotAgents() {
        agent.opensThePage();
        agent.link(name).click();
        assertThat(agent.heading(name)).isFocused();
        assertThat(agent.page()).hasTitle(name + " · IRIS");

        api.answers("GET /api/me", "me.json");
        agent.reloads();
        assertThat(agent.link("Charte et aide")).isVisible();
        assertThat(agent.link(name)).hasCount(0);
    }

    /** The server refuses already; asking again would change nothing. */
    final void assertThatTheRefusalIsShownWithoutARetry() {
        browser.expectsError("403");
        goesThere();
        assertThat(alert()).containsText(FORBIDDEN.detail());
        assertThat(agent.button("Réessayer")).hasCount(0);
    }

    final Locator alert() {
        return agent.page().getByRole(AriaRole.ALERT);
    }
}
