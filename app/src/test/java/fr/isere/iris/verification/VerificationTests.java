package fr.isere.iris.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.isere.iris.passages.Texts;
import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTests {

    private static final List<ReadPage> SOURCE = List.of(
            Texts.page(
                    1,
                    Block.heading(1, "Programme d'actions de prévention des inondations"),
                    Block.paragraph(
                            "Le programme mobilise 14 200 000 euros sur six ans. Il a été signé le 1er mars 2025 à"
                                    + " Voiron par Mme Claire Berthet, présidente du syndicat mixte."),
                    Block.paragraph(
                            "Le silence gardé pendant deux mois vaut acceptation, en application de l'article L. 231-1"
                                    + " du code.")),
            Texts.page(
                    2,
                    Block.row(List.of("Commune", "2023", "2024")),
                    Block.row(List.of("Vizille", "12 500 €", "13 700 €")),
                    Block.row(List.of("Mens", "8 100 €", "700 000 €")),
                    Block.paragraph(
                            "Le recours est formé dans un délai de quatre mois. La participation du Département est de"
                                    + " 40 % du coût, et concerne 18 300 habitants de la vallée."),
                    Block.paragraph("Le Département « veille à l’égalité d’accès de tous » et s’y engage.")));

    private static List<Finding> check(String answer) {
        return Verification.of(answer, Map.of("papi", SOURCE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le programme mobilise 14 200 000 euros.",
                "Le programme mobilise 14,2 M€ [p. 1].",
                "Le programme mobilise quatorze millions deux cent mille euros.",
                "Le programme, de 14,2 millions d’euros, dure 6 ans.",
                "Il a été signé le 01/03/2025 à Voiron.",
                "Il a été signé le 2025-03-01.",
                "Il a été signé en mars 2025.",
                "Signé le premier mars 2025, il dure six années.",
                "Le silence gardé pendant 2 mois vaut acceptation (art. L231-1 du code).",
                "L’article 231-1 le dit : le silence gardé pendant deux mois vaut acceptation.",
                "Quarante pour cent du coût est la participation du Département.",
                "Le Département participe à 40% du coût.",
                "Vizille a reçu 12 500 € en 2023 et 13 700 € en 2024.",
                "Mens 8 100 € 700 000 €",
                "Le texte dit : « veille à l'égalité d'accès de tous ».",
                "Il « veille à l’égalité […] de tous » selon le texte.",
                "La présidente Claire Berthet a signé à Voiron.",
            })
    void supportsWhatTheSourceSaysInAnyForm(String answer) {
        assertThat(check(answer)).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Finding.Verdict.SUPPORTED);
            assertThat(finding.evidence()).isNotNull();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Le programme mobilise 14 300 000 euros sur six ans. | 14 300 000 euros | 14 200 000 euros",
                "Le programme mobilise 14,3 M€. | 14,3 M€ | 14 200 000 euros",
                "Il a été signé le 2 mars 2025 à Voiron. | 2 mars 2025 | 1er mars 2025",
                "Il a été signé le 01/03/2024 à Voiron. | 01/03/2024 | 1er mars 2025",
                "Le silence gardé pendant quatre mois vaut acceptation. | quatre mois | deux mois",
                "Le recours est formé dans un délai de deux mois. | deux mois | quatre mois",
                "en application de l'article L. 231-4 du code | article L. 231-4 | article L. 231-1",
                "La participation du Département est de 45 % du coût. | 45 % | 40 %",
                "Elle concerne 18 400 habitants de la vallée. | 18 400 | 18 300",
            })
    void seesAnotherValueInTheSameContext(String answer, String words, String instead) {
        assertThat(check(answer))
                .filteredOn(finding -> finding.verdict() == Finding.Verdict.CONTRADICTED)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.text()).isEqualTo(words);
                    assertThat(finding.evidence()).extracting(Evidence::text).isEqualTo(instead);
                });
    }

    @Test
    void doesNotFindWhatTheSourceIsSilentOf() {
        assertThat(check("La gare de Chambéry a vendu 95 billets à M. Hugo Marchand."))
                .extracting(Finding::text, Finding::verdict)
                .contains(
                        tuple("Chambéry", Finding.Verdict.NOT_FOUND),
                        tuple("Hugo Marchand", Finding.Verdict.NOT_FOUND));
    }

    @Test
    void quotationMarksMeanVerbatim() {
        assertThat(check("Il « veille à l’égalité d’accès pour tous »."))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.QUOTATION);
                    assertThat(finding.verdict()).isIn(Finding.Verdict.CONTRADICTED, Finding.Verdict.NOT_FOUND);
                });
    }

    @Test
    void saysWhereItStands() {
        Finding finding = check("La participation est de 40 % du coût.").get(0);
        Evidence evidence = finding.evidence();
        assertThat(evidence).isNotNull();
        assertThat(evidence.documentId()).isEqualTo("papi");
        assertThat(evidence.page()).isEqualTo(2);
        assertThat(SOURCE.get(1).blocks().get(evidence.block()).text().substring(evidence.from(), evidence.to()))
                .isEqualTo("40 %")
                .isEqualTo(evidence.text());
    }

    @Test
    void matchesSentencesWithoutAFigureToo() {
        assertThat(Verification.against(Map.of("papi", SOURCE))
                        .sentences("Le Département veille à l'égalité d'accès. Le silence vaut acceptation."))
                .satisfiesExactly(
                        one -> assertThat(one.places())
                                .extracting(Evidence::page)
                                .containsExactly(2),
                        other -> assertThat(other.places())
                                .extracting(Evidence::page)
                                .containsExactly(1));
    }

    @Test
    void readsWhatRecognitionMisread() {
        List<ReadPage> scanned = List.of(Texts.page(
                1,
                Block.paragraph(
                        "La subvention de 1O 5OO euros est versée le l5 mars 2O24, sous Il jours, pour l2 communes.")));
        assertThat(Verification.of(
                        "La subvention de 10 500 euros est versée le 15 mars 2024, pour 12 communes.",
                        Map.of("a", scanned)))
                .hasSize(3)
                .allSatisfy(finding ->
                        assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Finding.Verdict.SUPPORTED));
        assertThat(Verification.of("La subvention de 10 700 euros est versée le 15 mars 2024.", Map.of("a", scanned)))
                .extracting(Finding::verdict)
                .containsExactly(Finding.Verdict.CONTRADICTED, Finding.Verdict.SUPPORTED);
    }

    @Test
    void whereRecognitionBrokeAFigureNothingIsCalledContradicted() {
        Block broken = Block.paragraph("La subvention de 14 2 00 euros est versée aux 2 5 communes de la vallée.");
        Map<String, List<ReadPage>> scan =
                Map.of("a", List.of(new ReadPage(1, ReadPage.Origin.RECOGNISED, List.of(broken))));
        assertThat(Verification.of("La subvention de 14 200 euros est versée aux 25 communes de la vallée.", scan))
                .hasSize(2)
                .extracting(Finding::verdict)
                .doesNotContain(Finding.Verdict.CONTRADICTED);
        assertThat(Verification.of("La subvention de 14 700 euros est versée aux 35 communes de la vallée.", scan))
                .hasSize(2)
                .extracting(Finding::verdict)
                .containsOnly(Finding.Verdict.CONTRADICTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| Commune | 2023 |\n| --- | --- |\n| Vizille | 12 900 € |\n| Mens | 8 100 € |",
                "The programme mobilise 14.9 million euros.",
                "Le délai de recours est de9 mois et la participation de45%du coût.",
            })
    void whatIsNoFrenchProseIsNotPassedOverInSilence(String answer) {
        assertThat(check(answer))
                .extracting(Finding::verdict)
                .containsAnyOf(Finding.Verdict.CONTRADICTED, Finding.Verdict.NOT_FOUND, Finding.Verdict.NOT_ANALYSED);
    }

    @Test
    void withoutSourcesNothingIsSupported() {
        assertThat(Verification.of("Il coûte 14,2 M€.", Map.of()))
                .singleElement()
                .extracting(Finding::verdict)
                .isEqualTo(Finding.Verdict.NO_SOURCE);
    }

    @Test
    void namesWhatItDidNotAnalyse() {
        assertThat(check("Le programme mobilise 14,2 M€.\nПрограмма стоит 14 миллионов евро."))
                .extracting(Finding::verdict)
                .containsExactly(Finding.Verdict.SUPPORTED, Finding.Verdict.NOT_ANALYSED);
        String endless = "Le délai est de deux mois. ".repeat(6_000);
        assertThat(check(endless)).last().satisfies(last -> {
            assertThat(last.verdict()).isEqualTo(Finding.Verdict.NOT_ANALYSED);
            assertThat(last.end()).isEqualTo(endless.length());
        });
    }
}
