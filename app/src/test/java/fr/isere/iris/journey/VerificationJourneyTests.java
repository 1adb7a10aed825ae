package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import fr.isere.iris.page.Agent;
import fr.isere.iris.page.Axe;
import fr.isere.iris.page.Browser;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An élue verifies what IRIS says of her report, point by point, and finds her ticks again: no part of it is scripted but the model. */
@Tag("chromium")
class VerificationJourneyTests {

    /** In milliseconds: the reader of documents starts a machine of its own. */
    private static final double PATIENCE = 120_000;

    private static final String REPORT = "Le programme de prévention des inondations mobilise 14,2 M€ sur six ans.\n\n"
            + "L’État verse une part de 5,68 M€ au programme de prévention des inondations.\n\f"
            + "Les travaux des digues de l’Isère amont commencent le 3 mars 2027 et durent deux ans.\n";

    private static final String ANSWER =
            "Le programme de prévention des inondations mobilise 14,2 M€ sur six ans [p. 1]. "
                    + "L’État verse une part de 6,85 M€ au programme de prévention des inondations [p. 1]. "
                    + "Une réunion publique se tient le 14 juin 2029.";

    @RegisterExtension
    final Browser browser = new Browser();

    @TempDir
    Path folder;

    private final ScriptedModel model = new ScriptedModel();

    @Test
    void whatTheReportSaysIsVerifiedPointByPointAndTheTicksStay() throws IOException {
        var iris = browser.closesLater(Iris.with(model, RedisForTests.shared(), DemoIdentity.shared()));
        var elue = DemoIdentity.shared().signIn(browser, iris.url(), "elue").acceptsTheCharter();
        brings(elue);
        elue.asks("Quel montant pour le programme de prévention des inondations ?");
        model.nextAsked().says(ANSWER).ends();
        elue.waitsForTheEnd();

        elue.lastAnswer().getByText("Vérifier point par point").click();
        assertThat(item(elue, "6,85 M€")).containsText("Contredit");
        assertThat(item(elue, "6,85 M€")).containsText("5,68 M€");
        assertThat(item(elue, "14 juin 2029")).containsText("Introuvable");
        Axe.assertAccessible(elue.page(), "what is to verify, beside the answer");
        item(elue, "6,85 M€").locator(".citation").click();
        assertThat(elue.page().locator(".page-panel mark").first()).containsText("5,68 M€");
        elue.page().keyboard().press("Escape");

        var saved = elue.page()
                .waitForResponse(
                        response -> response.url().endsWith("/checks"),
                        () -> tick(elue, "6,85 M€").check());
        org.assertj.core.api.Assertions.assertThat(saved.status()).isEqualTo(204);
        elue.reloads();
        elue.lastAnswer().getByText("Vérifier point par point").click();
        assertThat(tick(elue, "6,85 M€")).isChecked();
        assertThat(tick(elue, "14 juin 2029")).not().isChecked();
    }

    private void brings(Agent elue) throws IOException {
        assertThat(elue.heading("Quel est votre objectif ?")).isVisible();
        var file = Files.writeString(folder.resolve("rapport.txt"), REPORT);
        elue.page().locator("document-intake input").setInputFiles(file);
        assertThat(elue.page().locator(".document"))
                .containsText("2 pages lues", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    private static Locator item(Agent elue, String words) {
        return elue.page().locator(".verify-item").filter(new Locator.FilterOptions().setHasText(words));
    }

    private static Locator tick(Agent elue, String words) {
        return item(elue, words).getByRole(AriaRole.CHECKBOX);
    }
}
