package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A conversation that lives in the server's memory only: how it begins, and how it is known. */
class PageEphemeralTests extends EphemeralPage {

    private static final String MEANING = "Rien de cette conversation n’est écrit sur un disque";
    private static final String LONG =
            "Voici une proposition, à relire.\n\n" + "Elle tient compte de votre demande. ".repeat(20);
    private static final String HOME = "#/";

    @Test
    void theChoiceOfTheFirstPageSaysWhatItMeansBeforeAndAfter() {
        assertThat(choice()).hasAccessibleDescription("Jamais écrite, effacée 30 min après le dernier message.");
        choice().focus();
        keyboard.press("Space");

        assertThat(choice()).isChecked();
        assertThat(choice()).isFocused();
        assertThat(agent.page().getByText(MEANING).first()).isVisible();
        assertThat(agent.page().locator(".composer-note"))
                .containsText("votre brouillon non plus ; tout disparaît 30 min après le dernier message");
        assertThat(announcements()).containsText(MEANING);
        assertThat(agent.page()).hasURL(api.url() + "/#/ephemere");

        agent.reloads();
        assertThat(choice()).isChecked();
        choice().uncheck();
        assertThat(agent.page()).hasURL(api.url() + "/" + HOME);
        assertThat(announcements()).containsText("Conversation ordinaire.");
    }

    @Test
    void theMenuAndThePaletteBeginOneByKeyboardFromAnywhere() {
        agent.opens("Note sur les digues");
        assertThat(agent.answers()).hasCount(1);
        keyboard.press("Control+k");
        keyboard.type("ephemere");
        keyboard.press("Enter");
        assertThat(agent.composer()).isFocused();
        assertThat(choice()).isChecked();
        assertThat(agent.page()).hasTitle("Conversation éphémère · IRIS");

        keyboard.press("Control+Shift+O");
        assertThat(choice()).not().isChecked();
        agent.button("Conversation éphémère").press("Enter");
        assertThat(choice()).isChecked();
        assertThat(agent.composer()).isFocused();
    }

    @Test
    void itIsAskedOfTheServerAndKnownInTheThreadTheListAndThePalette() {
        choice().check();
        var created = agent.page().waitForRequest(PageEphemeralTests::opensOne, () -> agent.asks(SECRET));
        assertThat(created.postData()).isEqualTo("{\"ephemeral\":true}");
        api.nextAnswer().token("Voici.").done();
        agent.waitsForTheEnd();

        assertThat(agent.page()).hasURL(api.url() + "/#/c/~conversation-2");
        assertThat(header()).containsText("Éphémère");
        assertThat(header()).containsText("Effacée dans 29 min");
        assertThat(agent.page().getByRole(AriaRole.NOTE)).containsText(MEANING);
        assertThat(agent.link("CANARI-7f3a"))
                .hasAccessibleName("CANARI-7f3a : un arrêt de travail , éphémère, Effacée dans 29 min");
        keyboard.press("Control+k");
        assertThat(agent.page().locator("command-palette .option").first()).containsText("Éphémère");
        keyboard.press("Escape");

        agent.reloads();
        assertThat(agent.lastAnswerText()).hasText("Voici.");
        assertThat(header()).containsText("Éphémère");
        assertThat(agent.link("Note sur les digues")).not().containsText("Éphémère");
    }

    @Test
    void whereNoneAreOfferedThePageShowsNothingOfIt() {
        offersNone();
        agent.reloads();
        assertThat(agent.heading("Quel est votre objectif ?")).isVisible();
        assertThat(agent.page().getByText("phémère")).hasCount(0);
        keyboard.press("Control+k");
        keyboard.type("ephemere");
        assertThat(agent.page().getByText("Rien ne correspond.")).isVisible();
        keyboard.press("Escape");

        agent.page().navigate(api.url() + "/#/ephemere");
        assertThat(alert()).containsText("Les conversations éphémères ne sont pas proposées ici.");
        assertThat(agent.page()).hasURL(api.url() + "/" + HOME);
        var created = agent.page().waitForRequest(PageEphemeralTests::opensOne, () -> agent.asks("Pourquoi ?"));
        assertThat(created.postData()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource({
        "1440, 900, LIGHT",
        "1440, 900, DARK",
        "820, 1180, LIGHT",
        "820, 1180, DARK",
        "320, 700, LIGHT",
        "320, 700, DARK"
    })
    void everyStateIsAccessible(int width, int height, ColorScheme colours) {
        browser.expectsError("404");
        looksThrough(width, height, colours);
        check("the choice of an ephemeral conversation");
        choice().check();
        check("the first page of an ephemeral conversation");
        agent.asks(SECRET);
        api.nextAnswer().token(LONG).done();
        agent.waitsForTheEnd();
        check("an ephemeral conversation");
        opensTheList();
        check("an ephemeral conversation in the list");
        var one = openEphemeral();
        agent.page().keyboard().press("Control+k");
        check("an ephemeral conversation in the palette");
        agent.page().keyboard().press("Escape");
        api.ends(one);
        agent.asks(SECRET + "\n" + "Une longue suite de mots. ".repeat(40));
        assertThat(agent.heading("Conversation éphémère terminée")).isFocused();
        check("an ephemeral conversation that ended with an unsent text");
    }

    private void opensTheList() {
        var menu = agent.button("Ouvrir le menu");
        if (menu.isVisible()) {
            menu.click();
        }
    }

    private Locator alert() {
        return agent.page().getByRole(AriaRole.ALERT);
    }

    private static boolean opensOne(Request request) {
        return request.method().equals("POST") && request.url().endsWith("/api/conversations");
    }
}
