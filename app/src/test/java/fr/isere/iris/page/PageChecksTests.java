package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.page.ScriptedMessage.Finding;
import fr.isere.iris.page.ScriptedMessage.Problem;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody verified, ticked and kept with the answer: in one window or two, and when it cannot be saved. */
class PageChecksTests extends VerificationPage {

    private ScriptedConversation conversation;
    private String save = "";

    @BeforeEach
    void open() {
        conversation = conversationWithTheReport();
        agent.opensThePage().opens("PAPI");
        getsAComparedAnswer(conversation);
        save = "PUT /api/conversations/" + conversation.id + "/messages/" + answer().id + "/checks";
        opener().click();
        assertThat(agent.heading("À vérifier")).isFocused();
    }

    @Test
    void ticksStayWithTheMessage() {
        tick("2031").check();
        assertThat(verification()).containsText("1 sur 2 vérifié");
        assertThat(toVerify()).containsText("1 sur 2 vérifié");
        assertThat(announcements()).containsText("1 sur 2 vérifié.");
        assertThat(sign("« 2031 » vérifié par vous")).isVisible();
        tick("6,58 M€").press("Space");
        assertThat(verification()).containsText("2 sur 2 vérifiés");
        saved("6,58 M€", "2031");

        agent.reloads();
        assertThat(toVerify()).containsText("2 sur 2 vérifiés");
        opener().click();
        tick("2031").uncheck();
        assertThat(verification()).containsText("1 sur 2 vérifié");
        saved("6,58 M€");
        assertThat(sign("« 2031 » introuvable")).isVisible();
    }

    @Test
    void ticksThatFollowOneAnotherAreAllSaved() {
        var hold = api.holds(save);
        tick("2031").check();
        hold.awaitCall();
        tick("6,58 M€").check();
        hold.release();
        saved("6,58 M€", "2031");
        assertThat(verification()).containsText("2 sur 2 vérifiés");
    }

    @Test
    void aTickThatCannotBeSavedGoesBackAndSaysSo() {
        browser.expectsError("503");
        api.answers(save, 503, Problem.of("storage-unavailable", 503, "Le stockage ne répond pas.", true));
        tick("2031").click();
        assertThat(item("2031")).containsText("La coche n’a pas été enregistrée : Le stockage ne répond pas.");
        assertThat(tick("2031")).not().isChecked();
        assertThat(tick("2031")).isFocused();
        assertThat(verification()).containsText("0 sur 2 vérifié");
        assertThat(announcements()).containsText("La coche n’a pas été enregistrée");

        api.heals(save);
        tick("2031").check();
        saved("2031");
        assertThat(item("2031")).not().containsText("La coche n’a pas été enregistrée");
    }

    @Test
    void whatAnotherWindowTickedIsKeptAndShown() {
        var other = new Agent(browser, agent.page().url()).opensThePage();
        other.lastAnswer().getByText("Vérifier point par point").click();
        other.page().getByLabel("Vérifié par moi, « 2031 »").check();
        saved("2031");

        agent.page().evaluate("dispatchEvent(new Event('focus'))");
        assertThat(tick("2031")).isChecked();
        tick("6,58 M€").check();
        saved("6,58 M€", "2031");
    }

    @Test
    void anotherAnswerClosesThePanelAndTheTicksAreThereOnTheWayBack() {
        tick("2031").check();
        saved("2031");
        agent.regenerates();
        api.nextAnswer().token("Rien de précis.").done();
        agent.waitsForTheEnd();
        assertThat(verification()).hasCount(0);
        assertThat(announcements()).containsText("La réponse affichée a changé");

        agent.walksBack(agent.lastAnswer());
        assertThat(toVerify()).containsText("1 sur 2 vérifié");
        opener().click();
        assertThat(tick("2031")).isChecked();
    }

    @Test
    void aConversationErasedMeanwhileSaysSo() {
        browser.expectsError("404");
        api.ends(conversation);
        tick("2031").click();
        assertThat(agent.heading("Cette conversation n’existe plus")).isVisible();
        assertThat(verification()).hasCount(0);
    }

    private ScriptedMessage answer() {
        return conversation.messages.get(1);
    }

    /** Waits until the server has just these ticks. */
    private void saved(String... words) {
        agent.page()
                .waitForCondition(() -> answer().findings.stream()
                        .filter(Finding::checked)
                        .map(Finding::text)
                        .toList()
                        .equals(List.of(words)));
    }
}
