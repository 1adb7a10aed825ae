package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page reads a conversation again now and then: what is said meanwhile is newer than what it reads. */
class PageRereadingTests extends ScriptedPage {

    private static final String READING = "GET /api/conversations/conversation-1";

    /** Beyond the conversation's end: the page looks whether it is gone. */
    private static final String DAY_AND_A_MOMENT = "24:00:05";

    @BeforeEach
    void open() {
        browser.expectsError("net::ERR");
        api.conversation("Digues").with("Les digues ?", "Elles protègent la vallée.");
        agent.opensThePage().opens("Digues");
        assertThat(agent.answers()).hasCount(1);
    }

    @Test
    void whatWasReadBeforeAMessageWentOutDoesNotUndoIt() {
        var hold = api.holds(READING);
        comesBackFromAnOutage();
        hold.awaitCall();

        agent.asks("Et la plaine ?");
        api.nextAnswer().token("Elle s’étend.").done();
        agent.waitsForTheEnd();
        agent.page().waitForResponse(response -> response.url().endsWith("/conversation-1"), hold::release);

        agent.asks("Et les cimes ?");
        api.nextAnswer().token("Elles s’élèvent.").done();
        agent.waitsForTheEnd();
        assertThat(agent.questions()).hasCount(3);
        assertThat(agent.answers().nth(1)).containsText("Elle s’étend.");
    }

    @Test
    void nothingIsReadAgainWhileAnAnswerIsWritten() {
        agent.page().clock().install();
        agent.reloads();
        assertThat(agent.answers()).hasCount(1);
        agent.asks("Et la plaine ?");
        var answer = api.nextAnswer().token("Elle ");
        assertThat(agent.lastAnswerText()).hasText("Elle");

        var hold = api.holds(READING);
        agent.page().clock().fastForward(DAY_AND_A_MOMENT);
        answer.token("s’étend.").done();

        agent.waitsForTheEnd();
        assertThat(agent.lastAnswerText()).hasText("Elle s’étend.");
        assertThat(hold.wasAsked()).isFalse();
    }

    @Test
    void nothingLeavesBeforeTheConversationItFollowsIsThere() {
        var hold = api.holds(READING);
        agent.reloads();
        hold.awaitCall();
        agent.composer().fill("Et la plaine ?");
        agent.composer().press("Enter");
        assertThat(agent.composer()).hasValue("Et la plaine ?");
        assertThat(agent.button("Envoyer")).isDisabled();
        hold.release();
        assertThat(agent.answers()).hasCount(1);

        agent.button("Envoyer").click();
        api.nextAnswer().token("Elle s’étend.").done();
        assertThat(agent.questions()).hasCount(2);
        agent.waitsForTheEnd();
        assertThat(agent.lastAnswerText()).hasText("Elle s’étend.");
    }

    private void comesBackFromAnOutage() {
        browser.context().setOffline(true);
        assertThat(agent.page().getByText("Connexion perdue.")).isVisible();
        browser.context().setOffline(false);
    }
}
