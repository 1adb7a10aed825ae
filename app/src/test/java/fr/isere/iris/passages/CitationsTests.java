package fr.isere.iris.passages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationsTests {

    private static final String DELAY = "L'administration répond dans un délai de deux mois.";
    private static final String FEE = "La redevance est fixée à 1 200 euros par la commission permanente.";
    private static final String GRANT = "Le département verse une subvention de 350 000 euros aux collèges publics.";

    private static final List<ReadPage> REPORT = List.of(
            Texts.page(
                    1,
                    Block.heading(1, "Article L311-1"),
                    Block.paragraph("Le présent rapport traite des demandes. " + DELAY),
                    Block.paragraph(FEE)),
            Texts.page(2, Block.paragraph(GRANT)));
    private static final List<ReadPage> ANNEX =
            List.of(Texts.page(1, Block.paragraph("Le festival d'été se tient à Grenoble le 7 octobre 2016.")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L'administration répond sous deux mois [p. 1].",
                "L'administration répond dans un délai de 2 mois. [p. 1]",
                "- **Délai** : l'administration répond dans les deux mois [p.\u00a01]",
                "Bonjour. Selon l'article L. 311-1, l'administration doit répondre dans un délai de deux mois [page 1].",
                "[p. 1] L'administration répond dans un délai de deux mois.",
                "| Délai de réponse de l'administration | deux mois | [p. 1] |",
                "L'administration répond dans un délai de deux mois.\n\n[p. 1]",
                "Selon le rapport [p. 1], l'administration répond dans un délai de deux mois.",
            })
    void findsTheWordsThatSupportASentence(String answer) {
        assertThat(Citations.in(answer, Map.of(1, REPORT))).singleElement().satisfies(cited -> {
            assertThat(cited.known()).isTrue();
            assertThat(cited.document()).isEqualTo(1);
            assertThat(cited.page()).isEqualTo(1);
            assertThat(answer.substring(cited.start(), cited.end()))
                    .startsWith("[p")
                    .endsWith("1]");
            assertThat(words(cited)).contains(DELAY);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L'administration répond dans un délai de huit mois [p. 1].",
                "Le délai de réponse de l'administration est de deux mois [p. 2].",
                "La commission permanente a voté la construction d'un pont à Vizille [p. 1].",
                "La redevance est fixée à 1 300 euros par la commission permanente [p. 1].",
                "Selon l'article L. 311-2, l'administration répond dans un délai de deux mois [p. 1].",
                "Voilà [p. 1].",
                "[p. 1]",
            })
    void findsNoneWhereThePageDoesNotSaySo(String answer) {
        assertThat(Citations.in(answer, Map.of(1, REPORT)))
                .singleElement()
                .satisfies(cited -> assertThat(cited.spans()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Le délai est long [p. 37]. | 37",
                "Le délai est long [p. 0]. | 0",
                "Le délai est long [doc. 9, p. 1]. | 1"
            })
    void saysWhenThereIsNoSuchPage(String answer, int page) {
        assertThat(Citations.in(answer, Map.of(1, REPORT))).singleElement().satisfies(cited -> {
            assertThat(cited.known()).isFalse();
            assertThat(cited.page()).isEqualTo(page);
            assertThat(cited.spans()).isEmpty();
        });
    }

    @Test
    void readsMarksOfSeveralPages() {
        String answer =
                "La redevance est de 1 200 euros et les collèges publics ont une subvention de 350 000 euros [p. 1-2].";

        List<Cited> cited = Citations.in(answer, Map.of(1, REPORT));

        assertThat(cited).extracting(Cited::page).containsExactly(1, 2);
        assertThat(words(cited.get(0))).contains(FEE);
        assertThat(words(cited.get(1))).contains(GRANT);
        assertThat(pages("[p. 3, 7]")).containsExactly(3, 7);
        assertThat(pages("[pp. 3 et 7]")).containsExactly(3, 7);
        assertThat(pages("[p. 3, p. 7-9]")).containsExactly(3, 7, 8, 9);
        assertThat(pages("[p. 3] [p. 7]")).containsExactly(3, 7);
        assertThat(pages("[p. 1-1000]")).containsExactly(1, 1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[2024]",
                "[sic]",
                "[1]",
                "[p. ]",
                "[page suivante]",
                "[doc. 2]",
                "[p. 3](http://x)",
                "p. 3",
                "[",
                "[]]",
                "[p. 99999999999]"
            })
    void takesOtherBracketsForWords(String answer) {
        assertThat(pages(answer)).isEmpty();
    }

    @Test
    void tiesEachMarkToItsOwnWords() {
        String answer =
                "L'administration répond sous deux mois [p. 1], et les collèges publics reçoivent une subvention de 350 000 euros [p. 2].";

        List<Cited> cited = Citations.in(answer, Map.of(1, REPORT));

        assertThat(words(cited.get(0))).contains(DELAY).doesNotContain(FEE);
        assertThat(words(cited.get(1))).contains(GRANT);
    }

    @Test
    void tellsDocumentsApart() {
        Map<Integer, List<ReadPage>> both = Map.of(1, REPORT, 2, ANNEX);

        assertThat(Citations.in("Le festival d'été se tient à Grenoble [doc. 2, p. 1].", both))
                .singleElement()
                .satisfies(cited -> {
                    assertThat(cited.document()).isEqualTo(2);
                    assertThat(cited.spans()).hasSize(1);
                });
        assertThat(Citations.in("Le festival d'été se tient à Grenoble [p. 1].", both))
                .singleElement()
                .satisfies(cited -> assertThat(cited.document()).isEqualTo(2));
        assertThat(Citations.in("Le pont de Vizille est fermé [p. 1].", both))
                .singleElement()
                .satisfies(cited -> assertThat(cited.known()).isFalse());
        assertThat(Citations.in("Réponse. [doc. 1, p. 1 ; doc. 2, p. 1]", both))
                .extracting(Cited::document)
                .containsExactly(1, 2);
    }

    @Test
    void ofNothingAreNone() {
        assertThat(Citations.in("", Map.of())).isEmpty();
        assertThat(Citations.in("Rien ici.", Map.of(1, REPORT))).isEmpty();
        assertThat(Citations.in("Ici [p. 1].", Map.of()))
                .singleElement()
                .satisfies(cited -> assertThat(cited.known()).isFalse());
    }

    /** What the extractive method copies is found again where it was taken. */
    @Test
    void findEverySentenceOfAnExtractOnItsPage() {
        List<ReadPage> code = Corpus.code();

        for (Extracted one : Extract.of(code, 100, FrenchText.load())) {
            List<Cited> cited = Citations.in("- " + one.text() + " [p. " + one.page() + "]", Map.of(1, code));
            assertThat(cited)
                    .as(one.text())
                    .singleElement()
                    .satisfies(mark ->
                            assertThat(mark.spans()).contains(new Cited.Span(one.block(), one.from(), one.to())));
        }
    }

    private static List<Integer> pages(String answer) {
        return Citations.in(answer, Map.of(1, REPORT)).stream().map(Cited::page).toList();
    }

    private static String words(Cited cited) {
        StringBuilder words = new StringBuilder();
        for (Cited.Span span : cited.spans()) {
            String text =
                    REPORT.get(cited.page() - 1).blocks().get(span.block()).text();
            words.append(text, span.from(), span.to()).append('\n');
        }
        return words.toString();
    }
}
