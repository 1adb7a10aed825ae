package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A long conversation costs the page no more than a short one while an answer streams. */
class PageSizeTests extends ScriptedPage {

    private static final int EXCHANGES = 150;

    /** Counts the messages that change, other than the last two. */
    private static final String WATCH = """
            window.disturbed = new Set();
            const known = [...document.querySelectorAll('article')];
            new MutationObserver((records) => {
              for (const { target } of records) {
                const article = target.nodeType === 1 ? target.closest('article') : target.parentElement?.closest('article');
                if (known.includes(article)) disturbed.add(known.indexOf(article));
              }
            }).observe(document.body, {subtree: true, childList: true, characterData: true});
            """;

    @Test
    void threeHundredMessagesAreLeftAloneByTheNextOne() {
        var conversation = api.conversation("Longue");
        for (int i = 1; i <= EXCHANGES; i++) {
            conversation.with(
                    "Question " + i, "Réponse **" + i + "**\n\n1. un\n2. deux\n\n| a | b |\n|-|-|\n| 1 | 2 |");
        }
        agent.opensThePage().opens("Longue");
        assertThat(agent.answers()).hasCount(EXCHANGES);
        assertThat(agent.lastAnswerText()).containsText("Réponse 150");
        agent.page().evaluate(WATCH);

        agent.asks("Encore une ?");
        var answer = api.nextAnswer();
        for (int i = 0; i < 200; i++) {
            answer.token("mot" + i + " ");
        }
        answer.done();

        agent.waitsForTheEnd();
        assertThat(agent.lastAnswerText()).containsText("mot199");
        assertThat(agent.lastAnswer()).isInViewport();
        // The buttons of earlier messages are disabled during the answer, which is an attribute: their nodes stay.
        assertThat((List<?>) agent.page().evaluate("[...disturbed]")).isEmpty();
    }
}
