package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.isere.iris.page.ScriptedMessage.Problem;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The purge proof as exploitants and référents read it. */
class PagePurgeProofTests extends OversightPage {

    private static final String PROOF = "GET /api/ops/purge";
    private static final String CHECK = "POST /api/ops/purge/checks";
    private static final Problem AWAY =
            Problem.of("storage-unavailable", 503, "Le stockage temporaire ne répond pas", true);
    private static final Problem NEVER =
            Problem.of("purge-not-checked", 503, "Le premier contrôle est en cours.", true);

    PagePurgeProofTests() {
        super("Preuve d’effacement", "/#/preuve-effacement");
    }

    @BeforeEach
    void exploitant() {
        api.answers("GET /api/me", "me-exploitant.json");
        proof(new ScriptedProof());
    }

    @Test
    void theMenuLeadsThereOnlyThoseWhoAnswerForIt() {
        assertThatTheMenuLeadsThereButNotAgents();
    }

    @Test
    void figuresAreToldInWords() {
        open();
        assertThat(main()).containsText("Contrôlé il y a 12 min");
        assertThat(main()).containsText("en 1,4 s");
        assertThat(tile("sans échéance")).containsText("0");
        assertThat(tile("plus ancienne conversation")).containsText("23 h 58 min");
        assertThat(tile("prochaine échéance")).containsText("dans 4 min");
        assertThat(tile("clés de chiffrement actives")).containsText("169");
        assertThat(agent.page().locator(".verdict")).containsText("Tout a une échéance");
        assertThat(row("Titre, messages")).containsText("1 240");
        assertThat(row("Conversations effacées")).containsText("57");
        assertThat(row("novelty")).containsText("Nature que cette page ne connaît pas.");
        assertThat(row("Total")).containsText("2 201");
        assertThat(pair("Détruites en 400 jours")).containsText("2 012");
        assertThat(pair("Dernière destruction")).containsText("il y a 23 min");
        assertThat(pair("Prochaine destruction")).containsText("dans 37 min");
        assertThat(pair("Écart")).containsText("21 ms, IRIS en retard");
        assertThat(agent.page().locator(".purge-remark")).hasCount(0);
    }

    @Test
    void whatIsWrongIsToldWithWhatToDo() {
        proof(ScriptedProof.ofTrouble());
        open();
        assertThat(agent.page().locator(".verdict.alarm")).containsText("3 enregistrements sans échéance");
        assertThat(agent.page().locator(".verdict.alarm")).containsText("Prévenez l’exploitant");
        assertThat(tile("sans échéance")).containsText("3");
        assertThat(remark("Ce contrôle est ancien")).isVisible();
        assertThat(remark("1 enregistrement de ce Redis ne vient pas d’IRIS")).isVisible();
        assertThat(remark("2 conversations dépassaient")).isVisible();
        assertThat(remark("Les horloges ne concordent pas")).isVisible();
        assertThat(remark("a du retard")).isVisible();
        assertThat(pair("État")).containsText("En désaccord");
        assertThat(pair("Écart")).containsText("14 min, IRIS en avance");
    }

    @Test
    void anEmptyStoreIsNoAlarm() {
        proof(ScriptedProof.ofNothing());
        open();
        assertThat(agent.page().locator(".verdict.fine")).containsText("Rien n’est enregistré en ce moment.");
        assertThat(tile("plus ancienne conversation")).containsText("aucune");
        assertThat(pair("Dernière destruction")).containsText("Aucune");
    }

    @Test
    void aCheckIsAskedForByKeyboardAndItsResultIsAnnounced() {
        open();
        api.answers(
                CHECK,
                200,
                new ScriptedProof().with("at", now()).with("withoutEnd", 1).json());
        var hold = api.holds(CHECK);
        agent.button("Contrôler maintenant").press("Enter");
        hold.awaitCall();
        var button = agent.button("Contrôle en cours…");
        assertThat(button).isFocused();
        assertThat(button).hasAttribute("aria-disabled", "true");
        button.press("Enter");
        hold.release();

        assertThat(agent.page().locator(".verdict")).containsText("1 enregistrement sans échéance");
        assertThat(main()).containsText("Contrôlé à l’instant");
        assertThat(agent.button("Contrôler maintenant")).isFocused();
        assertThat(agent.page().getByRole(AriaRole.LOG))
                .containsText("Contrôle terminé. 1 enregistrement sans échéance");
    }

    @Test
    void aFailedCheckKeepsTheFiguresBefore() {
        open();
        browser.expectsError("500");
        api.answers(CHECK, 500, Problem.of("unexpected", 500, "Une erreur est survenue.", true));
        agent.button("Contrôler maintenant").click();
        assertThat(alert()).containsText("Une erreur est survenue.");
        assertThat(main()).containsText("Chiffres du dernier contrôle connu :");
        assertThat(tile("plus ancienne conversation")).containsText("23 h 58 min");

        agent.button("Réessayer").click();
        assertThat(alert()).hasCount(0);
        assertThat(agent.heading("Preuve d’effacement")).isFocused();
    }

    @Test
    void theFirstProofIsWaitedFor() {
        browser.expectsError("503");
        agent.page().clock().install();
        api.answers(PROOF, 503, NEVER);
        open();
        assertThat(main()).containsText("Le premier contrôle est en cours.");
        proof(new ScriptedProof());
        agent.page().clock().fastForward(11_000);
        assertThat(agent.page().locator(".verdict")).containsText("Tout a une échéance");
        assertThat(main()).not().containsText("Le premier contrôle est en cours.");
    }

    @Test
    void aProofThatComesWhileThePageIsOpenIsShown() {
        agent.page().clock().install();
        open();
        assertThat(main()).containsText("Contrôlé il y a 12 min");
        proof(new ScriptedProof().with("withoutEnd", 2));
        agent.page().clock().fastForward(61_000);
        assertThat(agent.page().locator(".verdict")).containsText("2 enregistrements sans échéance");
    }

    @Test
    void whenTheStoreComesBackThePageAsksAgain() {
        browser.expectsError("503");
        api.answers(PROOF, 503, AWAY).answers("GET /api/conversations", 503, AWAY);
        goesThere();
        assertThat(agent.page().getByText("Les conversations sont momentanément inaccessibles."))
                .isVisible();
        proof(new ScriptedProof());
        api.heals("GET /api/conversations");
        agent.button("Réessayer maintenant").click();
        assertThat(agent.page().locator(".verdict")).containsText("Tout a une échéance");
    }

    @Test
    void refusalIsShownWithoutARetry() {
        api.answers(PROOF, 403, FORBIDDEN);
        assertThatTheRefusalIsShownWithoutARetry();
        assertThat(agent.button("Contrôler maintenant")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"1440, 900, LIGHT", "1440, 900, DARK", "820, 1180, LIGHT", "320, 700, LIGHT", "320, 700, DARK"})
    void everyStateIsAccessible(int width, int height, ColorScheme colours) {
        looksThrough(width, height, colours);
        open();
        assertThat(agent.page().locator(".verdict")).isVisible();
        check("proof");
        proof(ScriptedProof.ofTrouble());
        agent.reloads();
        assertThat(agent.page().locator(".verdict.alarm")).isVisible();
        check("proof of trouble");
        browser.expectsError("503");
        api.answers(PROOF, 503, NEVER);
        agent.reloads();
        assertThat(main()).containsText("Le premier contrôle est en cours.");
        check("proof never made");
    }

    private void proof(ScriptedProof proof) {
        api.answers(PROOF, 200, proof.json());
    }

    private void open() {
        goesThere();
        assertThat(agent.heading("Preuve d’effacement")).isVisible();
    }

    private static String now() {
        return Instant.now().toString();
    }

    private Locator main() {
        return agent.page().locator("main");
    }

    private Locator tile(String name) {
        return agent.page().locator(".tile").filter(new Locator.FilterOptions().setHasText(name));
    }

    private Locator pair(String name) {
        return agent.page().locator(".pairs > div").filter(new Locator.FilterOptions().setHasText(name));
    }

    private Locator row(String name) {
        return agent.page().locator(".purge-table tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    private Locator remark(String text) {
        return agent.page().locator(".purge-remark").filter(new Locator.FilterOptions().setHasText(text));
    }
}
