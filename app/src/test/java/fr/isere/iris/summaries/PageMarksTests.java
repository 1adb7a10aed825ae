package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageMarksTests {

    private final PageMarks one = new PageMarks(
            IntStream.rangeClosed(30, 40).mapToObj(page -> new PageRef(1, page)).toList(), 1);
    private final PageMarks two = new PageMarks(List.of(new PageRef(1, 3), new PageRef(2, 4)), null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Un fait [p. 37].|Un fait [p. 37].",
                "Un fait [P.37] [page 38].|Un fait [p. 37] [p. 38].",
                "Un fait [pp. 37 à 39].|Un fait [p. 37-39].",
                "Un fait [p. 37, 38 et 39].|Un fait [p. 37, 38, 39].",
                "Un fait [p. 37, 99].|Un fait [p. 37].",
                "Un fait [p. 99].|Un fait.",
                "Un fait [p. 39-41].|Un fait.",
                "Un fait [p. 370].|Un fait.",
                "Un fait [p. 37000].|Un fait.",
                "Un fait [doc. 1, p. 37].|Un fait [p. 37].",
                "Un fait [doc. 37].|Un fait.",
                "Un fait [p. inconnue].|Un fait.",
                "Un [projet] de texte [37].|Un [projet] de texte [37].",
                "Un fait [12, p. 45].|Un fait.",
                "Un fait [p3] et [docs 2, p. 37].|Un fait et.",
                "Un fait [: p. 3].|Un fait.",
                "Un rapport [120 pages].|Un rapport [120 pages].",
            })
    void marksLeadToGivenPagesOrNowhere(String text, String kept) {
        assertThat(one.kept(text)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Un fait [doc. 2, p. 4].|Un fait [doc. 2, p. 4].",
                "Un fait [doc. 1, p. 3 ; doc. 2, p. 4].|Un fait [doc. 1, p. 3] [doc. 2, p. 4].",
                "Un fait [document 2 p. 4].|Un fait [doc. 2, p. 4].",
                "Un fait [doc. 1, p. 4].|Un fait.",
                "Un fait [p. 4].|Un fait.",
                "Un fait [doc. 2].|Un fait.",
            })
    void pagesOfSeveralDocumentsSayOfWhich(String text, String kept) {
        assertThat(two.kept(text)).isEqualTo(kept);
    }

    @Test
    void aTextIsKeptAlikeHoweverItIsCut() {
        String text = "Un fait [p. 37], un autre [p. 99] et [un crochet\nouvert, puis [p. 30-31, 50]. Fin [p. 3";
        for (int size = 1; size < 12; size++) {
            StringBuilder heard = new StringBuilder();
            MarkStream stream = new MarkStream(one, heard::append);
            for (int at = 0; at < text.length(); at += size) {
                stream.add(text.substring(at, Math.min(text.length(), at + size)));
            }
            stream.end();
            assertThat(heard.toString()).as("pieces of " + size).isEqualTo(one.kept(text));
        }
    }
}
