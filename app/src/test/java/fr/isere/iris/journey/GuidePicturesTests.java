package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import fr.isere.iris.page.Agent;
import fr.isere.iris.page.Browser;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The pictures of the agents' guide: the application as it is, with a model that says something sensible.
 *
 * <p>{@code -Diris.screenshots=true} writes them into the guide, else they stay in {@code target/screenshots}.
 */
@Tag("chromium")
class GuidePicturesTests {

    private static final Path FOLDER = Boolean.getBoolean("iris.screenshots")
            ? Path.of("..", "docs", "guides", "images")
            : Path.of("target", "screenshots");

    /** No engine is behind the scripted model; the page would say so in every picture. */
    private static final String READY = """
            {"active": "test", "models": [{"id": "test", "displayName": "Modèle de test", "languages": ["fr"],
              "licence": "Apache-2.0", "contextWindow": 8192, "state": "READY", "notice": null, "hint": null}]}""";

    private static final String ANSWER = """
            **Objet : report de l’atelier « numérique » au 12 mars**

            Madame la Présidente,

            L’atelier prévu le 5 mars est reporté au **12 mars 2026**, de 14 h à 16 h, à la maison du Département.

            - Les 24 inscriptions restent valables.
            - La participation de 15 € n’est pas demandée à nouveau.

            Je vous prie d’agréer, Madame la Présidente, l’expression de ma considération distinguée.
            """;

    private static final String TACTFUL = """
            Un agent souhaite reprendre son activité à mi-temps, pour raison de santé, à l’issue de son arrêt de travail.
            """;

    /** Waits until nothing has moved for twenty frames: a picture in the middle of a scroll is cut. */
    private static final String AT_REST = """
            () => new Promise(rested => {
              let still = 0, seen = '';
              const look = () => {
                const now = [scrollY, document.documentElement.scrollHeight].join();
                still = now === seen ? still + 1 : 0;
                seen = now;
                if (still < 20) requestAnimationFrame(look); else rested();
              };
              look();
            })""";

    @RegisterExtension
    final Browser browser = new Browser();

    private final ScriptedModel model = new ScriptedModel();

    @Test
    void showWhatTheGuideTells() {
        var iris = browser.closesLater(
                Iris.with(model, browser.closesLater(RedisForTests.start()), DemoIdentity.shared()));
        browser.context().route("**/api/models", route -> route.fulfill(new Route.FulfillOptions().setBody(READY)));
        var camille = DemoIdentity.shared().signIn(browser, iris.url());
        assertThat(camille.button("J’ai lu et j’accepte")).isVisible();
        picture(camille, "charte");

        camille.acceptsTheCharter();
        assertThat(camille.heading("Quel est votre objectif ?")).isVisible();
        picture(camille, "accueil");

        camille.asks(
                "Prépare un courrier à une association\u00a0: l’atelier du 5 mars est reporté au 12 mars, même lieu.");
        model.nextAsked().says(ANSWER).ends();
        camille.waitsForTheEnd();
        picture(camille, "reponse");

        camille.edits("Même courrier, en quatre lignes et sur un ton plus simple.");
        model.nextAsked()
                .says("Bonjour,\n\nL’atelier du 5 mars est reporté au **12 mars 2026**, à la même heure.")
                .ends();
        camille.waitsForTheEnd();
        picture(camille, "branches");

        camille.button("Effacer maintenant").click();
        picture(camille, "effacement");

        camille.button("Annuler").click();
        camille.button("Conversation éphémère").click();
        camille.asks(
                "Reformule avec tact\u00a0: un agent demande un mi-temps thérapeutique après son arrêt de travail.");
        model.nextAsked().says(TACTFUL).ends();
        camille.waitsForTheEnd();
        picture(camille, "ephemere");
    }

    private static void picture(Agent agent, String name) {
        agent.page().evaluate(AT_REST);
        agent.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
