package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Somebody on the first page, of a server that offers ephemeral conversations, with an ordinary one in the list. */
abstract class EphemeralPage extends ScriptedPage {

    static final String SECRET = "CANARI-7f3a : un arrêt de travail";

    Keyboard keyboard;

    @BeforeEach
    void open() {
        api.conversation("Note sur les digues").with("Les digues ?", "Elles protègent la vallée.");
        agent.opensThePage();
        assertThat(agent.heading("Quel est votre objectif ?")).isVisible();
        keyboard = agent.page().keyboard();
    }

    final ScriptedConversation openEphemeral() {
        var one = api.ephemeralConversation("Arrêt de travail").with("Que dire ?", "Peu de choses.");
        one.expiresAt = Instant.now().plus(Duration.ofSeconds(30 * 60 - 30)).toString();
        agent.page().navigate(api.url() + "/#/c/" + one.id);
        agent.reloads();
        assertThat(agent.answers()).hasCount(1);
        return one;
    }

    final void offersNone() {
        var retention = new HashMap<String, Object>(Map.of("idle", "PT24H", "max", "PT168H"));
        retention.put("ephemeral", null);
        api.answers(
                "GET /api/settings",
                200,
                Map.of(
                        "retention",
                        retention,
                        "maxMessageLength",
                        100_000,
                        "openDataUrl",
                        "https://opendata.example.org"));
    }

    final Locator choice() {
        return agent.page().getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Conversation éphémère"));
    }

    final Locator header() {
        return agent.page().locator(".conversation-header");
    }

    final Locator main() {
        return agent.page().locator("main");
    }

    final Locator announcements() {
        return agent.page().getByRole(AriaRole.LOG);
    }

    final String kept() {
        return (String) agent.page().evaluate("JSON.stringify([sessionStorage, localStorage, history.state])");
    }
}
