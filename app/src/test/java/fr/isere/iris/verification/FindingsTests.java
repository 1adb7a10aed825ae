package fr.isere.iris.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Le programme coûte 14,2 M€ en tout. | AMOUNT | 14,2 M€",
                "Une aide de 12 000 euros est versée. | AMOUNT | 12 000 euros",
                "Il reste 3 millions d’euros. | AMOUNT | 3 millions d’euros",
                "Soit 40 % du total. | PERCENTAGE | 40 %",
                "La séance du 12 mars 2025 est close. | DATE | 12 mars 2025",
                "À partir du 1er janvier. | DATE | 1er janvier",
                "Avant le 01/03/2025 au plus tard. | DATE | 01/03/2025",
                "En 2031 le chantier finit. | DATE | 2031",
                "Rendez-vous à 14 h 30 précises. | DATE | 14 h 30",
                "Selon l’article L. 123-4 du code. | REFERENCE | article L. 123-4",
                "La loi n° 2004-809 le prévoit. | REFERENCE | loi n° 2004-809",
                "Elle protège 18 300 habitants. | FIGURE | 18 300",
            })
    void findsWhatIsPrecise(String sentence, Finding.Kind kind, String words) {
        assertThat(Findings.in(sentence)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.text()).isEqualTo(words);
            assertThat(sentence.substring(finding.start(), finding.end())).isEqualTo(words);
        });
    }

    @Test
    void leavesTheNumberingOfListsAndNamesWithDigits() {
        assertThat(Findings.in("1. Préparer la salle\n2. Inviter\n- RD1075 et le H2O"))
                .isEmpty();
    }

    @Test
    void tellsThemInTheOrderOfTheText() {
        assertThat(Findings.in("En 2024, 12 agents ont traité 40 % des 300 dossiers."))
                .extracting(Finding::text)
                .isEqualTo(List.of("2024", "12", "40 %", "300"));
    }

    @Test
    void endsOnTextMadeToExhaustAPattern() {
        String digits = "1 ".repeat(50_000) + "article " + "9.".repeat(50_000) + "12 000".repeat(10_000);
        assertThat(Findings.in(digits)).isNotEmpty();
    }
}
