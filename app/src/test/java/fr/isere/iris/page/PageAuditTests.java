package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.isere.iris.page.ScriptedMessage.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit trail as a référent sees it. */
class PageAuditTests extends OversightPage {

    private static final String CAMILLE = "0123456789abcdef0123456789abcdef";

    PageAuditTests() {
        super("Journal d’audit", "/#/journal");
    }

    @BeforeEach
    void signInAsReferent() {
        api.answers("GET /api/me", "me-referent.json");
        api.answers("GET /api/audit", "audit.json");
        api.answers("GET /api/audit/integrity", "audit-integrity.json");
        agent.opensThePage();
    }

    @Test
    void menuLeadsReferentsThereAndNobodyElse() {
        assertThatTheMenuLeadsThereButNotAgents();
    }

    @Test
    void codesAreToldInFrenchAndUnknownOnesAsTheyAre() {
        open();
        assertThat(row("Conversation effacée")).containsText("01234567…");
        assertThat(row("Accès refusé")).containsText("motif : profil insuffisant");
        assertThat(row("Connexion échouée")).containsText("Personne non connectée");
        assertThat(row("Connexion échouée")).containsText("répétitions : 14");
        assertThat(row("Durées de conservation en vigueur")).containsText("sans activité : 24 h");
        assertThat(row("Durées de conservation en vigueur")).containsText("élu au plus : 72 h");
        assertThat(row("agent, référent IA")).containsText("Connexion");
        assertThat(row("future-thing")).containsText("novelty : r-42");
    }

    @Test
    void filtersAreAskedOfTheServer() {
        open();
        agent.page().getByLabel("Du", exact()).fill("2026-03-01");
        agent.page().getByLabel("Au", exact()).fill("2026-03-02");
        agent.page().getByLabel("Personne (pseudonyme)").fill("Personne non connectée");
        agent.page().getByLabel("Action").selectOption("sign-in-failed");
        api.answers("GET /api/audit", "audit-last.json");
        String asked = asking(() -> agent.button("Filtrer").click());
        assertThat(asked).contains("who=nobody", "what=sign-in-failed");
        assertThat(asked).containsPattern("from=2026-0[23]-\\d\\dT").containsPattern("to=2026-03-0[23]T");
        assertThat(agent.page().getByText("Fin du journal")).isVisible();
        assertThat(asking(() -> agent.button("Tout afficher").click())).doesNotContain("who", "what", "from", "to=");
        assertThat(agent.page().getByLabel("Du", exact())).hasValue("");
    }

    @Test
    void personOfALineIsFollowedByOneClick() {
        open();
        Locator person = row("Conversation effacée").getByRole(AriaRole.BUTTON);
        assertThat(asking(person::click)).contains("who=" + CAMILLE);
        assertThat(agent.page().getByLabel("Personne (pseudonyme)")).hasValue(CAMILLE);
        assertThat(agent.heading("Journal d’audit")).isFocused();
    }

    @Test
    void listGoesOnWhereItEndedByKeyboardAndTheFocusIsNotLost() {
        open();
        assertThat(rows()).hasCount(9);
        agent.button("Charger la suite").focus();
        api.answers("GET /api/audit", "audit-last.json");
        Keyboard keyboard = agent.page().keyboard();
        assertThat(asking(() -> keyboard.press("Enter"))).contains("cursor=2026-03-02_1772434800000_");
        assertThat(rows()).hasCount(10);
        assertThat(agent.page().getByText("Fin du journal")).isFocused();
        assertThat(agent.page().getByRole(AriaRole.LOG)).containsText("10 lignes affichées.");
    }

    @Test
    void breakOfTheChainIsToldWithItsPlace() {
        api.answers("GET /api/audit/integrity", "audit-integrity-broken.json");
        open();
        Locator state = chain();
        assertThat(state).containsText("Rupture à la ligne 12 du fichier audit-2026-02-27");
        assertThat(state).containsText("n’est pas celle qui a été écrite");
        assertThat(state).containsText("3 faits n’ont pas pu être inscrits");
        api.answers("GET /api/audit/integrity", "audit-integrity.json");
        agent.button("Vérifier de nouveau").click();
        assertThat(state).containsText("Chaîne intacte");
    }

    @Test
    void nothingFoundIsToldAndSoIsWhatFails() {
        api.answers("GET /api/audit", "audit-empty.json");
        open();
        assertThat(agent.page().locator(".audit-empty")).hasText("Le journal est vide pour l’instant.");
        agent.page().getByLabel("Action").selectOption("refused");
        agent.button("Filtrer").click();
        assertThat(agent.page().locator(".audit-empty")).hasText("Rien ne correspond à ces filtres.");
        browser.expectsError("503");
        fails();
        agent.button("Filtrer").click();
        assertThat(alert()).containsText("Le dossier du journal ne répond pas.");
        api.answers("GET /api/audit", "audit.json");
        agent.button("Réessayer").click();
        assertThat(rows()).hasCount(9);
    }

    @Test
    void refusalOfTheServerIsShownWithoutARetry() {
        api.answers("GET /api/audit", 403, FORBIDDEN).answers("GET /api/audit/integrity", 403, FORBIDDEN);
        assertThatTheRefusalIsShownWithoutARetry();
    }

    @ParameterizedTest
    @CsvSource({"1440, 900, LIGHT", "1440, 900, DARK", "820, 1180, LIGHT", "320, 700, LIGHT", "320, 700, DARK"})
    void everyStateIsAccessible(int width, int height, ColorScheme colours) {
        looksThrough(width, height, colours);
        open();
        check("the audit trail");
        api.answers("GET /api/audit", "audit-empty.json")
                .answers("GET /api/audit/integrity", "audit-integrity-broken.json");
        agent.reloads();
        assertThat(agent.page().locator(".audit-empty")).hasText("Le journal est vide pour l’instant.");
        assertThat(chain()).containsText("Rupture");
        check("an empty audit trail whose chain is broken");
        browser.expectsError("503");
        fails();
        agent.reloads();
        assertThat(alert()).isVisible();
        check("an audit trail that cannot be read");
    }

    private void fails() {
        Problem away = Problem.of("audit-unreadable", 503, "Le dossier du journal ne répond pas.", true);
        api.answers("GET /api/audit", 503, away).answers("GET /api/audit/integrity", 503, away);
    }

    private void open() {
        goesThere();
        assertThat(agent.heading("Journal d’audit")).isVisible();
        assertThat(agent.page().locator(".audit-entries")).hasAttribute("aria-busy", "false");
    }

    private Locator chain() {
        return agent.page().locator("chain-state").getByRole(AriaRole.STATUS);
    }

    private Locator rows() {
        return agent.page().locator("tbody tr");
    }

    private Locator row(String text) {
        return rows().filter(new Locator.FilterOptions().setHasText(text));
    }

    private String asking(Runnable act) {
        Request request = agent.page().waitForRequest(one -> one.url().contains("/api/audit?"), act);
        return request.url();
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
