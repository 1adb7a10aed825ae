package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.isere.iris.page.Agent;
import fr.isere.iris.page.Browser;
import fr.isere.iris.testing.LibreOffice;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/**
 * The human decides, checks and signs: an agent who asks IRIS to rank candidates is reminded, asks for elements of analysis instead,
 * checks the answer against her document, and takes it to Word under her name. All is real but the model, whose mistake must be exact.
 */
@Tag("chromium")
class SigningOffJourneyTests {

    private static final String RANKING = "Classe ces candidatures de la meilleure à la moins bonne.";
    private static final String ELEMENTS = "Quels critères et quelles dates l’appel à candidatures prévoit-il ?";

    private static final String CALL = """
            APPEL À CANDIDATURES

            Critères de recevabilité

            Les candidatures sont recevables jusqu’au 12 mars 2026. Le jury se réunit le 20 mars 2026.

            Moyens

            Le poste est financé à hauteur de 42 000 euros par an.
            """;

    private static final String ANSWER = """
            ## Critères et dates

            - Les candidatures sont recevables jusqu’au 12 mars 2026 [p. 1].
            - Le poste est financé à hauteur de 24 000 euros par an [p. 1].
            """;

    @RegisterExtension
    final Browser browser = new Browser();

    @TempDir
    Path folder;

    private final ScriptedModel model = new ScriptedModel();
    private final RedisForTests redis = browser.closesLater(RedisForTests.start());
    private final Iris iris = browser.closesLater(Iris.with(model, redis, DemoIdentity.shared()));

    @Test
    void anAgentIsRemindedAsksOtherwiseChecksAndSignsWhatLeaves() throws IOException, InterruptedException {
        Agent camille = DemoIdentity.shared().signIn(browser, iris.url()).acceptsTheCharter();
        brings(camille, Files.writeString(folder.resolve("appel.txt"), CALL));
        isRemindedAndAsksOtherwise(camille);

        model.nextAsked().says(ANSWER).ends();
        camille.waitsForTheEnd();
        assertThat(camille.lastAnswer()).containsText("1 appuyé et 1 contredit");

        Path file = signsOff(camille);
        Document read = LibreOffice.opened(folder, file.getFileName().toString());
        assertThat(read.getDocumentElement().getTextContent())
                .contains("relu et validé par Camille Martin", "Modèle de test")
                .contains("IRIS peut se tromper, même avec assurance")
                .contains("12 mars 2026", "[p. 1]", "appel.txt")
                .contains("24 000 euros");
        assertThat(read.getElementsByTagName("text:h").item(0).getTextContent()).isNotBlank();
        assertThat(headings(read)).contains("Critères et dates");
    }

    private static void brings(Agent camille, Path file) {
        camille.page().locator("document-intake input").setInputFiles(file);
        assertThat(camille.page().locator("document-list")).containsText("page lue");
    }

    private void isRemindedAndAsksOtherwise(Agent camille) {
        camille.asks(RANKING);
        assertThat(camille.page().locator("reminder-card")).containsText("reste votre travail");
        camille.button("Reformuler").click();
        assertThat(camille.composer()).hasValue(RANKING);
        assertThat(model.isAsked()).isFalse();
        camille.asks(ELEMENTS);
    }

    /** Ticks what she checked, leaves the rest knowingly, and downloads the file for Word. */
    private Path signsOff(Agent camille) {
        camille.lastAnswer()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Exporter"))
                .click();
        Locator dialog = camille.page()
                .getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Exporter cette réponse"));
        assertThat(dialog).containsText("24 000 euros");
        dialog.getByLabel("Relu par").fill("Camille Martin");
        dialog.getByLabel("Word").check();
        Locator download = dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Télécharger"));
        download.click();
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("confirmez que le reste part");
        dialog.locator("#export-laisse").check();
        Path file = folder.resolve("appel.docx");
        camille.page().waitForDownload(download::click).saveAs(file);
        return file;
    }

    private static String headings(Document read) {
        StringBuilder headings = new StringBuilder();
        var found = read.getElementsByTagName("text:h");
        for (int i = 0; i < found.getLength(); i++) {
            headings.append(found.item(i).getTextContent()).append('\n');
        }
        return headings.toString();
    }
}
