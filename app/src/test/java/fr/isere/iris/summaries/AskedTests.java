package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.documents.ReadDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** What was asked, in words: those that the page shows before it hears from IRIS, so that a reload changes nothing. */
class AskedTests {

    private record Row(String format, String length, String method, List<String> names, String words) {}

    static List<Row> rows() throws IOException {
        try (InputStream rows = new ClassPathResource("summaries/words.json").getInputStream()) {
            return List.of(new JsonMapper().readValue(rows, Row[].class));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatWasAskedIsWordedAsOnThePage(Row row) {
        Wanted wanted = Wanted.of(
                "d1",
                new NewSummary(
                        row.format(), row.length(), row.method(), row.names().size() > 1 ? List.of("d2") : List.of()));
        List<ReadDocument> documents = new ArrayList<>();
        for (String name : row.names()) {
            int number = documents.size() + 1;
            documents.add(new ReadDocument("d" + number, "c", "o", number, name, 1, List.of(), true));
        }
        String title = new Prompts(null).of(wanted.format()).title();

        Asked asked = new Asked(wanted, "", title, documents, document -> new Source(document, List.of()));

        assertThat(asked.request()).isEqualTo(row.words());
    }
}
