package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.isere.iris.page.Browser;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A référent reads what was done, and finds the chain intact. */
@Tag("chromium")
class AuditJourneyTests {

    @RegisterExtension
    final Browser browser = new Browser();

    private final ScriptedModel model = new ScriptedModel();

    @Test
    void whatWasDoneIsReadAndNothingThatWasSaid() {
        var iris = browser.closesLater(Iris.with(model, RedisForTests.shared(), DemoIdentity.shared()));
        var ines = DemoIdentity.shared().signIn(browser, iris.url(), "referent").acceptsTheCharter();
        ines.asks("CANARI-7f3a");
        model.nextAsked().says("CANARI-7f3a").ends();
        ines.waitsForTheEnd().erasesTheConversation();
        assertThat(ines.heading("Conversation effacée")).isVisible();

        ines.link("Journal d’audit").click();

        var page = ines.page();
        assertThat(page.locator("chain-state")).containsText("Chaîne intacte");
        var rows = page.locator("tbody tr");
        assertThat(rows).not().hasCount(0);
        assertThat(page.locator("audit-table"))
                .containsText(Pattern.compile("Conversation effacée.*Charte acceptée.*Connexion", Pattern.DOTALL));
        assertThat(page.locator("main")).not().containsText("CANARI-7f3a");
        assertThat(page.locator("main")).not().containsText("Lambert");
    }
}
