package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import fr.isere.iris.page.Agent;
import fr.isere.iris.page.Browser;
import fr.isere.iris.testing.MirrorRegistry;
import fr.isere.iris.testing.OllamaForTests;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same exploitant where engines reach no registry but the Département's mirror; and breaks the import off on the way. */
@Tag("chromium")
@Tag("ollama")
class MirrorJourneyTests {

    private static final String PULLED = "smollm2:135m-instruct-q4_1";

    /** As its publisher writes it. One that leaves the instructions out is noticed: the engine reads less than it was sent. */
    private static final String TEMPLATE = "{{ if .System }}<|im_start|>system\n{{ .System }}<|im_end|>\n{{ end }}"
            + "<|im_start|>user\n{{ .Prompt }}<|im_end|>\n<|im_start|>assistant\n";

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void aModelOfTheMirrorIsImportedInTwoGoesEvaluatedAndAnswers() throws IOException {
        var mirror = browser.closesLater(new MirrorRegistry());
        long size = Files.size(OllamaForTests.gguf());
        mirror.holdsAfter(size / 2);
        mirror.offer(PULLED, OllamaForTests.gguf(), TEMPLATE);
        var iris = Iris.withTwoOllamas(browser, DemoIdentity.shared(), "--iris.models.registry=" + mirror.url());
        Agent hugo =
                DemoIdentity.shared().signIn(browser, iris.url(), "exploitant").acceptsTheCharter();
        var models = ModelsPage.openedBy(hugo);

        models.proposes();
        models.importsFrom(PULLED);
        assertThat(models.row())
                .containsText("Téléchargement", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        models.does("Annuler");
        models.becomes("Proposé");
        mirror.goesOn();
        models.importsFrom(PULLED);
        models.becomes("À évaluer");
        assertThat(mirror.sent.get()).as("half, and the other half").isLessThan(size * 5 / 4);

        models.evaluates();
        models.activates();
        hugo.page().navigate(iris.url());
        hugo.asks("Présente l’Isère en trois phrases.");
        assertThat(hugo.lastAnswer())
                .hasAttribute(
                        "aria-busy",
                        "false",
                        new LocatorAssertions.HasAttributeOptions().setTimeout(ModelsPage.PATIENCE));
        assertThat(hugo.lastAnswer()).containsText("Réponse générée");
    }
}
