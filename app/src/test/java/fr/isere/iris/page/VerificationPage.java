package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import fr.isere.iris.page.ScriptedMessage.Evidence;
import fr.isere.iris.page.ScriptedMessage.Finding;

/** Base of the tests of verification: answers with something to verify, and the panel that lists it. */
abstract class VerificationPage extends DocumentsPage {

    /** Its first amount stands on page 37, its second is another there, and its date nowhere. */
    static final String COMPARED =
            "Le programme mobilise 14,2 M€ [p. 37]. L’État en verse **6,58 M€**. Les travaux finissent en 2031.";

    /** Without a document: all of it is to verify. */
    static final String PLAIN = "Les 24 agents, les 12 élus et les 300 habitants se réunissent le 12 mars 2026.";

    /** What the report says of {@link #COMPARED}. */
    static Finding[] compared(ScriptedConversation conversation) {
        var report = conversation.id + "-document-1";
        return new Finding[] {
            Finding.in(COMPARED, "amount", "14,2 M€")
                    .judged("supported", new Evidence(report, 37, 2, 34, 41, "14,2 M€")),
            Finding.in(COMPARED, "amount", "6,58 M€")
                    .judged("contradicted", new Evidence(report, 37, 5, 7, 14, "5,68 M€")),
            Finding.in(COMPARED, "date", "2031").judged("not_found", null)
        };
    }

    static Finding[] unsourced() {
        return new Finding[] {
            Finding.in(PLAIN, "figure", "24"),
            Finding.in(PLAIN, "figure", "12"),
            Finding.in(PLAIN, "figure", "300"),
            Finding.in(PLAIN, "date", "12 mars 2026")
        };
    }

    /** An answer that was compared with the report. */
    final void getsAComparedAnswer(ScriptedConversation conversation) {
        agent.asks("CANARI-7f3a : quel montant ?");
        api.nextAnswer().token(COMPARED).citing(citations(conversation)[0]).done(compared(conversation));
        agent.waitsForTheEnd();
        assertThat(toVerify()).isVisible();
    }

    /** An answer without a document. */
    final void getsAPlainAnswer() {
        getsAnAnswer(PLAIN, unsourced());
    }

    final void getsAnAnswer(String text, Finding... findings) {
        agent.asks("CANARI-7f3a : combien ?");
        api.nextAnswer().token(text).done(findings);
        agent.waitsForTheEnd();
        assertThat(toVerify()).isVisible();
    }

    /** What stands under the last answer. */
    final Locator toVerify() {
        return agent.lastAnswer().locator(".reminder");
    }

    final Locator opener() {
        return toVerify().getByText("Vérifier point par point");
    }

    /** The panel of what is to verify. */
    final Locator verification() {
        return agent.page().locator(".verify-panel");
    }

    /** One thing to verify, by its words. */
    final Locator item(String words) {
        return verification()
                .locator(".verify-item")
                .filter(new Locator.FilterOptions().setHas(agent.page().locator(".verify-words", has(words))));
    }

    final Locator tick(String words) {
        return item(words).getByRole(AriaRole.CHECKBOX);
    }

    /** The sign after these words in the last answer. */
    final Locator sign(String name) {
        return agent.lastAnswerText().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static com.microsoft.playwright.Page.LocatorOptions has(String words) {
        return new com.microsoft.playwright.Page.LocatorOptions().setHasText(words);
    }
}
