package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import fr.isere.iris.page.ScriptedMessage.Problem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state of documents, at the sizes and in the colours that people use. */
class PageDocumentsAccessibilityTests extends DocumentsPage {

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
        looksThrough(width, height, colours);
        comingIn();
        var conversation = conversationWithTheReport();
        inEveryState(conversation);
        aSummary(conversation);
    }

    private void comingIn() {
        agent.opensThePage();
        assertThat(agent.page().locator(".document-task")).isVisible();
        check("the empty page that takes documents");
        agent.button("Ajouter un document").click();
        assertThat(agent.button("Choisir des fichiers")).isVisible();
        check("what documents may be");
        agent.page().keyboard().press("Escape");
    }

    private void inEveryState(ScriptedConversation conversation) {
        api.documents().in(conversation, "Un nom long ".repeat(12) + ".docx").isRead(40, 215);
        api.documents().in(conversation, "annexe.odt");
        api.documents()
                .in(conversation, "protégé.pdf")
                .fails(Problem.of("document-encrypted", 422, "Ce document est protégé par un mot de passe.", false));
        api.documents().in(conversation, "scan.pdf").isReady(4).recognised = List.of(1, 2, 3, 4);
        agent.page().navigate(api.url() + "/#/c/" + conversation.id);
        agent.reloads();
        assertThat(row("scan.pdf")).isVisible();
        check("documents in every state");
        agent.button("Résumer ou comparer plusieurs documents").click();
        check("the choice of a summary");
        agent.page().getByLabel("Comparer deux versions").check();
        check("the choice of a comparison");
        agent.page().keyboard().press("Escape");
    }

    private void aSummary(ScriptedConversation conversation) {
        agent.button("Résumer « " + REPORT + " »").click();
        agent.button("Lancer le résumé").click();
        var answer = api.nextAnswer().progress(45, 212, 170);
        assertThat(agent.lastAnswer()).containsText("45 sur 212");
        check("a summary that reads");
        answer.token(ANSWER).doneCiting(citations(conversation));
        agent.waitsForTheEnd();
        check("a summary that cites its pages");
        citation(37).click();
        assertThat(panel().locator("mark")).hasCount(2);
        check("a page beside its citation");
        agent.page().keyboard().press("Escape");
        citation(14).click();
        assertThat(panel()).containsText("IRIS n’a pas retrouvé cette phrase");
        check("a page that does not support its citation");
    }
}
