package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import fr.isere.iris.page.ScriptedMessage.Finding;
import fr.isere.iris.page.ScriptedMessage.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state of verification, at the sizes and in the colours that people use. */
class PageVerificationAccessibilityTests extends VerificationPage {

    private static final String LONG = "anticonstitutionnellement".repeat(12);

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
        browser.expectsError("503");
        looksThrough(width, height, colours);
        var conversation = conversationWithTheReport();
        report(conversation);
        agent.page().navigate(api.url() + "/#/c/" + conversation.id);
        assertThat(row(REPORT).first()).isVisible();
        compared("verification", conversation);
        unsaved(conversation);
        withoutASource();
        lengthy();
        contrasted(conversation);
    }

    private void compared(String screen, ScriptedConversation conversation) {
        getsAComparedAnswer(conversation);
        check(screen + ", an answer that was compared");
        opener().click();
        assertThat(agent.heading("À vérifier")).isFocused();
        verification().getByText("Afficher").click();
        check(screen + ", what the documents say");
        item("6,58 M€").locator(".citation").click();
        assertThat(panel().locator("mark")).hasText("5,68 M€");
        check(screen + ", the page that contradicts");
        agent.page().keyboard().press("Escape");
        tick("2031").check();
        check(screen + ", a tick");
    }

    private void unsaved(ScriptedConversation conversation) {
        var save = "PUT /api/conversations/" + conversation.id + "/messages/" + conversation.messages.get(1).id
                + "/checks";
        api.answers(save, 503, Problem.of("storage-unavailable", 503, "Le stockage ne répond pas.", true));
        tick("6,58 M€").click();
        assertThat(item("6,58 M€")).containsText("La coche n’a pas été enregistrée");
        check("verification, a tick that could not be saved");
        agent.page().keyboard().press("Escape");
    }

    private void withoutASource() {
        getsAPlainAnswer();
        check("verification, an answer without a source");
        opener().click();
        assertThat(agent.heading("À vérifier")).isFocused();
        check("verification, searches to do by hand");
        agent.page().keyboard().press("Escape");
    }

    private void lengthy() {
        var text = "Selon « " + LONG + " », il faut 24 agents.\n\n| a |\n| --- |\n" + "| 1 |\n".repeat(30);
        int start = text.indexOf("| a");
        getsAnAnswer(
                text,
                Finding.in(text, "quotation", "« " + LONG + " »").judged("not_found", null),
                Finding.in(text, "figure", "24"),
                new Finding("text", "not_analysed", text.substring(start), start, text.length(), null, false));
        opener().click();
        assertThat(agent.heading("À vérifier")).isFocused();
        check("verification, long words and a stretch that was not analysed");
        agent.page().keyboard().press("Escape");
    }

    private void contrasted(ScriptedConversation conversation) {
        agent.page().evaluate("document.documentElement.dataset.contrast = 'more'");
        compared("verification contrasted", conversation);
    }
}
