package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import fr.isere.iris.page.Agent;
import fr.isere.iris.page.Browser;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Redis goes away in the middle of a conversation, and comes back. */
@Tag("chromium")
class RedisOutageJourneyTests {

    private static final String AWAY = "Les conversations sont momentanément inaccessibles.";

    @RegisterExtension
    final Browser browser = new Browser().expectsError("50\\d|net::ERR");

    @TempDir
    Path folder;

    private final ScriptedModel model = new ScriptedModel();
    private RedisForTests redis;
    private Agent camille;

    @BeforeEach
    void haveAConversation() {
        redis = browser.closesLater(RedisForTests.startPersistent(folder));
        var iris = browser.closesLater(Iris.with(model, redis, DemoIdentity.shared()));
        camille = DemoIdentity.shared().signIn(browser, iris.url()).acceptsTheCharter();
        camille.asks("CANARI-7f3a avant");
        model.nextAsked().says("Réponse ", "d’avant").ends();
        camille.waitsForTheEnd();
    }

    @Test
    void whatWasSentMeanwhileIsKeptAndLeavesOnceRedisIsBack() {
        redis.close();
        camille.asks("CANARI-7f3a pendant");
        assertThat(camille.page().getByText(AWAY)).isVisible();
        assertThat(camille.lastQuestion()).containsText("CANARI-7f3a pendant");
        assertThat(camille.lastQuestion()).containsText("Votre message est gardé, rien n’est perdu.");

        redis.resume();
        assertThat(camille.page().getByText(AWAY)).isHidden(new IsHiddenOptions().setTimeout(30_000));
        camille.button("Réessayer").click();
        model.nextAsked().says("Réponse ", "d’après").ends();
        camille.waitsForTheEnd().reloads();

        assertThat(camille.answers()).hasCount(2);
        assertThat(camille.answers().first()).containsText("Réponse d’avant");
        assertThat(camille.lastAnswer()).containsText("Réponse d’après");
        assertThat(camille.lastQuestion()).containsText("CANARI-7f3a pendant");
    }

    @Test
    void anAnswerGoesOnBehindAShortOutage() {
        camille.asks("CANARI-7f3a une longue réponse");
        var generation = model.nextAsked().says("un ", "deux ");
        assertThat(camille.lastAnswerText()).hasText("un deux");

        redis.freeze();
        generation.says("trois ", "quatre ");
        redis.thaw();
        generation.says("cinq").ends();

        camille.waitsForTheEnd();
        assertThat(camille.lastAnswerText()).hasText("un deux trois quatre cinq");
        camille.reloads();
        assertThat(camille.lastAnswerText()).hasText("un deux trois quatre cinq");
    }
}
