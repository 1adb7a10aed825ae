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

class PassageSearchTests {

    private static final List<ReadPage> RULES = List.of(
            Texts.page(
                    1,
                    Block.heading(1, "Article L311-1"),
                    Block.paragraph(
                            "Les administrations publient en ligne les documents administratifs qu'elles détiennent."),
                    Block.heading(1, "Article 12"),
                    Block.paragraph("La redevance est fixée à 1 200 euros. Elle est due le 7 octobre 2016.")),
            Texts.page(
                    2,
                    Block.heading(1, "Article 13"),
                    Block.paragraph(
                            "L'État verse une subvention aux collèges, par dérogation aux articles 12 et L. 311-1."),
                    Block.heading(1, "Article 14"),
                    Block.paragraph("Le délai de recours est de deux mois.")));

    private final PassageSearch search = PassageSearch.over(Passages.of(RULES, 30, Texts.TOKENS));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Que dit l'article L. 311-1 ? | Article L311-1",
                "que prévoit l'art. 12 | Article 12",
                "De combien est la redevance ? | Article 12",
                "qu'est-ce qui coûte 1200 € ? | Article 12",
                "Que se passe-t-il le 07/10/2016 ? | Article 12",
                "Quelles subventions l'etat verse-t-il au collège ? | Article 13",
                "quel délai pour un recours ? | Article 14",
                "un délai de 2 mois | Article 14",
            })
    void findsWhatTheQuestionAsks(String question, String heading) {
        assertThat(search.search(question, 3)).isNotEmpty().first().satisfies(hit -> {
            assertThat(hit.passage().text()).startsWith(heading);
            assertThat(hit.document()).isEqualTo(1);
            assertThat(hit.score()).isPositive();
            assertThat(hit.coverage()).isGreaterThan(0).isLessThanOrEqualTo(1);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "?",
                "Quelle est la recette du gratin dauphinois ?",
                "article 99",
                "L. 999-1",
                "Que dit ce document ?",
                "+ - && || ! ( ) { } [ ] ^ \" ~ * ? : \\ /"
            })
    void findsNothingWhereNothingOfItStands(String question) {
        assertThat(search.search(question, 5)).isEmpty();
    }

    @Test
    void saysInWhichDocument() {
        List<ReadPage> other = List.of(Texts.page(1, Block.paragraph("Le festival d'été a lieu à Grenoble.")));
        PassageSearch both = PassageSearch.over(
                Map.of(1, Passages.of(RULES, 30, Texts.TOKENS), 4, Passages.of(other, 30, Texts.TOKENS)));

        assertThat(both.search("Où est le festival ?", 5)).singleElement().satisfies(hit -> {
            assertThat(hit.document()).isEqualTo(4);
            assertThat(hit.coverage()).isEqualTo(1);
        });
        assertThat(both.search("la redevance et le festival", 5)).hasSize(2);
        assertThat(both.search("la redevance et le festival", 1)).hasSize(1);
    }

    @Test
    void overNothingFindsNothing() {
        assertThat(PassageSearch.over(List.of()).search("délai", 5)).isEmpty();
        assertThat(search.search("délai", 0)).isEmpty();
    }

    @Test
    void bearsAQuestionAsLongAsADocument() {
        String question = "délai "
                + String.join(
                        " ",
                        Passages.of(Texts.code(40, 2), 500, Texts.TOKENS).stream()
                                .map(Passage::text)
                                .toList());

        assertThat(search.search(question, 5)).isNotEmpty();
    }
}
