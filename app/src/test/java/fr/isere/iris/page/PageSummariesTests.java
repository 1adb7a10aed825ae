package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.isere.iris.page.ScriptedMessage.Consulted;
import fr.isere.iris.page.ScriptedMessage.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A summary from its choice to its last sentence. */
class PageSummariesTests extends DocumentsPage {

    private static final String COPIED =
            "Phrases recopiées du document, sans génération : rien d’inventé, mais rien " + "de reformulé.";

    @Test
    void formatLengthAndMethodAreChosen() {
        conversationWithTheReport();
        agent.opensThePage().opens("PAPI");
        agent.button("Résumer « " + REPORT + " »").click();
        assertThat(agent.page().getByLabel("Comparer deux versions")).hasCount(0);
        agent.page().getByLabel("Points clés").check();
        agent.page()
                .getByLabel("Courte", new Page.GetByLabelOptions().setExact(true))
                .check();
        agent.page().getByLabel("Extraits, sans génération").check();
        agent.button("Lancer le résumé").click();

        var answer = api.nextAnswer();
        assertThat(agent.lastQuestion()).containsText("Points clés, longueur courte, extraits sans génération");
        answer.token("« Le montant s’élève à 14,2 M€. » [p. 37]").done();
        agent.waitsForTheEnd();
        assertThat(agent.lastAnswer()).containsText("Extraits du document");
        assertThat(agent.lastAnswer()).containsText(COPIED);
        assertThat(agent.lastAnswer()).not().containsText("Réponse générée");
        assertThat(answer.request())
                .isEqualTo(Map.of(
                        "format", "key-points", "length", "short", "method", "extractive", "documentIds", List.of()));

        agent.reloads();
        assertThat(agent.lastAnswer()).containsText(COPIED);
        assertThat(agent.lastQuestion().getByText("Modifier")).hasCount(0);
    }

    @Test
    void pagesAndTimeLeftAreToldAndASummaryThatFailedIsResumed() {
        conversationWithTheReport();
        agent.opensThePage().opens("PAPI");
        summarises();
        var answer = api.nextAnswer().progress(45, 212, 170);
        assertThat(agent.lastAnswer()).containsText("Lecture pour le résumé : 45 sur 212 pages, encore 3 min environ");
        answer.progress(46, 212, 168).progress(110, 212, 80);
        assertThat(agent.lastAnswer()).containsText("110 sur 212 pages, encore 1 min");
        assertThat(announcements()).containsText("110 sur 212 pages");
        assertThat(announcements()).not().containsText("46 sur 212");
        answer.fails(Problem.of("model-down", 503, "Le modèle s’est arrêté.", true));
        assertThat(agent.lastAnswer()).containsText("réessayer reprend où le résumé s’est arrêté");

        agent.button("Réessayer").click();
        var resumed = api.nextAnswer();
        assertThat(agent.questions()).hasCount(1);
        resumed.token(ANSWER).done();
        agent.waitsForTheEnd();
        assertThat(agent.lastAnswerText()).hasText(ANSWER);
    }

    @Test
    void aStoppedSummaryIsResumedToo() {
        conversationWithTheReport();
        agent.opensThePage().opens("PAPI");
        summarises();
        api.nextAnswer().progress(45, 212, 170);
        assertThat(agent.lastAnswer()).containsText("45 sur 212");
        agent.stops();
        assertThat(agent.lastAnswer()).containsText("Les pages déjà lues sont gardées.");
        agent.button("Reprendre le résumé").click();
        api.nextAnswer().token(ANSWER).done();
        agent.waitsForTheEnd();
        assertThat(agent.questions()).hasCount(1);
        assertThat(agent.lastAnswerText()).hasText(ANSWER);
    }

    @Test
    void pagesAreSaidToBeReadOnceAllOfThemAre() {
        conversationThatIsSummarisedFromTheReport();
        agent.opensThePage().opens("PAPI");
        summarises();
        var answer = api.nextAnswer().progress(3, 212, 170);
        assertThat(agent.lastAnswer()).containsText("3 sur 212 pages");
        assertThat(agent.lastAnswer()).containsText("La demande porte sur « " + REPORT + " », 215 pages.");
        assertThat(agent.lastAnswer()).not().containsText("lues");
        answer.token(ANSWER).done();
        agent.waitsForTheEnd();
        assertThat(agent.lastAnswer()).containsText("À partir de : « " + REPORT + " », 212 pages lues sur 215.");
    }

    @Test
    void whatWasStoppedDoesNotSayWhatItWouldHaveReadAndItsCopySaysThatItIsIncomplete() {
        browser.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        conversationThatIsSummarisedFromTheReport();
        agent.opensThePage().opens("PAPI");
        summarises();
        api.nextAnswer().token("Le syndicat porte");
        assertThat(agent.lastAnswerText()).hasText("Le syndicat porte");
        agent.stops();
        assertThat(agent.lastAnswer()).containsText("Les pages déjà lues sont gardées.");
        assertThat(agent.lastAnswer()).containsText("La demande porte sur « " + REPORT + " », 215 pages.");
        assertThat(agent.lastAnswer()).not().containsText("212 pages lues");

        copies(false);
        assertThat(copied()).isEqualTo("Résumé incomplet : arrêté avant la fin.\n\nLe syndicat porte");
        copies(true);
        await().untilAsserted(() ->
                assertThat(copied()).startsWith("Résumé incomplet : ").endsWith("À relire et à valider avant usage."));
        assertThat((String) agent.page()
                        .evaluate("async () => {"
                                + " const [item] = await navigator.clipboard.read();"
                                + " return (await item.getType('text/html')).text(); }"))
                .contains("arrêté avant la fin.</p>");
    }

    @Test
    void copiesOfAnswersThatWereCutOrFailedSaySoAndWholeOnesDoNot() {
        browser.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        api.conversation("PAPI");
        agent.opensThePage().opens("PAPI").asks("Quel montant ?");
        api.nextAnswer().token("Le programme").cut();
        agent.waitsForTheEnd();
        copies(false);
        assertThat(copied()).isEqualTo("Réponse incomplète : coupée à la longueur maximale.\n\nLe programme");

        agent.asks("Et ensuite ?");
        api.nextAnswer().token("Les travaux").fails(Problem.of("model-down", 503, "Le modèle s’est arrêté.", true));
        assertThat(agent.lastAnswer()).containsText("Le modèle s’est arrêté.");
        copies(false);
        assertThat(copied()).isEqualTo("Réponse incomplète : interrompue par une erreur.\n\nLes travaux");

        agent.asks("Et la fin ?");
        api.nextAnswer().token("En 2031.").done();
        agent.waitsForTheEnd();
        copies(false);
        assertThat(copied()).isEqualTo("En 2031.");
    }

    @Test
    void aSummaryThatWasCutIsNotSaidToHaveBeenStopped() {
        conversationWithTheReport();
        agent.opensThePage().opens("PAPI");
        summarises();
        api.nextAnswer().token("Le syndicat porte").cut();
        agent.waitsForTheEnd();
        assertThat(agent.lastAnswer()).containsText("Résumé coupé : il a atteint la longueur maximale");
        assertThat(agent.lastAnswer()).not().containsText("arrêté");
        assertThat(agent.button("Reprendre le résumé")).hasCount(0);
    }

    @Test
    void withoutAModelExtractsComeFirst() {
        api.answers("GET /api/models", "models-down.json");
        conversationWithTheReport();
        agent.opensThePage().opens("PAPI");
        agent.button("Résumer « " + REPORT + " »").click();
        assertThat(agent.page().getByLabel("Extraits, sans génération")).isChecked();
        assertThat(agent.page().locator(".summary")).containsText("Le modèle est indisponible");
        agent.page().getByLabel("Résumé en français facile").check();
        assertThat(agent.page().getByLabel("Extraits, sans génération")).hasCount(0);
        assertThat(agent.page().locator(".summary")).containsText("il attend le retour du modèle");
    }

    @Test
    void extractsComeFirstOfAShortDocumentToo() {
        var conversation = conversationWithTheReport();
        api.documents().in(conversation, "Avis.pdf").isReady(5);
        agent.opensThePage().opens("PAPI");
        agent.button("Résumer « Avis.pdf »").click();
        assertThat(agent.page().getByLabel("Extraits, sans génération")).isChecked();
        assertThat(agent.page().locator(".summary")).containsText("Ce document est court");
    }

    @Test
    void twoVersionsAreComparedInTheirOrder() {
        var conversation = conversationWithTheReport();
        api.documents().in(conversation, "Version 2.pdf").isReady(12);
        agent.opensThePage().opens("PAPI");
        agent.button("Résumer ou comparer plusieurs documents").click();
        agent.page().getByLabel("Comparer deux versions").check();
        agent.page()
                .getByLabel("Longue", new Page.GetByLabelOptions().setExact(true))
                .check();
        agent.page().getByLabel("Ancienne version").selectOption("Version 2.pdf");
        assertThat(agent.page().locator(".summary")).containsText("Choisissez deux documents différents.");
        agent.page().getByLabel("Nouvelle version").selectOption(REPORT);
        agent.button("Lancer la comparaison").click();

        var request = api.nextAnswer().request();
        assertThat(request.get("format")).isEqualTo("comparison");
        assertThat(request.get("length")).isEqualTo("long");
        assertThat(request.get("documentIds")).isEqualTo(List.of(conversation.id + "-document-1"));
        assertThat(agent.lastQuestion()).containsText("« Version 2.pdf », puis « " + REPORT + " »");
    }

    @Test
    void whatIsAskedIsWordedAsIrisKeepsIt() throws IOException {
        agent.opensThePage();
        JsonMapper json = new JsonMapper();
        String rows = new ClassPathResource("summaries/words.json").getContentAsString(StandardCharsets.UTF_8);
        for (JsonNode row : json.readTree(rows)) {
            Object words = agent.page()
                    .evaluate(
                            "async row => { const { request, names } = JSON.parse(row);"
                                    + " return (await import('/js/shared/texts.js')).texts.summaries.words(request, names); }",
                            json.writeValueAsString(Map.of("request", row, "names", row.get("names"))));
            assertThat(words).isEqualTo(row.get("words").asString());
        }
    }

    @Test
    void theWholeWayIsGoneByKeyboard() {
        var conversation = conversationWithTheReport();
        agent.opensThePage().opens("PAPI");
        assertThat(row(REPORT)).isVisible();
        Keyboard keyboard = agent.page().keyboard();
        tabTo(agent.button("Résumer « " + REPORT + " »"));
        keyboard.press("Enter");
        tabTo(agent.page().getByLabel("Note de synthèse"));
        keyboard.press("ArrowDown");
        assertThat(agent.page().getByLabel("Points clés")).isChecked();
        keyboard.press("Enter");

        api.nextAnswer().token(ANSWER).doneCiting(citations(conversation));
        agent.waitsForTheEnd();
        tabTo(citation(37));
        keyboard.press("Enter");
        assertThat(panel().locator("mark")).hasCount(2);
        tabTo(agent.button("Page suivante"));
        keyboard.press("Enter");
        assertThat(panel()).containsText("Page 38 sur 215");
        keyboard.press("Escape");
        assertThat(citation(37)).isFocused();
    }

    private void conversationThatIsSummarisedFromTheReport() {
        var conversation = conversationWithTheReport();
        List<Integer> pages = IntStream.rangeClosed(1, 215)
                .filter(page -> page != 14 && page != 15 && page != 201)
                .boxed()
                .toList();
        conversation.consulted = List.of(new Consulted(conversation.id + "-document-1", pages, 215));
    }

    private void copies(boolean withMention) {
        var mention = agent.lastAnswer().getByLabel("avec la mention");
        mention.setChecked(withMention);
        agent.lastAnswer().getByText("Copier").click();
        assertThat(agent.lastAnswer()).containsText("Copié.");
    }

    private String copied() {
        return (String) agent.page().evaluate("navigator.clipboard.readText()");
    }

    private void summarises() {
        agent.button("Résumer « " + REPORT + " »").click();
        agent.button("Lancer le résumé").click();
    }

    /** At most as many times as there are places to go. */
    private void tabTo(Locator target) {
        for (int i = 0; i < 60; i++) {
            if ((boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            agent.page().keyboard().press("Tab");
        }
        assertThat(target).isFocused();
    }
}
