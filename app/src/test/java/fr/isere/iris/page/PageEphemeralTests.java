package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.isere.iris.page.ScriptedMessage.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A conversation that lives in the server's memory only: how it begins, how it is known, and what stays in the browser. */
class PageEphemeralTests extends ScriptedPage {

    private static final String SECRET = "CANARI-7f3a : un arrêt de travail";
    private static final String MEANING = "Rien de cette conversation n’est écrit sur un disque";
    private static final String LONG =
            "Voici une proposition, à relire.\n\n" + "Elle tient compte de votre demande. ".repeat(20);
    private static final String HOME = "#/";

    private Keyboard keyboard;

    @BeforeEach
    void open() {
        api.conversation("Note sur les digues").with("Les digues ?", "Elles protègent la vallée.");
        agent.opensThePage();
        assertThat(agent.heading("Quel est votre objectif ?")).isVisible();
        keyboard = agent.page().keyboard();
    }

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
        var created = agent.page().waitForRequest(it -> it.method().equals("POST"), () -> agent.asks(SECRET));
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
    void nothingOfItStaysInTheBrowserNotEvenItsTitle() {
        agent.composer().fill(SECRET);
        assertThat(kept()).contains("CANARI");
        choice().check();
        assertThat(agent.composer()).hasValue(SECRET);
        assertThat(kept()).doesNotContain("CANARI");

        agent.composer().press("Enter");
        api.nextAnswer().token("Voici.").done();
        agent.waitsForTheEnd();
        agent.composer().fill(SECRET + ", suite");
        assertThat(kept()).doesNotContain("CANARI");
        assertThat(agent.page()).hasTitle("Conversation éphémère · IRIS");
        assertThat(agent.composer()).hasAttribute("autocomplete", "off");

        agent.reloads();
        assertThat(agent.lastAnswerText()).hasText("Voici.");
        assertThat(agent.composer()).isEmpty();
    }

    @Test
    void aDraftWaitsInThePageAndGoesNowhereElse() {
        choice().check();
        agent.composer().fill(SECRET);
        agent.opens("Note sur les digues");
        assertThat(agent.answers()).hasCount(1);
        assertThat(agent.composer()).isEmpty();
        keyboard.press("Control+Shift+O");
        assertThat(agent.heading("Quel est votre objectif ?")).isVisible();
        assertThat(agent.composer()).isEmpty();
        agent.button("Conversation éphémère").click();
        assertThat(agent.composer()).hasValue(SECRET);
        assertThat(kept()).doesNotContain("CANARI");

        choice().uncheck();
        assertThat(agent.composer()).hasValue(SECRET);
        assertThat(kept()).contains("CANARI");
    }

    @Test
    void theBrowserAsksBeforeItLeavesATextThatIsWrittenNowhere() {
        List<String> asked = new ArrayList<>();
        agent.page().onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        choice().check();
        agent.reloads();
        assertThat(choice()).isChecked();
        assertThat(asked).isEmpty();
        agent.composer().pressSequentially("CANARI");
        agent.reloads();
        assertThat(choice()).isChecked();
        assertThat(asked).containsExactly("beforeunload");
        agent.composer().pressSequentially("CANARI");
        agent.signsOut();
        assertThat(agent.heading("Vous êtes déconnecté")).isVisible();
        assertThat(asked).hasSize(1);
    }

    @Test
    void oneThatEndedWhileOpenLeavesTheUnsentTextToCopyAndToTakeAlong() {
        browser.expectsError("404");
        browser.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        var one = openEphemeral();
        api.ends(one);
        agent.asks(SECRET);

        assertThat(agent.heading("Conversation éphémère terminée")).isFocused();
        assertThat(main()).containsText("elle a pris fin, ou IRIS a redémarré");
        assertThat(agent.page().getByLabel("Votre texte non envoyé")).hasValue(SECRET);
        assertThat(agent.link("Arrêt de travail")).hasCount(0);
        assertThat(kept()).doesNotContain("CANARI");
        agent.button("Copier le texte").click();
        assertThat(main()).containsText("Texte copié.");
        assertThat(agent.page().evaluate("navigator.clipboard.readText()")).isEqualTo(SECRET);

        agent.button("Commencer une autre conversation éphémère").press("Enter");
        assertThat(choice()).isChecked();
        assertThat(agent.composer()).isFocused();
        assertThat(agent.composer()).hasValue(SECRET);
    }

    @Test
    void itsEndIsAnnouncedBeforehandAndSeenWhenItComes() {
        browser.expectsError("404");
        agent.page().clock().install();
        var one = openEphemeral();
        agent.composer().fill(SECRET);
        agent.page().clock().fastForward(Duration.ofMinutes(26).toMillis());
        assertThat(header()).containsText("Effacée dans 3 min");
        assertThat(announcements()).containsText("Cette conversation éphémère disparaît dans 3 min.");
        api.ends(one);
        agent.page().clock().fastForward(Duration.ofMinutes(5).toMillis());
        assertThat(agent.heading("Conversation éphémère terminée")).isFocused();
        assertThat(agent.page().getByLabel("Votre texte non envoyé")).hasValue(SECRET);
    }

    @Test
    void theAddressOfOneThatEndedSaysSoAndOffersAnother() {
        browser.expectsError("404");
        agent.page().navigate(api.url() + "/#/c/~long-gone");
        assertThat(agent.heading("Conversation éphémère terminée")).isVisible();
        assertThat(agent.page().getByLabel("Votre texte non envoyé")).hasCount(0);
        agent.page().locator("main").getByText("Nouvelle conversation").click();
        assertThat(choice()).not().isChecked();
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
        var created = agent.page().waitForRequest(it -> it.method().equals("POST"), () -> agent.asks("Pourquoi ?"));
        assertThat(created.postData()).isEqualTo("{}");
    }

    @Test
    void aRefusalKeepsTheTextAndNeverBecomesAnOrdinaryConversation() {
        browser.expectsError("507|403");
        choice().check();
        refuses(507, "storage-full", "La mémoire réservée aux conversations éphémères est pleine.", true);
        agent.asks(SECRET);
        assertThat(main()).containsText("La mémoire réservée aux conversations éphémères est pleine.");
        assertThat(main()).containsText("Votre message reste dans cette page");
        check("an ephemeral conversation that finds no room");

        offersNone();
        refuses(403, "ephemeral-not-offered", "Les conversations éphémères ne sont pas proposées.", false);
        agent.button("Réessayer").click();
        assertThat(main()).containsText("Les conversations éphémères ne sont pas proposées.");
        main().getByText("Modifier").click();
        assertThat(agent.composer()).hasValue(SECRET);
        assertThat(choice()).isChecked();
        assertThat(kept()).doesNotContain("CANARI");
        choice().click();
        assertThat(choice()).hasCount(0);
        assertThat(agent.heading("Quel est votre objectif ?")).isFocused();
        assertThat(agent.composer()).hasValue(SECRET);
    }

    @Test
    void whenTheSessionEndsTheBannerDoesNotPromiseTheText() {
        browser.expectsError("401|net::ERR");
        openEphemeral();
        agent.composer().fill(SECRET);
        api.answers(
                "GET /api/conversations", 401, Problem.of("not-signed-in", 401, "Votre session est terminée.", false));
        browser.context().setOffline(true);
        assertThat(agent.page().locator("status-banner")).containsText("tant que vous ne la rechargez pas");
        browser.context().setOffline(false);
        assertThat(agent.page().locator("status-banner")).containsText("Copiez votre texte avant de vous reconnecter");
        assertThat(agent.composer()).hasValue(SECRET);
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

    private ScriptedConversation openEphemeral() {
        var one = api.ephemeralConversation("Arrêt de travail").with("Que dire ?", "Peu de choses.");
        one.expiresAt = Instant.now().plus(Duration.ofSeconds(30 * 60 - 30)).toString();
        agent.page().navigate(api.url() + "/#/c/" + one.id);
        agent.reloads();
        assertThat(agent.answers()).hasCount(1);
        return one;
    }

    private void offersNone() {
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

    private void refuses(int status, String name, String detail, boolean retryable) {
        api.answers("POST /api/conversations", status, Problem.of(name, status, detail, retryable));
    }

    private Locator choice() {
        return agent.page().getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Conversation éphémère"));
    }

    private Locator header() {
        return agent.page().locator(".conversation-header");
    }

    private Locator main() {
        return agent.page().locator("main");
    }

    private Locator alert() {
        return agent.page().getByRole(AriaRole.ALERT);
    }

    private Locator announcements() {
        return agent.page().getByRole(AriaRole.LOG);
    }

    private String kept() {
        return (String) agent.page().evaluate("JSON.stringify([sessionStorage, localStorage, history.state])");
    }
}
