package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import fr.isere.iris.page.Agent;
import fr.isere.iris.page.Browser;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Hugo sees what is in Redis, and that all of it ends; and he sees at once what does not. */
@Tag("chromium")
class PurgeProofJourneyTests {

    @RegisterExtension
    final Browser browser = new Browser();

    private final ScriptedModel model = new ScriptedModel();

    @Test
    void whatARealRedisHoldsIsCountedAndAPlantedKeyRaisesTheAlarm() {
        var redis = browser.closesLater(RedisForTests.start());
        var iris = browser.closesLater(Iris.with(model, redis, DemoIdentity.shared()));
        var hugo =
                DemoIdentity.shared().signIn(browser, iris.url(), "exploitant").acceptsTheCharter();
        hugo.asks("CANARI-7f3a");
        model.nextAsked().says("CANARI-7f3a").ends();
        hugo.waitsForTheEnd();

        hugo.link("Preuve d’effacement").click();
        hugo.button("Contrôler maintenant").click();
        assertThat(row(hugo, "Titre, messages")).containsText("1");
        assertThat(row(hugo, "Qui est connecté")).containsText("1");
        assertThat(row(hugo, "Accords à la charte")).containsText("1");
        assertThat(hugo.page().locator(".verdict.fine")).containsText("Tout a une échéance");
        assertThat(hugo.page().locator("main")).not().containsText("CANARI-7f3a");

        redis.plant("iris:answer:{x}");
        hugo.button("Contrôler maintenant").click();
        assertThat(hugo.page().locator(".verdict.alarm")).containsText("1 enregistrement sans échéance");
    }

    private static Locator row(Agent agent, String text) {
        return agent.page().locator(".purge-table tr").filter(new Locator.FilterOptions().setHasText(text));
    }
}
