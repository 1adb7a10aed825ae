package fr.isere.iris.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Reformule ce courrier | Reformule ce courrier",
                "'  \n***\n\n  Prépare   une réunion\nsur le budget' | Prépare une réunion",
                "??? | ???",
            })
    void isTheFirstLineThatSaysSomething(String message, String title) {
        assertThat(Title.of(message)).isEqualTo(title);
    }

    @Test
    void isCutAtAWord() {
        assertThat(Title.of("Rédige une réponse à l’association qui demande une subvention pour le festival d’été"))
                .isEqualTo("Rédige une réponse à l’association qui demande une…");
    }

    @Test
    void isNeverCutInsideACharacter() {
        String title = Title.of("👩🏽‍🚒".repeat(40));

        assertThat(title).endsWith("🚒…").hasSizeLessThanOrEqualTo(61);
    }
}
