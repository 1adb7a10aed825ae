package fr.isere.iris.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedPagesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Que dit la page 37 ?|37",
                "Voir p. 12 à 14|12 13 14",
                "Comparez les pages 3, 5 et 9.|3 5 9",
                "Pages 2-4 et 8|2 3 4 8",
                "PAGE\u00A07|7",
                "pp. 3–4|3 4",
                "L’article 12 en 2024|''",
                "Les 3 pages du rapport|''",
                "page 99999999999|''"
            })
    void findsThePagesThatAQuestionNames(String question, String pages) {
        List<Integer> expected = pages.isBlank()
                ? List.of()
                : List.of(pages.split(" ")).stream().map(Integer::valueOf).toList();

        assertThat(NamedPages.in(question)).containsExactlyElementsOf(expected);
    }

    @Test
    void aRangeWithoutMeasureIsCut() {
        assertThat(NamedPages.in("pages 1 à 90000"))
                .hasSizeLessThanOrEqualTo(21)
                .contains(1, 20);
    }
}
