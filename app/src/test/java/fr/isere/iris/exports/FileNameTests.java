package fr.isere.iris.exports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Note de synthèse : l'Isère amont | Note de synthèse l’Isère amont",
                "../../etc/passwd | etc passwd",
                "a\\b*c?\"d\" | a b c d",
                "… — ! | Réponse d’IRIS",
                "con | Réponse d’IRIS con",
                "- Été - | Été"
            })
    void isMadeOfTheTitlesOwnLetters(String title, String expected) {
        assertThat(FileName.safe(title)).isEqualTo(expected);
    }

    @Test
    void isNeverLongAndNeverCutsACharacter() {
        assertThat(FileName.safe("\uD835\uDCB3".repeat(300))).isEqualTo("\uD835\uDCB3".repeat(80));
    }

    @Test
    void travelsInAHeaderThatItCannotEnd() {
        String header = FileName.of("Été à l’Isère\r\nX: y", Format.DOCX).toString();

        assertThat(header).matches("[\\x20-\\xff]+").contains("filename*=UTF-8''%C3%89t%C3%A9");
    }
}
