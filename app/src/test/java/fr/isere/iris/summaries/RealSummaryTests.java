package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.TerseModel;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Summaries by a real Ollama with a real model: worth nothing as French, whole as a story. */
@Tag("ollama")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealSummaryTests {

    private RealSummaries iris;

    @BeforeAll
    void start() {
        iris = RealSummaries.start("iris.summaries.passage-tokens=1000", TerseModel.setting());
    }

    @AfterAll
    void stop() {
        iris.close();
    }

    @Test
    void aDocumentOfSeveralPassagesIsNotedAndSummarisedAndCitesOnlyItsPages() {
        String[] pages = IntStream.rangeClosed(1, 2)
                .mapToObj(page -> "Article " + page + "\n"
                        + "Le conseil approuve la convention avec la commune de Vizille pour douze mois. ".repeat(18))
                .toArray(String[]::new);

        RealSummaries.Written written = iris.summarise(Map.of("format", "key-points", "length", "short"), pages);

        assertThat(written.isComplete()).as(written.last().toString()).isTrue();
        assertThat(written.calls()).isGreaterThan(2);
        assertThat(written.text()).isNotBlank();
        for (JsonNode citation : written.last().get("citations")) {
            assertThat(citation.get("page").asInt()).isBetween(1, 2);
        }
        assertThat(written.last().get("usage").get("promptTokens").asInt()).isGreaterThan(1000);
    }
}
