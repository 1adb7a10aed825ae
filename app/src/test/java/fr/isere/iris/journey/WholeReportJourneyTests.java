package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.passages.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole code of law, in three formats, written up by the real model to its last page: {@code ops/test --long}. */
@Tag("chromium")
@Tag("ollama")
@Tag("long")
class WholeReportJourneyTests extends ElueJourney {

    WholeReportJourneyTests() {
        super(Duration.ofHours(1));
    }

    @ParameterizedTest
    @CsvSource({"crpa.pdf, 127 pages lues", "crpa.docx, pages lues", "crpa.odt, pages lues"})
    void aWholeReportIsExtractedThenWrittenUpToItsLastPage(String name, String coverage) throws IOException {
        Path report = Corpus.folder().resolve(name);
        Assumptions.assumeTrue(Files.exists(report), "no corpus here");
        desk.brings(report, coverage);
        desk.extracts(report);
        desk.followsACitation();
        elue.page().keyboard().press("Escape");
        assertThat(desk.takesAlong(folder.resolve("note.docx"))).contains(name, DocumentDesk.COPIED);

        desk.summarises(report);
        assertThat(elue.lastAnswer()).containsText(coverage);
    }
}
