package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import fr.isere.iris.page.ScriptedMessage.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what deserves checking in an answer to where it stands, and what somebody searches by hand. */
class PageVerificationTests extends VerificationPage {

    /** How many ranges each line under the words has. */
    private static final String LINES = """
            () => Object.fromEntries([...CSS.highlights].filter(([name, all]) => all.size).map(([name, all]) => [name, all.size]))""";

    private ScriptedConversation conversation;

    @BeforeEach
    void open() {
        conversation = conversationWithTheReport();
        agent.opensThePage();
    }

    @Test
    void countsWhatIsToVerifyWithoutASource() {
        getsAPlainAnswer();
        assertThat(toVerify()).containsText("3 chiffres et 1 date à vérifier");
        assertThat(toVerify()).containsText("0 sur 4 vérifié");
    }

    @Test
    void countsWhatTheDocumentsSay() {
        agent.opens("PAPI");
        getsAComparedAnswer(conversation);
        assertThat(toVerify()).containsText("1 appuyé, 1 introuvable et 1 contredit");
        assertThat(toVerify()).containsText("0 sur 2 vérifié");
    }

    @Test
    void aCountLeadsToOnePlaceAfterTheOther() {
        getsAPlainAnswer();
        toVerify().getByText("3 chiffres").click();
        assertThat(announcements()).containsText("À vérifier, chiffre 1 sur 3 : « 24 »");
        assertThat(agent.lastAnswerText().locator(".block.shown")).isFocused();
        toVerify().getByText("3 chiffres").click();
        assertThat(toVerify()).containsText("3 chiffres (2/3)");
    }

    @Test
    void nothingToVerifyOpensNothing() {
        agent.asks("CANARI-7f3a : bonjour");
        api.nextAnswer().token("Bonjour.").done();
        agent.waitsForTheEnd();
        assertThat(toVerify()).containsText("Aucun chiffre ni date repéré");
        assertThat(opener()).hasCount(0);
    }

    @Test
    void eachVerdictHasItsOwnLineAndSignAndTheTextStaysAsItWas() {
        agent.opens("PAPI");
        agent.asks("CANARI-7f3a : quel montant ?");
        var answer = api.nextAnswer().token(COMPARED);
        assertThat(agent.lastAnswerText()).containsText("2031.");
        assertThat(agent.lastAnswerText().locator(".verify-sign")).hasCount(0);
        answer.citing(citations(conversation)[0]).done(compared(conversation));
        agent.waitsForTheEnd();

        assertThat(sign("« 6,58 M€ » contredit par les documents")).isVisible();
        assertThat(sign("« 2031 » introuvable dans les documents")).isVisible();
        assertThat(agent.lastAnswerText().locator(".verify-sign")).hasCount(2);
        assertThat(agent.lastAnswerText()).hasText(COMPARED.replace("**", ""));
        assertThat(citation(37)).isVisible();
        assertThat((Map<?, ?>) agent.page().evaluate(LINES))
                .isEqualTo(Map.of("verify-supported", 1, "verify-contradicted", 1, "verify-not-found", 1));
    }

    @Test
    void withoutASourceTheMarksAreSaidToo() {
        getsAPlainAnswer();
        assertThat(agent.lastAnswerText().locator(".verify-label")).hasCount(4);
        assertThat(agent.lastAnswerText()).hasText(PLAIN);
        assertThat(agent.lastAnswerText().ariaSnapshot()).contains("24 [à vérifier]");
        assertThat((Map<?, ?>) agent.page().evaluate(LINES)).isEqualTo(Map.of("verify-no-source", 4));
    }

    @Test
    void thePanelListsByVerdictThenByKind() {
        agent.opens("PAPI");
        getsAComparedAnswer(conversation);
        opener().click();

        assertThat(agent.heading("À vérifier")).isFocused();
        assertThat(announcements()).containsText("1 contredit, 1 introuvable, 1 appuyé. 0 sur 2 vérifié.");
        assertThat(verification().locator("h3")).hasText(new String[] {
            "Contredits par les documents 1", "Introuvables dans les documents 1", "Appuyés par les documents 1"
        });
        assertThat(item("6,58 M€")).containsText("Contredit, p. 37");
        assertThat(item("6,58 M€")).containsText("Le document dit : « 5,68 M€ »");
        assertThat(item("2031")).containsText("Introuvable");
        assertThat(item("2031")).containsText("Les travaux finissent en 2031.");
        assertThat(item("14,2 M€")).hasCount(0);
        verification().getByText("Afficher").click();
        assertThat(item("14,2 M€")).containsText("Appuyé, p. 37");
        assertThat(tick("14,2 M€")).hasCount(0);

        agent.page().keyboard().press("Escape");
        assertThat(verification()).hasCount(0);
        assertThat(opener()).isFocused();
    }

    @Test
    void aPlaceOpensItsPageAtTheWordsAndSaysThatTheyDiffer() {
        agent.opens("PAPI");
        getsAComparedAnswer(conversation);
        opener().click();
        place("6,58 M€").press("Enter");

        assertThat(panel().locator("mark")).hasText("5,68 M€");
        assertThat(panel()).containsText("disent autre chose que la réponse");
        assertThat(verification()).isVisible();
        agent.page().keyboard().press("Escape");
        assertThat(panel()).hasCount(0);
        assertThat(place("6,58 M€")).isFocused();
        agent.page().keyboard().press("Escape");
        assertThat(verification()).hasCount(0);
    }

    @Test
    void aSignInTheAnswerOpensThePanelAtItsFinding() {
        agent.opens("PAPI");
        getsAComparedAnswer(conversation);
        sign("« 2031 » introuvable").press("Enter");
        assertThat(item("2031").locator(".verify-words")).isFocused();
        item("2031").locator(".verify-words").press("Enter");
        assertThat(agent.lastAnswerText().locator(".block.shown")).isFocused();
        verification().getByText("Fermer").click();
        assertThat(sign("« 2031 » introuvable")).isFocused();
    }

    @Test
    void aSearchIsPreparedAndNothingGoesOut() {
        browser.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        getsAPlainAnswer();
        opener().click();
        assertThat(verification()).containsText("IRIS ne cherche pas à votre place.");
        assertThat(verification().getByRole(AriaRole.LINK)).hasAttribute("href", "https://opendata.example.org");
        item("12 mars 2026").getByText("Copier la recherche").click();
        assertThat(item("12 mars 2026")).containsText("Retirez ce qui est interne ou personnel");
        assertThat(announcements()).containsText("Recherche copiée.");
        assertThat(agent.page().evaluate("navigator.clipboard.readText()")).isEqualTo(PLAIN);
    }

    @Test
    void aRefusedCopyIsSaid() {
        getsAPlainAnswer();
        opener().click();
        agent.page().evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }");
        item("300").getByText("Copier la recherche").click();
        assertThat(item("300")).containsText("La copie a été refusée par le navigateur.");
    }

    @Test
    void withoutAnAddressThereIsNoPortal() {
        api.answers(
                "GET /api/settings",
                200,
                Map.of(
                        "retention",
                        Map.of("idle", "PT24H", "max", "PT168H"),
                        "maxMessageLength",
                        100_000,
                        "openDataUrl",
                        ""));
        agent.reloads();
        getsAPlainAnswer();
        opener().click();
        assertThat(verification()).containsText("IRIS ne cherche pas à votre place.");
        assertThat(verification().getByRole(AriaRole.LINK)).hasCount(0);
    }

    @Test
    void whatWasNotAnalysedIsSaidWhereItBegins() {
        var table = "| a | b |\n| --- | --- |\n" + "| 1 | 2 |\n".repeat(40);
        var text = "Il y a 24 agents.\n\n" + table;
        int start = text.indexOf("| a");
        getsAnAnswer(
                text,
                Finding.in(text, "figure", "24"),
                new Finding("text", "not_analysed", text.substring(start), start, text.length(), null, false));
        assertThat(toVerify()).containsText("1 chiffre à vérifier, 1 passage non analysé");
        sign("Passage non analysé").click();
        assertThat(verification()).containsText("Non analysé : trop long ou trop embrouillé");
        assertThat(verification().locator(".not-analysed .verify-words")).isFocused();
    }

    @Test
    void aLongListComesInPortionsAndTheFocusGoesOn() {
        var text = "Lot %d : %d euros.\n\n";
        var all = new StringBuilder();
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < 150; i++) {
            int start = all.length();
            var words = (1000 + i) + " euros";
            all.append(text.formatted(i, 1000 + i));
            int at = all.indexOf(words, start);
            findings.add(new Finding("amount", "no_source", words, at, at + words.length(), null, false));
        }
        getsAnAnswer(all.toString(), findings.toArray(Finding[]::new));
        opener().click();
        assertThat(verification().locator(".verify-item")).hasCount(60);
        verification().getByText("Afficher les 60 suivants").click();
        assertThat(verification().locator(".verify-item")).hasCount(120);
        assertThat(item("1060 euros").locator(".verify-words")).isFocused();
    }

    @Test
    void wordsThatTheRenderingChangedAreListedAllTheSame() {
        var text = "Un montant de 14,2&nbsp;M€, et une citation :\n\n> « Le montant\n> est voté »";
        getsAnAnswer(
                text,
                Finding.in(text, "amount", "14,2&nbsp;M€").judged("not_found", null),
                Finding.in(text, "quotation", "« Le montant\n> est voté »").judged("not_found", null));
        opener().click();
        assertThat(verification().locator(".verify-item")).hasCount(2);
        item("14,2").locator(".verify-words").click();
        assertThat(agent.lastAnswerText().locator(".block.shown")).isFocused();
    }

    @Test
    void onATabletItIsASheetUnderThePage() {
        agent.opens("PAPI");
        agent.page().setViewportSize(820, 1180);
        getsAComparedAnswer(conversation);
        opener().click();
        assertThat(agent.page().getByRole(AriaRole.DIALOG)).isVisible();
        place("6,58 M€").click();
        assertThat(panel().locator("mark")).hasText("5,68 M€");
        agent.page().keyboard().press("Escape");
        assertThat(place("6,58 M€")).isFocused();
        item("2031").locator(".verify-words").click();
        assertThat(verification()).hasCount(0);
        assertThat(agent.lastAnswerText().locator(".block.shown")).isFocused();
    }

    @Test
    void onAPhoneItFillsTheScreen() {
        agent.page().setViewportSize(360, 740);
        getsAPlainAnswer();
        opener().click();
        var box = verification().boundingBox();
        assertThat(List.of(box.x, box.y, box.width, box.height)).isEqualTo(List.of(0.0, 0.0, 360.0, 740.0));
        agent.page().keyboard().press("Escape");
        assertThat(opener()).isFocused();
    }

    private Locator place(String words) {
        return item(words)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("Voir la page 37 de « " + REPORT)));
    }
}
