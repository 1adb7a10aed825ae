package fr.isere.iris.passages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrenchTextTests {

    private final FrenchText french = FrenchText.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vu l'art. L. 311-1 du code, al. 2, et la loi n° 2016-1321 du 7 oct. 2016.",
                "Mme. Durand et MM. Petit et J.-P. Martin votent contre.",
                "L'art. R. * 343-4 s'applique au vol. 2, p. 37.",
                "Le taux passe de 3.5 % à 1.200,50 €.",
                "Il est décidé : 1° de voter ; 2° de payer.",
                "3. Voter le budget primitif.",
                "a) Toute personne physique ;",
                "Cf. l'annexe n. 3, etc., et la délib. du 12 janv. 2024.",
                "Les articles L. 112-8 et L. 112-9, ainsi que le I. de l'article 9, s'appliquent.",
                "« Est-ce voté ? » demande-t-il au président.",
            })
    void keepsOneSentenceWhole(String sentence) {
        assertThat(sentences(sentence)).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Voir p. 37. M. Dupont est nommé. | Voir p. 37. | M. Dupont est nommé.",
                "« C'est voté. » Le président conclut. | « C'est voté. » | Le président conclut.",
                "Le vote est clos… La séance est levée. | Le vote est clos… | La séance est levée.",
                "Le délai court du 1er. Il dure deux mois. | Le délai court du 1er. | Il dure deux mois.",
                "Est-ce vrai ? Oui ! | Est-ce vrai ? | Oui !",
                "Des bancs, des arbres, etc. Le conseil vote. | Des bancs, des arbres, etc. | Le conseil vote.",
            })
    void endsASentenceWhereItEnds(String text, String first, String second) {
        assertThat(sentences(text)).containsExactly(first, second);
    }

    @Test
    void sentencesHoldAllButSpaces() {
        Random random = new Random(7);
        List<String> bits = List.of(
                "Le ",
                "conseil ",
                "art. ",
                "L. 311-1",
                ". ",
                "… ",
                "? ",
                "» ",
                "« ",
                "\n",
                "- ",
                "1° ",
                "\u00a0",
                "É",
                "مرحبا ",
                "🏛",
                ";",
                ") ");
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 60; j++) {
                text.append(bits.get(random.nextInt(bits.size())));
            }
            String whole = text.toString();
            List<Sentence> sentences = french.sentences(whole);
            assertThat(String.join(
                                    "",
                                    sentences.stream().map(one -> one.in(whole)).toList())
                            .replaceAll("[\\s\\h]", ""))
                    .isEqualTo(whole.replaceAll("[\\s\\h]", ""));
        }
    }

    @Test
    void anEmptyTextHasNone() {
        assertThat(french.sentences("")).isEmpty();
        assertThat(french.sentences(" \n\u00a0 ")).isEmpty();
        assertThat(french.terms("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "l'article L. 311-1 | Article L311-1",
                "L'État | l'Etat",
                "des subventions départementales | la subvention départementale",
                "7 octobre 2016 | 07/10/2016",
                "un délai de deux mois | le délai, 2 mois",
                "quatre-vingt-dix-sept jours | 97 jours",
                "1 200 euros | 1.200 euros",
                "art. 12 | article 12",
            })
    void saysTheSameOfTheSame(String one, String other) {
        assertThat(french.terms(one)).isNotEmpty().isEqualTo(french.terms(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "l'article L. 311-1 | l'article L. 311-2",
                "7 octobre 2016 | 7 octobre 2017",
                "deux mois | huit mois",
                "100 ans | 101 ans"
            })
    void tellsFiguresApart(String one, String other) {
        assertThat(french.terms(one)).isNotEqualTo(french.terms(other));
    }

    @Test
    void dropsWordsThatNameNoSubject() {
        assertThat(french.terms("Il est dans le cas où ces mêmes sont, et sous elle ; dont celui où il y a lieu"))
                .containsExactly("lieu");
    }

    private List<String> sentences(String text) {
        return french.sentences(text).stream().map(one -> one.in(text)).toList();
    }
}
