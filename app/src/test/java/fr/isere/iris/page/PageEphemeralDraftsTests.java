package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.page.ScriptedMessage.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was written in an ephemeral conversation stands nowhere in the browser, and is not lost without a word. */
class PageEphemeralDraftsTests extends EphemeralPage {

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

    private void refuses(int status, String name, String detail, boolean retryable) {
        api.answers("POST /api/conversations", status, Problem.of(name, status, detail, retryable));
    }
}
