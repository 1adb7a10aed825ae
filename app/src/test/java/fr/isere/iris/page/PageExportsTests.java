package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From an answer to the file that leaves: what is still open, who read it again, which format. */
class PageExportsTests extends VerificationPage {

    private static final String NAME = "Note de synthèse l’Isère.docx";

    private final BlockingQueue<Map<?, ?>> exports = new LinkedBlockingQueue<>();

    @Test
    void whatIsOpenIsTickedOrLeftKnowinglyAndTheFileIsDownloaded() throws IOException, InterruptedException {
        servesAFile();
        opensTheDialog();
        assertThat(dialog()).containsText("2 points à vérifier");
        assertThat(point("6,58 M€")).not().isChecked();
        assertThat(dialog().getByLabel("Relu par")).hasValue("Camille Martin");

        download().click();
        assertThat(dialog().getByRole(AriaRole.ALERT)).containsText("confirmez que le reste part");
        assertThat(leaves()).isFocused();
        assertThat(exports).isEmpty();

        point("6,58 M€").check();
        assertThat(leaves()).isVisible();
        leaves().check();
        dialog().getByLabel("Word").check();
        Download file = agent.page().waitForDownload(() -> download().click());

        assertThat(file.suggestedFilename()).isEqualTo(NAME);
        assertThat(Files.readString(file.path())).isEqualTo("le document");
        Map<?, ?> asked = exports.take();
        assertThat(asked.get("reviewer")).isEqualTo("Camille Martin");
        assertThat(asked.get("format")).isEqualTo("docx");
        assertThat(asked.get("leftOpen")).isEqualTo(List.of(COMPARED.indexOf("2031")));
        assertThat(dialog()).hasCount(0);
        assertThat(exporter()).isFocused();
        assertThat(announcements()).containsText("téléchargé");
    }

    @Test
    void withoutANameNothingLeavesAndTheFormatIsRemembered() throws InterruptedException {
        servesAFile();
        opensTheDialog();
        leaves().check();
        dialog().getByLabel("Relu par").fill("  ");
        download().click();
        assertThat(dialog().getByRole(AriaRole.ALERT)).containsText("Écrivez le nom");
        assertThat(dialog().getByLabel("Relu par")).isFocused();

        dialog().getByLabel("Relu par").fill("Nadia B.");
        dialog().getByLabel("LibreOffice").check();
        agent.page().waitForDownload(() -> download().click());
        assertThat(exports.take().get("format")).isEqualTo("odt");

        exporter().click();
        assertThat(dialog().getByLabel("LibreOffice")).isChecked();
        assertThat(dialog().getByLabel("Relu par")).hasValue("Nadia B.");
        agent.page().keyboard().press("Escape");
        assertThat(exporter()).isFocused();
    }

    @Test
    void whatTheServerRefusesIsSaidInTheDialog() {
        browser.expectsError("400");
        agent.page()
                .route(
                        "**/api/exports",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(400)
                                .setContentType("application/problem+json")
                                .setBody(
                                        "{\"type\":\"urn:iris:problem:export-pdf-script\",\"status\":400,\"title\":\"Le"
                                                + " PDF ne sait pas écrire ce texte\",\"detail\":\"Choisissez"
                                                + " Word.\"}")));
        opensTheDialog();
        leaves().check();
        download().click();

        assertThat(dialog().getByRole(AriaRole.ALERT)).containsText("Le PDF ne sait pas écrire ce texte");
        assertThat(download()).isEnabled();
    }

    @Test
    void anAnswerThatWasStoppedHasNoExport() {
        conversationWithTheReport();
        agent.opensThePage().opens("PAPI").asks("CANARI-7f3a : quel montant ?");
        api.nextAnswer().token("Le programme").stop();
        agent.waitsForTheEnd();
        assertThat(agent.button("Exporter")).hasCount(0);
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
    void isAccessibleAtEverySizeAndInEveryColour(int width, int height, ColorScheme colours) {
        opensTheDialog();
        looksThrough(width, height, colours);
        check("an export with points to check");
        download().click();
        assertThat(dialog().getByRole(AriaRole.ALERT)).not().isEmpty();
        check("an export that misses something");
    }

    private void opensTheDialog() {
        var conversation = conversationWithTheReport();
        agent.opensThePage().opens("PAPI");
        getsAComparedAnswer(conversation);
        exporter().click();
        assertThat(dialog()).isVisible();
    }

    private void servesAFile() {
        agent.page().route("**/api/exports", route -> {
            exports.add(ScriptedAnswer.JSON.readValue(route.request().postData(), Map.class));
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(200)
                    .setHeaders(Map.of(
                            "Content-Type",
                            "application/octet-stream",
                            "Content-Disposition",
                            "attachment; filename=\"x.docx\"; filename*=UTF-8''"
                                    + "Note%20de%20synth%C3%A8se%20l%E2%80%99Is%C3%A8re.docx"))
                    .setBodyBytes("le document".getBytes(StandardCharsets.UTF_8)));
        });
    }

    private Locator exporter() {
        return agent.lastAnswer().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Exporter"));
    }

    private Locator dialog() {
        return agent.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Exporter cette réponse"));
    }

    private Locator point(String words) {
        return dialog().locator("li")
                .filter(new Locator.FilterOptions().setHasText(words))
                .getByRole(AriaRole.CHECKBOX);
    }

    private Locator leaves() {
        return dialog().locator("#export-laisse");
    }

    private Locator download() {
        return dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Télécharger"));
    }
}
