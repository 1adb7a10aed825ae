package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import fr.isere.iris.page.ScriptedMessage.Citation;
import fr.isere.iris.page.ScriptedMessage.Problem;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a sentence of an answer to the words of the page that support it, and back. */
class PageCitationsTests extends DocumentsPage {

    private static final String TITLE = "Page 37 sur 215 · " + REPORT;

    private ScriptedConversation conversation;

    @BeforeEach
    void open() {
        conversation = conversationWithTheReport();
        agent.opensThePage().opens("PAPI");
    }

    @Test
    void aCitationOpensItsPageAtTheWordsThatSupportIt() {
        asksAboutTheReport(conversation);
        assertThat(agent.lastAnswerText()).hasText(ANSWER);
        citation(37).click();

        assertThat(agent.heading(TITLE)).isFocused();
        assertThat(panel().locator("mark").first()).hasText("14,2 M€");
        assertThat(panel().locator("mark").first()).isInViewport();
        assertThat(panel().getByRole(AriaRole.CELL).locator("mark")).hasText("5,68 M€");
        assertThat(panel().getByRole(AriaRole.COLUMNHEADER)).hasCount(2);
        assertThat(panel().getByRole(AriaRole.HEADING, level(4))).hasText("Plan de financement");
        assertThat(panel().getByRole(AriaRole.LISTITEM)).containsText("une part de l’État");
        assertThat(panel().getByLabel("Notes de bas de page")).containsText("En euros constants");

        agent.page().keyboard().press("Escape");
        assertThat(panel()).hasCount(0);
        assertThat(citation(37)).isFocused();
    }

    @Test
    void ofAFormatWithoutPagesOfItsOwnItIsSaidWhoseNumbersTheseAre() {
        asksAboutTheReport(conversation);
        assertThat(row(REPORT)).not().containsText("Numéros de page donnés par IRIS");
        Objects.requireNonNull(api.documents().find(conversation.id + "-document-1")).kind = "docx";
        agent.reloads();

        assertThat(row(REPORT)).containsText("Numéros de page donnés par IRIS");
        citation(37).click();

        assertThat(panel()).containsText("ce format n’en garde pas");
        assertThat(panel().locator("mark").first()).isInViewport();
    }

    @Test
    void thePagesAroundAreReadAndTheCitedOneIsFoundAgain() {
        asksAboutTheReport(conversation);
        citation(37).press("Enter");
        assertThat(panel().locator("mark")).hasCount(2);
        agent.button("Page suivante").click();
        assertThat(panel()).containsText("Page 38 sur 215");
        assertThat(panel()).containsText("lecture optique");
        assertThat(panel().locator("mark")).hasCount(0);
        assertThat(agent.button("Page suivante")).isFocused();
        assertThat(announcements()).containsText("Page 38 sur 215");
        agent.button("Revenir à la page citée (37)").click();
        assertThat(panel().locator("mark")).hasCount(2);
        agent.button("Fermer").click();
        assertThat(citation(37)).isFocused();
    }

    @Test
    void whatThePageDoesNotSupportIsSaid() {
        asksAboutTheReport(conversation);
        assertThat(citation(14)).hasAccessibleName(Pattern.compile("phrase non retrouvée"));
        citation(14).click();
        assertThat(panel()).containsText("IRIS n’a pas retrouvé cette phrase dans la page.");
        assertThat(panel()).containsText("IRIS n’a pas pu lire cette page");
    }

    @Test
    void aMarkThatNamesSeveralPagesLeadsToEach() {
        var text = "Deux tranches [p. 3, 37-38].";
        int start = text.indexOf('[');
        var report = conversation.id + "-document-1";
        agent.asks("CANARI-7f3a : combien de tranches ?");
        api.nextAnswer()
                .token(text)
                .doneCiting(List.of(3, 37, 38).stream()
                        .map(page -> new Citation(start, text.length() - 1, report, page, List.of()))
                        .toArray(Citation[]::new));
        agent.waitsForTheEnd();
        assertThat(agent.lastAnswerText()).hasText(text);
        assertThat(agent.lastAnswerText().locator("button")).hasText(new String[] {"3", "37", "38"});
        citation(38).click();
        assertThat(panel()).containsText("Page lue par la machine.");
    }

    @Test
    void aPageThatHasTheNumberOfADocumentIsPressedWhereItStands() {
        var text = "Deux digues [doc. 2, p. 3 ; doc. 3, p. 3].";
        int start = text.indexOf('[');
        agent.asks("CANARI-7f3a : combien de digues ?");
        api.nextAnswer()
                .token(text)
                .doneCiting(List.of("2", "3").stream()
                        .map(document -> new Citation(
                                start, text.length() - 1, conversation.id + "-document-" + document, 3, List.of()))
                        .toArray(Citation[]::new));
        agent.waitsForTheEnd();
        assertThat(agent.lastAnswerText()).hasText(text);
        Locator buttons = agent.lastAnswerText().locator("button");
        assertThat(buttons).hasText(new String[] {"3", "3"});
        assertThat(buttons.last().evaluate("button => button.previousSibling.textContent"))
                .isEqualTo(" ; doc. 3, p. ");
    }

    @Test
    void thePageThatIsShownKeepsItsTitleUntilTheNextOneIsThere() {
        asksAboutTheReport(conversation);
        citation(37).click();
        assertThat(panel().locator("mark")).hasCount(2);
        var hold = api.holds("GET /api/documents/" + conversation.id + "-document-1/pages/38");
        agent.button("Page suivante").click();
        hold.awaitCall();
        assertThat(agent.button("Revenir à la page citée (37)")).isVisible();
        assertThat(panel()).containsText("Plan de financement");
        assertThat(agent.heading(TITLE)).isVisible();
        assertThat(panel().locator(".page-body")).hasAttribute("aria-busy", "true");
        hold.release();
        assertThat(panel()).containsText("Page 38 sur 215");
        assertThat(panel()).containsText("Page lue par la machine.");
        assertThat(panel().locator(".page-body")).hasAttribute("aria-busy", "false");
        assertThat(announcements()).containsText("Page 38 sur 215");
    }

    @Test
    void citationsAreThereAfterAReloadAndSayWhenTheirDocumentIsGone() {
        browser.expectsError("404");
        asksAboutTheReport(conversation);
        agent.reloads();
        assertThat(citation(37)).hasAccessibleName("[p. 37] Voir la page 37 de « " + REPORT + " »");
        agent.button("Effacer « " + REPORT + " »").click();
        agent.button("Effacer le document").click();
        assertThat(citation(37)).hasAccessibleName("[p. 37] Voir la page 37 de « document effacé »");
        citation(37).click();
        assertThat(panel()).containsText("Ce document n’existe pas ou a été effacé.");
    }

    @Test
    void aPageThatCannotBeReadNowIsAskedForAgain() {
        browser.expectsError("503");
        asksAboutTheReport(conversation);
        var call = "GET /api/documents/" + conversation.id + "-document-1/pages/37";
        api.answers(call, 503, Problem.of("storage-unavailable", 503, "Le stockage ne répond pas.", true));
        citation(37).click();
        assertThat(panel()).containsText("Le stockage ne répond pas.");
        api.heals(call);
        panel().getByText("Réessayer").click();
        assertThat(panel().locator("mark")).hasCount(2);
    }

    @Test
    void onATabletThePageIsASheetThatKeepsTheFocus() {
        agent.page().setViewportSize(820, 1180);
        asksAboutTheReport(conversation);
        citation(37).click();
        assertThat(agent.page().getByRole(AriaRole.DIALOG)).isVisible();
        assertThat(panel().locator("mark").first()).isInViewport();
        agent.page().keyboard().press("Escape");
        assertThat(panel()).hasCount(0);
        assertThat(citation(37)).isFocused();
    }

    @Test
    void theLineThatIsReadStaysWhereItIsWhenAPageOpensBesideIt() {
        agent.page().setViewportSize(1440, 900);
        asksAboutTheReport(conversation);
        double before = citation(37).boundingBox().y;
        citation(37).click();
        assertThat(panel().locator("mark")).hasCount(2);
        await().untilAsserted(() -> assertThat(citation(37).boundingBox().y).isCloseTo(before, within(30.0)));
    }

    @Test
    void aDocumentOpensAtItsFirstPage() {
        agent.button("Ouvrir « " + REPORT + " »").click();
        assertThat(panel()).containsText("Le texte de la page 1.");
        assertThat(agent.button("Page précédente")).hasAttribute("aria-disabled", "true");
        agent.page().keyboard().press("Escape");
        assertThat(agent.button("Ouvrir « " + REPORT + " »")).isFocused();
    }

    private static Locator.GetByRoleOptions level(int level) {
        return new Locator.GetByRoleOptions().setLevel(level);
    }
}
