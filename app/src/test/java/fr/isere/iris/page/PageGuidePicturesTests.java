package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import fr.isere.iris.page.ScriptedDocument.Block;
import fr.isere.iris.page.ScriptedMessage.Citation;
import fr.isere.iris.page.ScriptedMessage.Span;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The pictures of the élus' guide: the page as it is, with a report that says something sensible.
 *
 * <p>{@code -Diris.screenshots=true} writes them into the guide, else they stay in {@code target/screenshots}.
 */
class PageGuidePicturesTests extends DocumentsPage {

    private static final Path FOLDER = Boolean.getBoolean("iris.screenshots")
            ? Path.of("..", "docs", "guides", "images")
            : Path.of("target", "screenshots");

    private static final String NOTE = """
            **Objet.** Le programme de prévention des inondations mobilise 14,2 M€ sur six ans [p. 37].

            - Le Département apporte 35 % du total, soit 4,97 M€ [p. 37].
            - Les travaux commencent en 2027, en deux tranches [p. 38].
            """;

    private static final String AMOUNT =
            "Au terme des arbitrages, le montant total du programme s’élève à 14,2 M€ hors "
                    + "taxes, répartis entre l’État et les collectivités sur une durée de six ans.";

    @Test
    void showWhatTheGuideTells() {
        var conversation = api.conversation("Prévention des inondations");
        report(conversation).page(37, "text", blocks());
        agent.opensThePage().opens("Prévention des inondations");
        assertThat(row(REPORT)).containsText("212 pages lues sur 215");
        picture("documents");

        agent.button("Résumer « " + REPORT + " »").click();
        picture("resume");
        agent.button("Lancer le résumé").click();
        var document = conversation.id + "-document-1";
        var support = new Span(1, AMOUNT.indexOf("le montant"), AMOUNT.indexOf(" hors"));
        var share = new Span(4, 0, 27);
        api.nextAnswer()
                .token(NOTE)
                .doneCiting(
                        at(0, document, 37, List.of(support)),
                        at(1, document, 37, List.of(share)),
                        at(2, document, 38, List.of()));
        agent.waitsForTheEnd();
        citation(37).first().click();
        assertThat(panel().locator("mark")).isVisible();
        picture("citation");
    }

    private static Block[] blocks() {
        return new Block[] {
            Block.heading(2, "Titre II. Plan de financement"),
            Block.of("paragraph", AMOUNT),
            Block.row("Financeur", "Montant (M€)", "Part"),
            Block.row("État", "5,68", "40 %"),
            Block.row("Département", "4,97", "35 %"),
            Block.row("Communauté de communes", "3,55", "25 %"),
            Block.of("footnote", "1. Montants en euros constants.")
        };
    }

    private static Citation at(int nth, String document, int page, List<Span> spans) {
        int start = -1;
        for (int i = 0; i <= nth; i++) {
            start = NOTE.indexOf("[p.", start + 1);
        }
        return new Citation(start, NOTE.indexOf(']', start) + 1, document, page, spans);
    }

    private void picture(String name) {
        agent.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
