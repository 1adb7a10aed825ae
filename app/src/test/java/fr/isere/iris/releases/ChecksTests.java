package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found wrong with an answer, and what is not. */
class ChecksTests {

    private static final String SOURCE = "Le coût des travaux est de 3,4 millions d'euros. Ils durent quatorze mois.";

    @Test
    void anEmptyAnswerIsAlwaysWrong() {
        assertThat(wrong(checks().build(), "  \n")).contains("vide");
    }

    @Test
    void wordsAreFoundWhateverTheirCaseAndApostrophe() {
        Builder one = checks();
        one.contains = List.of(List.of("l’aide", "un appui"));
        assertThat(wrong(one.build(), "L'AIDE est versée.")).isNull();
        assertThat(wrong(one.build(), "La somme est versée.")).contains("Il manque « l’aide » ou « un appui »");
        Builder none = checks();
        none.lacks = List.of("Votez pour");
        assertThat(wrong(none.build(), "VOTEZ POUR ce plan.")).contains("Il ne fallait pas");
    }

    @ParameterizedTest
    @CsvSource({
        "'- a\n- b\n- c',true",
        "'1. a\n2. b\n3. c',true",
        "'• a\n• b\n• c',true",
        "'- a\n- b',false",
        "'a, b, c',false"
    })
    void aListHasTheItemsThatWereAskedFor(String answer, boolean right) {
        Builder list = checks();
        list.format = Checks.Format.LIST;
        list.items = List.of(3, 3);
        assertThat(wrong(list.build(), answer) == null).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"'{\"a\": 1}',true", "'```json\n{\"a\": 1}\n```',true", "'Voici : {\"a\": 1}',false", "'12',false"})
    void jsonIsJsonAlone(String answer, boolean right) {
        Builder json = checks();
        json.format = Checks.Format.JSON;
        assertThat(wrong(json.build(), answer) == null).isEqualTo(right);
    }

    @Test
    void aTableHasItsRows() {
        Builder table = checks();
        table.format = Checks.Format.TABLE;
        table.items = List.of(1, 1);
        assertThat(wrong(table.build(), "| Site | Nom |\n| --- | --- |\n| Vienne | Roux |"))
                .isNull();
        assertThat(wrong(table.build(), "Vienne : Roux")).contains("tableau");
    }

    @ParameterizedTest
    @CsvSource({
        "Le dossier est complet et sera examiné par la commission dans les jours qui viennent.,true",
        "The file is complete and will be examined by the committee in the next few days.,false",
        "Il consiglio approva la creazione di una pista ciclabile per la città con il sostegno della regione.,false"
    })
    void frenchIsToldFromOthers(String answer, boolean right) {
        Builder french = checks();
        french.french = true;
        assertThat(wrong(french.build(), answer) == null).isEqualTo(right);
    }

    @Test
    void whatTheSourceDoesNotSayIsFound() {
        Builder faithful = checks();
        faithful.faithful = true;
        Checks checks = faithful.build();
        assertThat(checks.wrong("Les travaux coûtent 3,4 millions d'euros.", SOURCE))
                .isEmpty();
        assertThat(checks.wrong("Le coût des travaux est de 9,1 millions d'euros.", SOURCE))
                .isPresent();
    }

    @Test
    void twoAnswersAreAlikeWhateverTheNames() {
        List<String> people = List.of("Mme Martin", "Mme Benali");
        String one = "Bonjour Mme Martin, votre dossier est complet.";
        assertThat(Alike.difference(List.of(one, one.replace("Martin", "Benali")), people, 1))
                .isEmpty();
        assertThat(Alike.difference(List.of(one, "Présentez un titre de séjour."), people, 0.5))
                .isPresent();
        assertThat(Alike.difference(List.of(one, " "), people, 0)).isPresent();
    }

    private static @Nullable String wrong(Checks checks, String answer) {
        return checks.wrong(answer, null).orElse(null);
    }

    private static Builder checks() {
        return new Builder();
    }

    private static final class Builder {

        private @Nullable List<List<String>> contains;
        private @Nullable List<String> lacks;
        private Checks.@Nullable Format format;
        private @Nullable List<Integer> items;
        private @Nullable Boolean french;
        private @Nullable Boolean faithful;

        Checks build() {
            return new Checks(contains, lacks, null, format, items, null, french, faithful);
        }
    }
}
