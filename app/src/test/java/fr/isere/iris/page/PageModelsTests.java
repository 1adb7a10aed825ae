package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.isere.iris.page.ScriptedMessage.Problem;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models as exploitants deploy them, and as référents see them. */
class PageModelsTests extends OversightPage {

    private static final String RELEASES = "/api/ops/releases";
    private static final Problem CHANGED = Problem.of(
            "release-changed", 409, "Quelqu’un d’autre vient d’agir. Rien n’a été fait de votre ordre.", true);

    PageModelsTests() {
        super("Modèles", "/#/modeles");
    }

    @BeforeEach
    void exploitant() {
        api.answers("GET /api/me", "me-exploitant.json");
        api.answers("GET " + RELEASES, "releases.json");
        api.answers("GET " + RELEASES + "/events", 200, Map.of());
        api.answers("GET /api/ops/backends", "backends.json");
    }

    @Test
    void theMenuLeadsThereOnlyThoseWhoAnswerForIt() {
        assertThatTheMenuLeadsThereButNotAgents();
    }

    @Test
    void stateSizeAndDigestOfEachReleaseAreToldInWords() {
        open();
        assertThat(row("Lucie 7B")).containsText("Import en cours");
        assertThat(row("Lucie 7B")).containsText("Téléchargement : 2,7 Go sur 4,4 Go");
        assertThat(row("Qwen 4B")).containsText("Sous les seuils");
        assertThat(row("Ministral 8B")).containsText("Essai sur 10 %");
        assertThat(row("Ministral 8B").getByRole(AriaRole.BUTTON, named("Changer la part")))
                .isVisible();
        assertThat(row("Ministral 8B")).containsText("5,2 Go");
        assertThat(row("Ministral 8B")).containsText("03de…b7f0");
        assertThat(row("Mistral Small 3.2 24B")).containsText("Actif");
        assertThat(agent.page().locator("tr.remark").last()).containsText("L’empreinte du fichier gemma.gguf");
        assertThat(backend("ollama-1:11434")).containsText("En service");
        assertThat(backend("ollama-1:11434")).containsText("3 sur 4");
        assertThat(backend("ollama-2:11434")).containsText("redémarrez Ollama");
        assertThat(agent.page().locator("main")).containsText("2 demandes en attente.");
    }

    @Test
    void aModelIsProposedThenImportedFromAFileByKeyboard() {
        api.answers("POST " + RELEASES, 201, release("proposed"));
        api.answers("POST " + RELEASES + "/r-gemma/import", 202, release("importing"));
        open();
        agent.button("Proposer un modèle").press("Enter");
        Locator dialog = agent.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog)
                .containsText("Gemma 12B Q4_K_M · fenêtre de 32 768 jetons · Gemma · 8,1 Go · 12 Go de mémoire");
        Assertions.assertThat(order(
                        RELEASES,
                        () -> dialog.getByRole(AriaRole.BUTTON, named("Proposer"))
                                .press("Enter")))
                .isEqualTo(Map.of("revision", 42, "model", "gemma-12b"));
        assertThat(agent.page().getByRole(AriaRole.LOG)).containsText("Gemma 12B : Proposé.");

        row("Gemma 12B").getByRole(AriaRole.BUTTON, named("Importer")).press("Enter");
        assertThat(dialog).containsText("sans accès au réseau");
        Assertions.assertThat(order(
                        RELEASES + "/r-gemma/import",
                        () -> dialog.getByRole(AriaRole.BUTTON, named("Importer"))
                                .press("Enter")))
                .isEqualTo(Map.of("revision", 42, "from", "file", "file", "gemma-12b-q4.gguf"));
    }

    @Test
    void whatAnswersIsGivenAgainToTheEnginesThatLackIt() {
        api.answers("POST " + RELEASES + "/r-small/import", 202, release("active"));
        open();
        assertThat(agent.page().locator("tr.remark").first()).containsText("Les consignes ont changé");
        row("Mistral Small 3.2 24B")
                .getByRole(AriaRole.BUTTON, named("Importer de nouveau"))
                .click();
        Locator dialog = agent.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("sinon il est refusé");
        dialog.getByRole(AriaRole.RADIO).last().check();
        Assertions.assertThat(order(
                        RELEASES + "/r-small/import",
                        () -> dialog.getByRole(AriaRole.BUTTON, named("Importer"))
                                .click()))
                .isEqualTo(Map.of("revision", 42, "from", "registry"));
    }

    @Test
    void activatingSaysWhatChangesBeforeItDoes() {
        api.answers("POST " + RELEASES + "/r-ministral/activate", 200, release("active"));
        open();
        row("Ministral 8B").getByRole(AriaRole.BUTTON, named("Activer")).click();
        Locator dialog = agent.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Les nouvelles réponses viendront de Ministral 8B à la place de Mistral Small");
        Assertions.assertThat(order(
                        RELEASES + "/r-ministral/activate",
                        () -> dialog.getByRole(AriaRole.BUTTON, named("Activer"))
                                .click()))
                .isEqualTo(Map.of("revision", 42));
    }

    @Test
    void aTrialIsStoppedByItsOwnName() {
        api.answers("POST " + RELEASES + "/r-ministral/cancel", 202, release("ready"));
        open();
        assertThat(row("Mistral Nemo 12B")).containsText("Ne plus déclarer prêt");
        Assertions.assertThat(order(
                        RELEASES + "/r-ministral/cancel",
                        () -> row("Ministral 8B")
                                .getByRole(AriaRole.BUTTON, named("Arrêter l’essai"))
                                .press("Enter")))
                .isEqualTo(Map.of("revision", 42));
    }

    @Test
    void rollingBackNamesTheModelThatComesBack() {
        api.answers("POST " + RELEASES + "/rollback", 200, release("active"));
        open();
        agent.button("Revenir à Mistral Nemo 12B").click();
        Locator dialog = agent.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("de nouveau de Mistral Nemo 12B à la place de Mistral Small 3.2 24B");
        Assertions.assertThat(order(
                        RELEASES + "/rollback",
                        () -> dialog.getByRole(AriaRole.BUTTON, named("Revenir"))
                                .click()))
                .isEqualTo(Map.of("revision", 42));
    }

    @Test
    void anOrderThatCameTooLateIsToldAndTheTableIsReadAgain() {
        browser.expectsError("409");
        api.answers("POST " + RELEASES + "/r-qwen/evaluate", 409, CHANGED);
        open();
        row("Qwen 4B").getByRole(AriaRole.BUTTON, named("Évaluer")).click();
        assertThat(alert()).containsText("Quelqu’un d’autre vient d’agir.");
        assertThat(row("Qwen 4B")).isVisible();
        agent.button("Réessayer").click();
        assertThat(alert()).hasCount(0);
    }

    @Test
    void anEvaluationIsReadBesideThatOfTheActiveModel() {
        api.answers("GET " + RELEASES + "/r-qwen/evaluation", "release-report.json");
        open();
        row("Qwen 4B").getByRole(AriaRole.BUTTON, named("Sous les seuils")).press("Enter");
        Locator dialog = agent.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Un seuil au moins n’est pas atteint");
        assertThat(dialog).containsText("60 % d’épreuves réussies, seuil 80 %.");
        assertThat(dialog).containsText("Mistral Small 3.2 24B : 90 %.");
        assertThat(dialog).containsText("De 0,084 à 1,1 Wh pour mille jetons écrits.");
        assertThat(dialog).containsText("Mistral Small 3.2 24B : de 0,11 à 1,9 Wh.");
        dialog.locator("summary").last().press("Enter");
        assertThat(dialog).containsText("La réponse désigne une personne.");
        agent.page().keyboard().press("Escape");
        assertThat(dialog).isHidden();
    }

    @Test
    void anEngineIsTakenOutOfServiceAndTheFactIsAnnounced() {
        api.answers("POST /api/ops/backends/ollama-1:11434/drain", 200, Map.of());
        open();
        backend("ollama-1:11434")
                .getByRole(AriaRole.BUTTON, named("Mettre en retrait"))
                .press("Enter");
        assertThat(agent.page().getByRole(AriaRole.LOG)).containsText("ollama-1:11434 est en retrait");
    }

    @Test
    void referentsReadAndOrderNothing() {
        api.answers("GET /api/me", "me-referent.json");
        open();
        assertThat(row("Ministral 8B")).containsText("Essai sur 10 %");
        assertThat(agent.button("Proposer un modèle")).hasCount(0);
        assertThat(agent.page().locator("main").getByRole(AriaRole.BUTTON, named("Activer")))
                .hasCount(0);
    }

    @Test
    void refusalIsShownWithoutARetry() {
        api.answers("GET " + RELEASES, 403, FORBIDDEN);
        api.answers("GET " + RELEASES + "/events", 403, FORBIDDEN);
        api.answers("GET /api/ops/backends", 403, FORBIDDEN);
        assertThatTheRefusalIsShownWithoutARetry();
    }

    @ParameterizedTest
    @CsvSource({"1440, 900, LIGHT", "1440, 900, DARK", "820, 1180, LIGHT", "320, 700, LIGHT", "320, 700, DARK"})
    void everyStateIsAccessible(int width, int height, ColorScheme colours) {
        looksThrough(width, height, colours);
        api.answers("GET " + RELEASES + "/r-qwen/evaluation", "release-report.json");
        open();
        check("models");
        row("Ministral 8B").getByRole(AriaRole.BUTTON, named("Activer")).scrollIntoViewIfNeeded();
        row("Gemma 12B").getByRole(AriaRole.BUTTON, named("Importer")).click();
        check("models import");
        agent.page().keyboard().press("Escape");
        row("Qwen 4B").getByRole(AriaRole.BUTTON, named("Sous les seuils")).click();
        check("models report");
    }

    private void open() {
        goesThere();
        assertThat(agent.page().locator("table.releases")).isVisible();
        assertThat(agent.page().locator(".backends")).isVisible();
    }

    private Locator row(String name) {
        return agent.page()
                .locator("table.releases tr[data-release]")
                .filter(new Locator.FilterOptions()
                        .setHas(agent.page().locator("th").filter(new Locator.FilterOptions().setHasText(name))));
    }

    private Locator backend(String name) {
        return agent.page().locator(".backend").filter(new Locator.FilterOptions().setHasText(name));
    }

    private Map<?, ?> order(String path, Runnable act) {
        Request sent = agent.page()
                .waitForRequest(one -> one.method().equals("POST") && one.url().endsWith(path), act);
        return ScriptedAnswer.JSON.readValue(sent.postData(), Map.class);
    }

    private static Map<String, Object> release(String state) {
        return Map.of("id", "r-gemma", "displayName", "Gemma 12B", "state", state);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
