package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.isere.iris.page.ScriptedDocument.Block;
import fr.isere.iris.page.ScriptedMessage.Citation;
import fr.isere.iris.page.ScriptedMessage.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Base of the tests of documents: a report that was read, and what can be done with it on the page. */
abstract class DocumentsPage extends ScriptedPage {

    static final String REPORT = "Rapport PAPI Isère amont.pdf";

    /** Its sentence is supported on page 37, and not on page 14. */
    static final String ANSWER = "Le programme mobilise 14,2 M€ [p. 37]. Les travaux finissent en 2031 [p. 14].";

    /** A conversation with the report, in which nothing was asked yet. */
    final ScriptedConversation conversationWithTheReport() {
        var conversation = api.conversation("PAPI");
        report(conversation);
        return conversation;
    }

    /** The report: 212 pages of 215, one of them with a table. */
    final ScriptedDocument report(ScriptedConversation conversation) {
        return api.documents()
                .in(conversation, REPORT)
                .isReady(215, 14, 15, 201)
                .page(
                        37,
                        "text",
                        Block.heading(2, "Plan de financement"),
                        Block.of("paragraph", "Texte courant. ".repeat(200)),
                        Block.of("paragraph", "Le montant du programme s’élève à 14,2 M€ hors taxes."),
                        Block.of("list_item", "- une part de l’État ;"),
                        Block.row("Financeur", "Montant"),
                        Block.row("État", "5,68 M€"),
                        Block.of("footnote", "1. En euros constants."))
                .page(14, "unreadable")
                .page(38, "recognised", Block.of("paragraph", "Page lue par la machine."));
    }

    /** The marks of {@link #ANSWER}: the amount in the paragraph and in the table, and a page that says nothing. */
    static Citation[] citations(ScriptedConversation conversation) {
        var report = conversation.id + "-document-1";
        int first = ANSWER.indexOf("[p. 37]");
        int second = ANSWER.indexOf("[p. 14]");
        return new Citation[] {
            new Citation(first, first + 7, report, 37, List.of(new Span(2, 34, 41), new Span(5, 7, 14))),
            new Citation(second, second + 7, report, 14, List.of())
        };
    }

    /** Gives files to the page's own picker. */
    final void picks(String... names) {
        var files = List.of(names).stream()
                .map(it -> new FilePayload(it, "application/pdf", "CANARI-7f3a".getBytes(StandardCharsets.UTF_8)))
                .toArray(FilePayload[]::new);
        agent.page().locator("document-intake input").setInputFiles(files);
    }

    final Locator row(String name) {
        return agent.page().locator(".document").filter(new Locator.FilterOptions().setHasText(name));
    }

    final Locator citation(int page) {
        return agent.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Voir la page " + page + " de"));
    }

    final Locator announcements() {
        return agent.page().getByRole(AriaRole.LOG);
    }

    /** The page of the document that is open. */
    final Locator panel() {
        return agent.page().locator(".page-panel");
    }

    /** Asks about the report, and gets an answer that cites it. */
    final void asksAboutTheReport(ScriptedConversation conversation) {
        agent.asks("CANARI-7f3a : quel montant ?");
        api.nextAnswer().token(ANSWER).doneCiting(citations(conversation));
        agent.waitsForTheEnd();
        assertThat(citation(37)).isVisible();
    }
}
