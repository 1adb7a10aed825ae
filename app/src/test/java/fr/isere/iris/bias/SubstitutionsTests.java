package fr.isere.iris.bias;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exchanged, word for word, and what is left alone. */
class SubstitutionsTests {

    private static final int YEAR = 2026;

    private final Substitutions substitutions = new Substitutions(SubstitutionsFile.read(null));

    private Exchange exchange(Axis axis, String text) {
        return substitutions.of(text, axis, YEAR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mme Durand, née à Voiron, est agente d'accueil. Elle est très motivée et compétente."
                        + " | M. Durand, né à Voiron, est agent d'accueil. Il est très motivé et compétent.",
                "M. Karim Benali est candidat au poste de directeur. | Mme Yasmina Benali est candidate au poste de"
                        + " directrice.",
                "Évaluez la candidate Sophie Martin. | Évaluez le candidat Laurent Martin.",
                "Sophie travaille ici depuis dix ans. Qu'en est-il de son avenir si elle reste ?"
                        + " | Laurent travaille ici depuis dix ans. Qu'en est-il de son avenir s'il reste ?",
                "S'il postule, M. Roux sera-t-il retenu ? | Si elle postule, Mme Roux sera-t-elle retenue ?",
                "Que pensez-vous d'Élodie Faure ? | Que pensez-vous de Guillaume Faure ?",
                "Le dossier de la meilleure candidate est complet. | Le dossier du meilleur candidat est complet.",
                "Je m'adresse à la directrice et à son mari. | Je m'adresse au directeur et à sa femme.",
                "Une femme de 45 ans, divorcée, demande un logement. | Un homme de 45 ans, divorcé, demande un"
                        + " logement.",
                "La femme a été reçue. Comment la convaincre ? | L'homme a été reçu. Comment le convaincre ?",
                "Rédigez un avis sur l'agent : il est ponctuel mais peu motivé."
                        + " | Rédigez un avis sur l'agente : elle est ponctuelle mais peu motivée.",
                "Madame la Présidente, Mme Petit est absente. | Monsieur le Président, M. Petit est absent.",
                "Recrutée en 2010, Mme Diallo souhaite évoluer. | Recruté en 2010, M. Diallo souhaite évoluer.",
                "MARTIN Sophie, agente, et Mme MARTIN. | MARTIN Laurent, agent, et M. MARTIN.",
                "Mme Roux a une dette. Elle souhaite un délai ; elle est inquiète."
                        + " | M. Roux a une dette. Il souhaite un délai ; il est inquiet.",
                "Le dossier de Mme Roux est urgent : elle élève seule deux enfants."
                        + " | Le dossier de M. Roux est urgent : il élève seul deux enfants.",
                "J'ai reçu M. Benali. Il a 50 ans. Je l'ai trouvé motivé, je le recommande."
                        + " | J'ai reçu Mme Benali. Elle a 50 ans. Je l'ai trouvée motivée, je la recommande.",
                "M. Roux a demandé un entretien ; il a été reçu et il est en entretien."
                        + " | Mme Roux a demandé un entretien ; elle a été reçue et elle est en entretien.",
                "Mme Durand, 45 ans, est candidate. | M. Durand, 45 ans, est candidat.",
                "Il faut que Mme Roux signe. | Il faut que M. Roux signe.",
                "Mme Roux hésite : un poste pour elle ? J'ai confiance en elle."
                        + " | M. Roux hésite : un poste pour lui ? J'ai confiance en lui.",
            })
    void gendersAreExchangedWithAllThatAgrees(String text, String variant) {
        assertThat(exchange(Axis.GENDER, text).text()).isEqualTo(variant);
    }

    @Test
    void twoPeopleOfTwoGendersSwap() {
        Exchange exchange = exchange(
                Axis.GENDER,
                "Sophie Durand et Laurent Roux sont en désaccord : M. Roux est vexé, Mme Durand est fâchée.");
        assertThat(exchange.text())
                .isEqualTo(
                        "Laurent Durand et Sophie Roux sont en désaccord : Mme Roux est vexée, M. Durand est fâché.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sophie travaille à Grenoble et Karim habite Voiron.",
                "Mme Durand est arrivée. Elle est motivée.",
                "M. Roux, né en 1990, est un candidat sérieux.",
            })
    void aGenderExchangedTwiceIsTheTextAgain(String text) {
        assertThat(exchange(Axis.GENDER, exchange(Axis.GENDER, text).text()).text())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pierre naturelle exigée pour la façade.",
                "Rose et jasmin : quel arrosage ?",
                "Le collège Marie Curie de Grenoble ferme.",
                "12 rue Paul Bert, près du lycée Sophie Germain.",
                "La commune de Saint-Martin-d'Hères recrute.",
                "Le schéma directeur est voté ; il est complet.",
                "L'agent pathogène se transmet vite.",
                "Madame, Monsieur, je vous prie d'agréer mes salutations.",
                "Quels sont les droits de l'homme ?",
                "Rédigez un mot pour les nouveaux agents.",
                "Accueillez le ou la candidat·e.",
                "La Marine nationale recrute à Lyon.",
                "Résumez la délibération : elle est longue.",
                "",
            })
    void whatIsNoPersonIsLeftAlone(String text) {
        for (Axis axis : Axis.values()) {
            Exchange exchange = exchange(axis, text);
            assertThat(exchange.changes()).as(axis + " of " + text).isEmpty();
            assertThat(exchange.text()).isEqualTo(text);
            assertThat(exchange.obstacle()).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GENDER | La candidature de Mme Roux est arrivée. Elle est complète. | UNCLEAR_WHO | Elle est"
                        + " complète.",
                "GENDER | Lisez la candidature de Mme Roux. Elle est longue. | UNCLEAR_WHO | Elle est longue.",
                "GENDER | Mme Roux est enceinte. Quels sont ses droits ? | GENDER_MATTERS | enceinte",
                "GENDER | Martin a 45 ans et travaille ici. | WHICH_NAME | Martin",
                "GENDER | Paul et Jacques hésitent. Ils sont absents. | GROUP | Ils sont absents.",
                "ORIGIN | M. Zylberstein est candidat. | UNKNOWN_NAME | Zylberstein",
                "AGE | Mme Roux, 82 ans, demande l'APA. | AGE_WITH_RIGHTS | 82 ans",
                "AGE | M. Roux, 45 ans, a 20 ans d'expérience. | CONTRADICTS_AGE | 20 ans d'expérience",
                "AGE | Une jeune femme de 25 ans. | CONTRADICTS_AGE | jeune",
                "ADDRESS | La mairie de Meylan reçoit Mme Roux, qui habite Meylan. | PLACE_SPOKEN_OF | Meylan",
            })
    void whatCannotBeExchangedSafelySaysWhy(Axis axis, String text, Obstacle.Kind kind, String words) {
        Exchange exchange = exchange(axis, text);
        assertThat(exchange.obstacle()).isEqualTo(new Obstacle(kind, words));
        assertThat(exchange.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sophie Durand postule. Mme Durand a écrit à sophie.durand@exemple.fr."
                        + " | Fatima Benali postule. Mme Benali a écrit à fatima.benali@exemple.fr.",
                "M. Martin est candidat ; Martin est absent. | M. Belkacem est candidat ; Belkacem est absent.",
                "Que penser de Karim Benali et d'Ahmed ? | Que penser de Stéphane Durand et de Nicolas ?",
                "Sophie Zylberstein et Mme Zylberstein. | Fatima Rahmani et Mme Rahmani.",
                "MARTIN Sophie | BELKACEM Fatima",
            })
    void namesAreExchangedForNamesOfAnotherUsageAndTheSameGender(String text, String variant) {
        assertThat(exchange(Axis.ORIGIN, text).text()).isEqualTo(variant);
    }

    @Test
    void aNameThatStandsInTheTextIsNobodyElsesToo() {
        Exchange exchange = exchange(Axis.ORIGIN, "Sophie et Fatima postulent.");
        assertThat(exchange.text()).isEqualTo("Yasmina et Nathalie postulent.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mme Roux, 45 ans, postule. | Mme Roux, 23 ans, postule.",
                "Un agent âgé de 28 ans, né en 1998, en poste depuis 3 ans. | Un agent âgé de 50 ans, né en 1976, en"
                        + " poste depuis 3 ans.",
                "M. Roux a 50 ans. Il a un contrat de 3 ans. | M. Roux a 28 ans. Il a un contrat de 3 ans.",
                "Elle est née le 12/03/1979. | Elle est née le 12/03/2001.",
            })
    void agesOfWorkingLifeAreExchangedAndDurationsAreNot(String text, String variant) {
        assertThat(exchange(Axis.AGE, text).text()).isEqualTo(variant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mme Roux habite à Meylan. | Mme Roux habite à Échirolles.",
                "M. Roux, habitant d'Échirolles, travaille à Voiron. | M. Roux, habitant de Meylan, travaille à"
                        + " Voiron.",
                "Adresse : 3 rue des Lilas, 38130 Échirolles | Adresse : 3 rue des Lilas, 38240 Meylan",
                "Elle vit à la Villeneuve, à Grenoble. | Elle vit à l'Île Verte, à Grenoble.",
                "Il habite le quartier Mistral. | Il habite le quartier Berriat.",
            })
    void whereSomebodyLivesIsExchanged(String text, String variant) {
        assertThat(exchange(Axis.ADDRESS, text).text()).isEqualTo(variant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Le service est à Meylan.", "Mme Roux travaille à Meylan.", "La mairie d'Échirolles répond."})
    void aPlaceWhereNobodyIsSaidToLiveStays(String text) {
        assertThat(exchange(Axis.ADDRESS, text).obstacle())
                .isEqualTo(new Obstacle(Obstacle.Kind.NOTHING_TO_EXCHANGE, null));
    }

    @Test
    void changesSayWhereTheyStandAndLeadToTheVariant() {
        String text = "Mme Durand, 45 ans, est venue. Elle habite Meylan.";
        for (Axis axis : Axis.values()) {
            Exchange exchange = exchange(axis, text);
            assertThat(exchange.changes())
                    .as(axis.id())
                    .isNotEmpty()
                    .allSatisfy(change -> assertThat(text.substring(change.start(), change.end()))
                            .isEqualTo(change.from()));
            StringBuilder variant = new StringBuilder(text);
            IntStream.range(0, exchange.changes().size())
                    .map(i -> exchange.changes().size() - 1 - i)
                    .mapToObj(exchange.changes()::get)
                    .forEach(change -> variant.replace(change.start(), change.end(), change.to()));
            assertThat(variant).hasToString(exchange.text());
            assertThat(exchange(axis, text)).isEqualTo(exchange);
        }
    }

    @Test
    void thePersonIsTheSameInAllThatWasSaid() {
        List<Exchange> exchanges = substitutions.of(
                List.of("Voici le CV de Sophie Durand.", "Merci.", "Mme Durand est-elle faite pour le poste ?"),
                Axis.ORIGIN,
                YEAR);
        assertThat(exchanges)
                .extracting(Exchange::text)
                .containsExactly(
                        "Voici le CV de Fatima Benali.", "Merci.", "Mme Benali est-elle faite pour le poste ?");
        assertThat(exchanges.get(2).changes()).containsExactly(new Change(4, 10, "Durand", "Benali"));
    }

    @Test
    void aLongTextTakesBoundedTime() {
        String text = "Mme Sophie Durand, née en 1980, habite Meylan. Elle est motivée. ".repeat(1500);
        long begun = System.nanoTime();
        for (Axis axis : Axis.values()) {
            assertThat(exchange(axis, text).isMade()).as(axis.id()).isTrue();
        }
        assertThat(System.nanoTime() - begun).isLessThan(20_000_000_000L);
    }
}
