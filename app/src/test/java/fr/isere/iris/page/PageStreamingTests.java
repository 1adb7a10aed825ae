package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page makes of an answer's events, however the line cuts or drops them. */
class PageStreamingTests extends ScriptedPage {

    private static final String TEXT = "Où ? À l’Isère « 12 € » — 🏔️ naïve ﷽.";

    @BeforeEach
    void open() {
        agent.opensThePage();
    }

    @Test
    void tokensShowAsTheyCome() {
        agent.asks("CANARI-7f3a : présente le Département.");
        var answer = api.nextAnswer();

        answer.token("Le Département");
        assertThat(agent.lastAnswerText()).hasText("Le Département");
        answer.token(" de l’Isère");
        assertThat(agent.lastAnswerText()).hasText("Le Département de l’Isère");
        answer.done();

        agent.waitsForTheEnd();
        assertThat(agent.lastAnswer()).containsText(ScriptedApi.REMINDER);
        assertThat(agent.lastQuestion()).containsText("CANARI-7f3a : présente le Département.");
    }

    @Test
    void everyByteMayComeAlone() {
        agent.asks("Bonjour");
        var answer = api.nextAnswer().byteByByte();
        TEXT.codePoints().forEach(point -> answer.token(Character.toString(point)));
        answer.done();

        agent.waitsForTheEnd();
        assertThat(agent.lastAnswerText()).hasText(TEXT);
    }

    @Test
    void aDroppedLineResumesBehindTheLastEventSeen() {
        browser.expectsError("net::ERR");
        agent.asks("Compte jusqu’à six.");
        var answer = api.nextAnswer();

        for (var number : new String[] {"un ", "deux ", "trois ", "quatre ", "cinq ", "six"}) {
            answer.token(number);
            assertThat(agent.lastAnswerText()).containsText(number.strip());
            answer.drops();
        }
        assertThat(agent.lastAnswer()).not().containsText("Liaison interrompue");
        answer.done();

        agent.waitsForTheEnd();
        assertThat(agent.lastAnswerText()).hasText("un deux trois quatre cinq six");
        assertThat(answer.resumedFrom()).isSorted().startsWith(2).endsWith(7);
    }
}
