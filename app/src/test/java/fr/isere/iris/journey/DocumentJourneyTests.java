package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.page.Axe;
import fr.isere.iris.passages.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An élue's evening before a session: her report, read to the last page by the real reader, its extracts and its summary, each with its page. */
@Tag("chromium")
@Tag("ollama")
class DocumentJourneyTests extends ElueJourney {

    /** A small model on a machine that does other things. */
    DocumentJourneyTests() {
        super(Duration.ofMinutes(4));
    }

    @Test
    void aReportIsReadExtractedSummarisedAndAskedAbout() throws IOException {
        Path report = report();
        desk.brings(report, "12 pages lues");
        Axe.assertAccessible(elue.page(), "a document that was read");

        desk.extracts(report);
        desk.followsACitation();
        Axe.assertAccessible(elue.page(), "a page beside its summary");
        elue.page().keyboard().press("Escape");
        assertThat(desk.takesAlong(folder.resolve("note.docx")))
                .contains(DocumentDesk.COPIED)
                .containsPattern("\\[p\\. \\d+]")
                .containsPattern("rapport\\.txt.*page");

        desk.summarises(report);
        assertThat(elue.lastAnswer()).containsText("IRIS peut se tromper, même avec assurance");

        elue.asks("Quel montant la commission a-t-elle voté à la séance 7 ?");
        elue.seesTheAnswerBegin().waitsForTheEnd();
        assertThat(elue.answers()).hasCount(3);

        elue.erasesTheConversation();
        assertThat(elue.heading("Conversation effacée")).isVisible();
        assertThat(iris.keys()).noneMatch(key -> key.startsWith("iris:document"));
    }

    @Test
    void scannedPagesAreWrittenUp() {
        Path scanned = Corpus.folder().resolve("crpa-numerise-4p.pdf");
        Assumptions.assumeTrue(Files.exists(scanned), "no corpus here");
        desk.brings(scanned, "4 pages lues");

        desk.summarises(scanned);
        assertThat(elue.lastAnswer()).containsText("4 pages lues");
    }

    /** Where the corpus stands: a whole code of law in three formats, and four of its pages as pictures. */
    @ParameterizedTest
    @CsvSource({
        "crpa.pdf, 127 pages lues",
        "crpa.docx, pages lues",
        "crpa.odt, pages lues",
        "crpa-numerise-4p.pdf, 4 pages lues"
    })
    void realDocumentsAreReadWholeAndEachExtractLeadsToItsPage(String name, String coverage) throws IOException {
        Path file = Corpus.folder().resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "no corpus here");
        desk.brings(file, coverage);
        assertThat(desk.row(file)).not().containsText("illisibles");

        desk.extracts(file);
        desk.followsACitation();
        // The words that are marked on the page are those that the extract copied.
        String marked =
                elue.page().locator(".page-panel mark").first().innerText().strip();
        assertThat(elue.lastAnswerText().innerText().replaceAll("\\s+", " ")).contains(marked.replaceAll("\\s+", " "));
        elue.page().keyboard().press("Escape");
        assertThat(desk.takesAlong(folder.resolve("note.docx"))).contains(name, DocumentDesk.COPIED);
    }

    /** Twelve pages, in a format that needs nothing to be written. */
    private Path report() throws IOException {
        String text = IntStream.rangeClosed(1, 12)
                .mapToObj(page -> "Séance " + page + "\n\n"
                        + "La commission permanente a voté à la séance " + page + " un montant de " + (page * 11)
                        + ",5 M€ pour la réparation des digues de l’Isère amont. "
                        + "Les travaux commencent au printemps et durent deux ans sur chaque tronçon concerné.\n")
                .collect(Collectors.joining("\f"));
        return Files.writeString(folder.resolve("rapport.txt"), text);
    }
}
