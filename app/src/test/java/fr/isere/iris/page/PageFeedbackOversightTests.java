package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.isere.iris.page.ScriptedMessage.Problem;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What référents see of opinions: counts, and what was attached for them. */
class PageFeedbackOversightTests extends OversightPage {

    private static final String NAME = "Avis sur les réponses";

    PageFeedbackOversightTests() {
        super(NAME, "/#/avis");
    }

    @BeforeEach
    void signInAsReferent() {
        api.answers("GET /api/me", "me-referent.json");
        api.answers("GET /api/feedback/summary", "feedback-summary.json");
        api.answers("GET /api/feedback/attached", "feedback-attached.json");
        agent.opensThePage();
    }

    @Test
    void menuLeadsReferentsThereAndNobodyElse() {
        assertThatTheMenuLeadsThereButNotAgents();
    }

    @Test
    void countsAreToldByMonthInFrenchAndWhatIsHiddenIsSaid() {
        open();
        assertThat(months()).hasCount(13);
        Locator newest = months().first();
        assertThat(newest.getByRole(AriaRole.HEADING)).hasText("novembre 2026");
        Locator chat = newest.getByRole(AriaRole.ROW, named("Demande sans document"));
        assertThat(chat).containsText("Mistral Small 3.2 24B");
        assertThat(chat).containsText("148");
        assertThat(chat).containsText("10");
        assertThat(chat).containsText("Faux ou inventé (7), Incomplet (4)");
        assertThat(newest.getByRole(AriaRole.ROW, named("Comparaison de deux versions")))
                .containsText("moins de 5 avis « pas utile »");
        assertThat(newest.getByRole(AriaRole.ROW, named("future-task"))).containsText("future-reason (6)");
        assertThat(newest).containsText("moins de 5 personnes en ont donné");

        Locator before = months().nth(1);
        assertThat(before.locator("table")).isHidden();
        before.locator("summary").press("Enter");
        assertThat(before.locator("table")).isVisible();
    }

    @Test
    void attachedContentsAreReadWhenAskedForAndShownAsTheyWereWritten() {
        open();
        assertThat(items()).hasCount(0);
        agent.button("Lire les contenus joints").press("Enter");
        assertThat(items()).hasCount(3);
        assertThat(items().first()).isFocused();
        assertThat(agent.page().getByRole(AriaRole.LOG)).containsText("3 contenus joints affichés.");
        assertThat(items().first()).containsText("Pas utile : Faux ou inventé");
        items().first().locator("summary").click();
        assertThat(items().first()).containsText("**douze** places");
        assertThat(items().locator("img")).hasCount(0);
        assertThat(items().nth(1).locator("details")).hasCount(0);

        api.answers("GET /api/feedback/attached", "feedback-attached-last.json");
        Request asked = agent.page()
                .waitForRequest(
                        one -> one.url().contains("/api/feedback/attached"),
                        () -> agent.button("Charger la suite").press("Enter"));
        Assertions.assertThat(asked.url()).endsWith("cursor=attached-03-000000000000");
        assertThat(items()).hasCount(4);
        assertThat(items().last()).isFocused();
        assertThat(agent.page().getByText("Fin des contenus joints.")).isVisible();
    }

    @Test
    void referentsEraseWhatShouldNotHaveBeenAttached() {
        String erasing = "DELETE /api/feedback/attached/attached-03-000000000000";
        browser.expectsError("503");
        api.answers(erasing, 503, Problem.of("storage-away", 503, "IRIS ne peut rien effacer.", true));
        open();
        agent.button("Lire les contenus joints").click();
        Locator last = items().nth(2).getByRole(AriaRole.BUTTON);
        assertThat(last).hasAccessibleName("Effacer : Question sur des documents, 20 novembre 2026");
        last.press("Enter");
        Locator dialog = agent.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("L’effacement est inscrit au journal d’audit.");
        dialog.getByText("Annuler").click();
        assertThat(items()).hasCount(3);

        last.click();
        dialog.getByText("Effacer le contenu").click();
        assertThat(alert()).containsText("IRIS ne peut rien effacer.");
        assertThat(items()).hasCount(3);
        api.answers(erasing, 204, null);
        agent.button("Réessayer").click();
        assertThat(items()).hasCount(2);
        assertThat(agent.heading("Contenus joints")).isFocused();
        assertThat(agent.page().getByRole(AriaRole.LOG)).containsText("Contenu effacé.");

        // What was read last is gone: the next page is asked for after what stands before it.
        Request request = agent.page()
                .waitForRequest(
                        "**/attached?cursor=*",
                        () -> agent.button("Charger la suite").click());
        Assertions.assertThat(request.url()).endsWith("attached-02-000000000000");
    }

    @Test
    void nothingIsToldAndSoIsWhatFails() {
        api.answers("GET /api/feedback/summary", "feedback-empty.json")
                .answers("GET /api/feedback/attached", "feedback-attached-empty.json");
        open();
        assertThat(agent.page().getByText("Aucun avis pour l’instant.")).isVisible();
        agent.button("Lire les contenus joints").click();
        assertThat(agent.page().locator("attached-contents .feedback-empty")).isVisible();
        browser.expectsError("503");
        fails();
        agent.reloads();
        assertThat(alert()).containsText("Le stockage ne répond pas.");
        api.answers("GET /api/feedback/summary", "feedback-summary.json");
        agent.button("Réessayer").click();
        assertThat(agent.heading(NAME)).isFocused();
        assertThat(months()).hasCount(13);
        agent.button("Lire les contenus joints").click();
        assertThat(alert()).containsText("Le stockage ne répond pas.");
        api.answers("GET /api/feedback/attached", "feedback-attached.json");
        agent.button("Réessayer").click();
        assertThat(items()).hasCount(3);
    }

    @Test
    void refusalOfTheServerIsShownWithoutARetry() {
        api.answers("GET /api/feedback/summary", 403, FORBIDDEN);
        assertThatTheRefusalIsShownWithoutARetry();
    }

    @ParameterizedTest
    @CsvSource({"1440, 900, LIGHT", "1440, 900, DARK", "820, 1180, LIGHT", "320, 700, LIGHT", "320, 700, DARK"})
    void everyStateIsAccessible(int width, int height, ColorScheme colours) {
        looksThrough(width, height, colours);
        open();
        check("opinions on answers");
        agent.button("Lire les contenus joints").click();
        assertThat(items()).hasCount(3);
        items().nth(2).locator("summary").click();
        check("contents attached to opinions");
        api.answers("GET /api/feedback/summary", "feedback-empty.json");
        agent.reloads();
        assertThat(agent.page().getByText("Aucun avis pour l’instant.")).isVisible();
        check("no opinions on answers");
        browser.expectsError("503");
        fails();
        agent.reloads();
        assertThat(alert()).isVisible();
        check("opinions on answers that cannot be read");
    }

    private void fails() {
        Problem away = Problem.of("storage-away", 503, "Le stockage ne répond pas.", true);
        api.answers("GET /api/feedback/summary", 503, away).answers("GET /api/feedback/attached", 503, away);
    }

    private void open() {
        goesThere();
        assertThat(agent.heading(NAME)).isVisible();
        assertThat(agent.page().locator(".feedback.column")).hasAttribute("aria-busy", "false");
    }

    private Locator months() {
        return agent.page().locator(".feedback-month");
    }

    private Locator items() {
        return agent.page().locator("attached-list li");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
