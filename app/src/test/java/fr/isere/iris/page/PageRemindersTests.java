package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import fr.isere.iris.page.ScriptedMessage.Problem;
import fr.isere.iris.reminders.Reminder;
import fr.isere.iris.reminders.Reminders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands between the button and the server, with the words of the real rules. */
class PageRemindersTests extends ScriptedPage {

    private static final String CALL = "POST /api/reminders";
    private static final String DECISION = "CANARI-7f3a : dois-je accorder cette subvention ?";
    private static final String PEOPLE = "CANARI-7f3a. Classe ces candidats du meilleur au moins bon.";
    private static final String NOTHING = "CANARI-7f3a : reformule ce paragraphe";

    @Autowired
    private Reminders rules;

    @BeforeEach
    void open() {
        agent.opensThePage();
        assertThat(agent.composer()).isVisible();
    }

    @Test
    void aRequestThatDeservesNoneLeavesAtOnce() {
        agent.asks(NOTHING);
        assertThat(api.nextAnswer().token("Voici").done().request()).isEqualTo(Map.of("text", NOTHING));
        assertThat(card()).hasCount(0);
        assertThat(agent.composer()).hasValue("");
    }

    @Test
    void aDecisionIsReformulatedByKeyboard() {
        reminds(DECISION);
        agent.composer().fill(DECISION);
        agent.page().keyboard().press("Enter");
        assertThat(card()).isFocused();
        assertThat(card()).containsText("IRIS ne décide pas à votre place");
        assertThat(agent.composer()).hasValue(DECISION);
        assertThat(agent.questions()).hasCount(0);

        agent.page().keyboard().press("Tab");
        assertThat(agent.button("Reformuler")).isFocused();
        agent.page().keyboard().press("Enter");
        assertThat(card()).hasCount(0);
        assertThat(agent.composer()).isFocused();
        assertThat(agent.composer()).hasValue(DECISION);

        agent.page().keyboard().press("Enter");
        assertThat(card()).isFocused();
        agent.page().keyboard().press("Escape");
        assertThat(agent.composer()).isFocused();
    }

    @Test
    void whatWasSentAwayDoesNotComeAgainInThisConversation() {
        reminds(DECISION);
        agent.asks(DECISION);
        agent.button("Envoyer quand même").click();
        api.nextAnswer().token("Voici").done();
        agent.waitsForTheEnd();
        assertThat(agent.composer()).hasValue("");
        assertThat(agent.composer()).isFocused();

        agent.asks(DECISION);
        api.nextAnswer().token("Encore").done();
        agent.waitsForTheEnd();
        agent.reloads();
        agent.asks(DECISION);
        api.nextAnswer().token("Toujours").done();
        agent.waitsForTheEnd();

        agent.button("Nouvelle conversation").click();
        agent.asks(DECISION);
        assertThat(card()).isVisible();
    }

    @Test
    void whatMustBeReadIsToldToTheServer() {
        reminds(PEOPLE);
        agent.asks(PEOPLE);
        assertThat(card()).containsText("des candidates aussi qualifiées");
        agent.button("Envoyer quand même").click();
        assertThat(api.nextAnswer().token("Voici").done().request())
                .isEqualTo(Map.of("text", PEOPLE, "acknowledged", List.of("people")));
    }

    @Test
    void anEditIsHeldBackToo() {
        agent.asks(NOTHING);
        api.nextAnswer().token("Voici").done();
        agent.waitsForTheEnd();
        reminds(PEOPLE);
        agent.edits(PEOPLE);
        assertThat(card()).isFocused();
        agent.button("Reformuler").click();
        Locator editor = agent.page().getByLabel("Modifier votre message");
        assertThat(editor).hasValue(PEOPLE);
        assertThat(editor).isFocused();
        agent.button("Envoyer la nouvelle version").click();
        agent.button("Envoyer quand même").click();
        assertThat(api.nextAnswer().token("Voilà").done().request().get("acknowledged"))
                .isEqualTo(List.of("people"));
    }

    @Test
    void aSumIsTakenFromTheCalculator() {
        agent.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        reminds("15 % de 48 000 €");
        agent.asks("15 % de 48 000 €");
        assertThat(card()).containsText("15\u00a0% × 48\u202f000\u00a0€ = 7\u202f200\u00a0€");
        agent.button("Utiliser ce résultat").click();
        assertThat(card()).hasCount(0);
        assertThat(agent.questions()).hasCount(0);
        assertThat((String) agent.page().evaluate("navigator.clipboard.readText()"))
                .isEqualTo("7\u202f200\u00a0€");
    }

    @Test
    void aFigureLeadsToThePortal() {
        reminds("Combien de collèges en Isère ?");
        agent.asks("Combien de collèges en Isère ?");
        assertThat(agent.link("Ouvrir le portail Open data")).hasAttribute("href", "https://opendata.isere.fr");
    }

    @Test
    void courtesyIsRemindedOfOnce() {
        reminds("merci !");
        agent.asks("merci !");
        agent.button("Reformuler").click();
        agent.asks("merci !");
        api.nextAnswer().token("De rien").done();
        agent.waitsForTheEnd();
    }

    @Test
    void theCardGoesWithTheTextThatItIsAbout() {
        reminds(DECISION);
        agent.asks(DECISION);
        assertThat(card()).isVisible();
        agent.composer().fill(NOTHING);
        assertThat(card()).hasCount(0);
    }

    @Test
    void aCheckThatFailsOrTakesTooLongHoldsNothingBack() {
        browser.expectsError("500");
        api.answers(CALL, 500, Problem.of("internal", 500, "Une erreur est survenue", true));
        agent.asks(NOTHING);
        api.nextAnswer().token("Voici").done();
        agent.waitsForTheEnd();

        reminds(DECISION);
        var late = api.holds(CALL);
        agent.asks(DECISION);
        api.nextAnswer().token("Voilà").done();
        agent.waitsForTheEnd();
        late.release();
        assertThat(card()).hasCount(0);
    }

    @Test
    void whatTheServerRefusesComesBackWithItsReminder() {
        var conversation = api.conversation("Recrutement");
        browser.expectsError("409");
        api.answers("POST /api/conversations/" + conversation.id + "/messages", 409, refusal());
        agent.reloads();
        agent.opens("Recrutement");
        agent.asks(PEOPLE);
        assertThat(card()).containsText("des candidates aussi qualifiées");
        assertThat(agent.composer()).hasValue(PEOPLE);
        assertThat(agent.questions()).hasCount(0);

        api.heals("POST /api/conversations/" + conversation.id + "/messages");
        agent.button("Envoyer quand même").click();
        assertThat(api.nextAnswer().token("Voici").done().request().get("acknowledged"))
                .isEqualTo(List.of("people"));
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
    void everyReminderIsReadable(int width, int height, ColorScheme colours) {
        looksThrough(width, height, colours);
        for (String text : List.of(PEOPLE, DECISION, "15 % de 48 000 €", "Combien de collèges en Isère ?")) {
            reminds(text);
            agent.asks(text);
            assertThat(card()).isVisible();
            check("reminder of " + reminder(text).kind());
            agent.page().keyboard().press("Escape");
        }
    }

    private Locator card() {
        return agent.page().locator(".reminder-card");
    }

    private Reminder reminder(String text) {
        return rules.of(text).orElseThrow();
    }

    private void reminds(String text) {
        api.reminds(reminder(text));
    }

    private Map<String, Object> refusal() {
        return Map.of(
                "type", "urn:iris:problem:reminder-not-acknowledged",
                "title", "Rappel à lire avant l’envoi",
                "status", 409,
                "detail", "Rien n’a été envoyé au modèle.",
                "reminder", reminder(PEOPLE));
    }
}
