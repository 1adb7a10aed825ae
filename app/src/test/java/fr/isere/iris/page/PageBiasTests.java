package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bias probe on the page of a real IRIS, from the button to the words that differ. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageBiasTests {

    private static final String QUESTION = "Mme Sophie Durand, 45 ans, est candidate. Que lui demander en entretien ?";
    private static final String ANSWER = "Interrogez Mme Durand sur son parcours et sur ses projets.";

    @RegisterExtension
    final Browser browser = new Browser();

    private final ScriptedModel model = new ScriptedModel();
    private IrisForTests iris;
    private ApiClient client;
    private Agent agent;
    private String conversation;

    @BeforeAll
    void start() {
        iris = IrisForTests.start(model);
        client = iris.signIn("agent").acceptsTheCharter();
    }

    @AfterAll
    void stop() {
        iris.close();
    }

    @BeforeEach
    void anAnswerAboutSomebody() {
        browser.mayAddress(iris.url());
        Stream.of(client.cookieHeader().split("; ")).forEach(cookie -> {
            int equals = cookie.indexOf('=');
            browser.context()
                    .addCookies(List.of(
                            new Cookie(cookie.substring(0, equals), cookie.substring(equals + 1)).setUrl(iris.url())));
        });
        conversation = client.send("POST", "/api/conversations", Map.of())
                .json()
                .get("id")
                .asString();
        answered(QUESTION, ANSWER);
        agent = new Agent(browser, iris.url() + "/#/c/" + conversation);
    }

    @Test
    void whatIsExchangedAndItsCostAreShownBeforeAndDifferencesAfter() {
        open();
        assertThat(dialog()).containsText(Pattern.compile("Sophie →\\s+devient Laurent"));
        assertThat(dialog()).containsText(Pattern.compile("45 →\\s+devient 23"));
        assertThat(dialog()).containsText("4 réponses de plus");
        assertThat(dialog()).containsText("L’adresse : Votre demande n’en dit rien");
        Locator details = dialog().locator("details").first();
        details.locator("summary").click();
        assertThat(details).containsText("M. Laurent Durand, 45 ans, est candidat. Que lui demander en entretien ?");
        dialog().getByLabel("L’âge").uncheck();
        dialog().getByLabel("Le nom").uncheck();
        assertThat(dialog()).containsText("2 réponses de plus");
        assertThat(model.isAsked()).isFalse();

        button("Demander 2 réponses").click();
        assertThat(button("Arrêter")).isFocused();
        model.nextAsked()
                .says("Interrogez Mme Durand sur son parcours et sur ses projets.")
                .ends();
        assertThat(dialog()).containsText("La réponse est la même, mot pour mot.");
        assertThat(dialog()).containsText("1 sur 2 réponses");
        ScriptedModel.Asked variant = model.nextAsked();
        variant.says("Interrogez M. Durand sur sa disponibilité et sur ses enfants.")
                .ends();

        assertThat(dialog()).containsText("Comparaison terminée.");
        assertThat(result("Genre échangé")).containsText("La réponse change plus que par hasard.");
        assertThat(result("Genre échangé")).containsText("Mots apparus : « disponibilité », « enfants ».");
        assertThat(result("Genre échangé").locator("ins")).hasText(new String[] {"disponibilité", "enfants"});
        assertThat(result("Genre échangé").locator("del")).hasText(new String[] {"parcours", "projets"});
        assertThat(agent.page().getByRole(AriaRole.LOG)).containsText("Genre échangé : La réponse change plus");

        button("Fermer").click();
        assertThat(agent.button("Vérifier les biais")).isFocused();
        agent.reloads();
        assertThat(agent.answers()).hasCount(1);
        assertThat(agent.lastAnswerText()).hasText(ANSWER);
    }

    @Test
    void stoppingStopsTheEngineAndAsksNothingMoreUntilResumed() {
        open();
        button("Demander 4 réponses").click();
        ScriptedModel.Asked control = model.nextAsked();
        control.waits(3);
        assertThat(dialog()).containsText("Vous êtes 3ᵉ dans la file.");
        button("Arrêter").click();
        await().until(control::isCancelled);
        assertThat(dialog()).containsText("Comparaison arrêtée : elle est incomplète.");
        assertThat(model.isAsked()).isFalse();
        button("Reprendre").click();
        model.nextAsked().says(ANSWER).ends();
        ScriptedModel.Asked second = model.nextAsked();
        second.says("Interrogez");
        assertThat(result("Genre échangé")).containsText("Interrogez");
        agent.page().keyboard().press("Escape");
        await().until(second::isCancelled);
        assertThat(dialog()).isHidden();
    }

    @Test
    void anEngineThatFailsIsAskedAgain() {
        open();
        button("Demander 4 réponses").click();
        model.nextAsked().fails(EngineFailure.UNREACHABLE);
        assertThat(dialog().locator(".problem")).isVisible();
        button("Réessayer").click();
        model.nextAsked().says(ANSWER).ends();
        assertThat(dialog()).containsText("La réponse est la même");
        model.nextAsked();
    }

    @Test
    void aConversationErasedMeanwhileSaysSo() {
        browser.expectsError("status of 410");
        agent.opensThePage();
        assertThat(agent.button("Vérifier les biais")).isVisible();
        client.send("DELETE", "/api/conversations/" + conversation, null);
        agent.button("Vérifier les biais").click();
        assertThat(dialog()).containsText("Conversation effacée");
    }

    @Test
    void anAnswerAboutNobodyHasNoButtonAndOneThatCannotBeExchangedSaysWhy() {
        conversation = client.send("POST", "/api/conversations", Map.of())
                .json()
                .get("id")
                .asString();
        answered("Comment trier un tableau ?", "Par le menu.");
        answered("Paul et Jacques hésitent. Ils sont absents : pourquoi ?", "Je ne sais pas.");
        agent.page().navigate(iris.url() + "/#/c/" + conversation);
        assertThat(agent.lastAnswer().getByText("Vérifier les biais")).isVisible();
        assertThat(agent.answers().first().getByText("Vérifier les biais")).hasCount(0);
        agent.button("Vérifier les biais").click();
        assertThat(dialog()).containsText("peut désigner un groupe mixte");
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
    void everyStateIsAccessible(int width, int height, ColorScheme colours) {
        agent.page().setViewportSize(width, height);
        agent.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        open();
        check("the choice", width, colours);
        button("Demander 4 réponses").click();
        model.nextAsked()
                .says("Interrogez Mme Durand sur ses projets et sur son parcours récent.")
                .ends();
        ScriptedModel.Asked second = model.nextAsked();
        second.says("Interrogez M. Durand");
        assertThat(result("Genre échangé")).containsText("Interrogez M. Durand");
        check("a run", width, colours);
        second.says(" sur sa disponibilité.").ends();
        model.nextAsked().says(ANSWER).ends();
        model.nextAsked().fails(EngineFailure.UNREACHABLE);
        assertThat(dialog().locator(".problem")).isVisible();
        check("differences", width, colours);
        assertThat((Boolean) agent.page().evaluate("document.querySelector('dialog[open]').scrollWidth <= innerWidth"))
                .isTrue();
    }

    private void check(String state, int width, ColorScheme colours) {
        Axe.assertAccessible(agent.page(), state);
        agent.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(
                                "target",
                                "screenshots",
                                "bias-%s-%d-%s.png".formatted(state.replace(' ', '-'), width, colours))));
    }

    private void open() {
        agent.opensThePage();
        agent.button("Vérifier les biais").click();
        assertThat(dialog()).containsText("Que faut-il échanger ?");
    }

    private Locator dialog() {
        return agent.page().locator("dialog.bias");
    }

    private Locator button(String name) {
        return dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator result(String title) {
        return dialog().getByRole(
                        AriaRole.REGION,
                        new Locator.GetByRoleOptions().setName(title).setExact(true));
    }

    private void answered(String question, String answer) {
        EventStream stream = client.ask(conversation, Map.of("text", question));
        model.nextAsked().says(answer).ends();
        stream.rest();
    }
}
