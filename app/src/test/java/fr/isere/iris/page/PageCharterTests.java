package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The charter from one version to another, its questions, and its proof, as people read them. */
class PageCharterTests extends ScriptedPage {

    private static final String BEFORE = "Vérifiez les chiffres que vous réutilisez.";

    @Test
    void aNewVersionShowsWhatWasAcceptedBesideWhatIsInForce() {
        newVersions();
        agent.opensThePage();
        assertThat(agent.page().getByText("La charte a changé")).isVisible();
        assertThat(agent.page().locator(".changes li")).hasCount(2);
        Locator fourth = agent.page().locator(".rule").nth(3);
        assertThat(fourth).containsText("Avant\u00a0: " + BEFORE);
        assertThat(fourth).containsText("Maintenant\u00a0:");
        assertThat(agent.page().locator(".rule").nth(4)).containsText("Nouvelle règle");
        assertThat(agent.page().locator(".rule").nth(0)).not().containsText("Avant\u00a0:");

        api.answers("GET /api/me", "me.json").answers("GET /api/charter", "charter.json");
        agent.acceptsTheCharter();
        assertThat(agent.composer()).isVisible();
    }

    @Test
    void theQuestionsExplainAndAreToldToNobody() {
        selfCheck();
        agent.opensThePage();
        agent.link("Charte et aide").click();
        agent.link("Faire le point en cinq questions").click();
        assertThat(agent.heading("La charte en cinq questions")).isFocused();
        assertThat(agent.page()).hasTitle("La charte en cinq questions · IRIS");
        assertThat(questions()).hasCount(5);

        List<String> sent = new ArrayList<>();
        agent.page().onRequest(request -> sent.add(request.method() + " " + request.url()));
        Locator first = questions().first();
        first.locator(".choice").nth(0).click();
        assertThat(first).not().containsText("La charte dit autre chose");
        explain(first).click();
        assertThat(first).containsText("La charte dit autre chose\u00a0: De préparer une grille");
        assertThat(first).containsText("Voir la règle 3 de la charte.");

        first.locator(".choice").nth(1).click();
        assertThat(first.locator(".explanation")).hasCount(0);
        agent.page().keyboard().press("Tab");
        assertThat(explain(first)).isFocused();
        agent.page().keyboard().press("Enter");
        assertThat(first).containsText("C’est bien ce que dit la charte.");
        explain(questions().nth(1)).click();
        assertThat(questions().nth(1)).containsText("Ce que dit la charte");
        assertThat(sent).isEmpty();

        agent.link("Retour à la charte").click();
        agent.link("Faire le point en cinq questions").click();
        assertThat(agent.page().locator(".explanation")).hasCount(0);
        assertThat(agent.page().locator(".self-check input:checked")).hasCount(0);
    }

    @Test
    void referentsReadHowManyAcceptedAndNoSmallNumber() {
        proof();
        agent.page().navigate(api.url() + "#/journal");
        Locator rows = agent.page().locator(".charter-proof tbody tr");
        assertThat(rows).hasCount(2);
        assertThat(rows.first()).containsText("2026-03 en vigueur");
        assertThat(rows.first()).containsText("moins de 5");
        assertThat(rows.first()).containsText("non communiqué");
        assertThat(rows.nth(1)).containsText("1\u202f204");
        assertThat(rows.nth(1)).containsText("27 février 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "1440, 900, LIGHT",
        "1440, 900, DARK",
        "820, 1180, LIGHT",
        "820, 1180, DARK",
        "320, 700, LIGHT",
        "320, 700, DARK"
    })
    void everyScreenIsReadable(int width, int height, ColorScheme colours) {
        looksThrough(width, height, colours);
        newVersions();
        agent.opensThePage();
        assertThat(agent.button("J’ai lu et j’accepte")).isVisible();
        check("a charter that has changed");

        api.answers("GET /api/me", "me.json").answers("GET /api/charter", "charter.json");
        selfCheck();
        agent.acceptsTheCharter();
        agent.page().navigate(api.url() + "#/charte/questions");
        explain(questions().first()).click();
        check("the questions on the charter");

        proof();
        agent.page().navigate(api.url() + "#/journal");
        agent.reloads();
        assertThat(agent.page().locator(".charter-proof")).isVisible();
        check("the proof of acceptances");
    }

    private Locator questions() {
        return agent.page().locator("fieldset.self-check");
    }

    private static Locator explain(Locator question) {
        return question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Voir l’explication"));
    }

    /** Two versions after the one that was accepted. */
    private void newVersions() {
        api.answers("GET /api/me", "me-first-time.json");
        Map<String, Object> charter = read("page/api/charter.json");
        charter.put("version", "2026-03");
        charter.put("accepted", Map.of("version", "2025-06", "date", "2025-07-01T08:00:00Z"));
        charter.put(
                "changes",
                List.of(
                        Map.of("version", "2026-03", "date", "2026-03-01", "summary", "La règle 5 est nouvelle."),
                        Map.of("version", "2026-01", "date", "2026-01-01", "summary", "La règle 4 est plus claire.")));
        charter.put("rewritten", json("""
            [{"number": 4, "before": "%s"}, {"number": 5, "before": null}]
            """.formatted(BEFORE), List.class));
        api.answers("GET /api/charter", 200, charter);
    }

    private void selfCheck() {
        api.answers("GET /api/charter/self-check", 200, read("iris/charter/self-check.yaml"));
    }

    private void proof() {
        api.answers("GET /api/me", "me-referent.json")
                .answers("GET /api/audit", "audit.json")
                .answers("GET /api/audit/integrity", "audit-integrity.json")
                .answers("GET /api/charter/proof", 200, json("""
                    {"few": 5, "versions": [
                      {"version": "2026-03", "inForce": true, "accepted": null, "last": null},
                      {"version": "2025-06", "inForce": false, "accepted": 1204, "last": "2026-02-27"}]}
                    """, Map.class));
    }

    private static <T> T json(String text, Class<T> type) {
        return JsonMapper.shared().readValue(text, type);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(String file) {
        try (var content = new ClassPathResource(file).getInputStream()) {
            return file.endsWith(".yaml")
                    ? YAMLMapper.shared().readValue(content, Map.class)
                    : JsonMapper.shared().readValue(content, Map.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
