package fr.isere.iris.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalculatorTests {

    private static final Calculator CALCULATOR =
            new Calculator(new Units(RulesFile.read(RulesFile.in(null)).units()));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Combien font 1 250 + 3 475,50 + 890 ? | 5 615,5
        15 % de 48 000 € | 7 200 €
        calcule moi la somme de 123, 456 et 789 | 1 368
        Fais le total de ces factures : 1 200 €, 845,30 €, 99 € | 2 144,30 €
        Quelle est la moyenne de 12, 15, 9 et 14 ? | 12,5
        quel pourcentage représente 340 sur 1250 | 27,2 %
        Un budget passe de 80 000 € à 92 000 €, quelle est la hausse en pourcentage ? | +15 %
        augmente 2 300 de 4 % | 2 392
        Combien font 20 % de TVA sur 1 540 euros ? | 308 €
        Quel est le montant TTC pour 850 € HT avec une TVA de 20 % ? | 1 020 €
        (1200 - 350) / 4 = ? | 212,5
        12*17,5 | 210
        0,1 + 0,2 | 0,3
        3000 divise par 12 | 250
        Convertis 350 hectares en km² | 3,5 km²
        convertir 90 minutes en heures | 1,5 heures
        Combien de km font 12 miles ? | 19,3121 km
        Combien de jours entre le 3 mars 2025 et le 15 avril 2025 ? | 43 jours
        combien de jours entre le 28/02/2024 et le 01/03/2024 | 2 jours
        Quelle date sera-t-on 45 jours après le 10 janvier 2026 ? | mardi 24 février 2026
        quel jour tombe le 14 juillet 2026 | mardi 14 juillet 2026
        """)
    void computes(String request, String value) {
        assertThat(CALCULATOR.resultOf(request).map(Reminder.Result::value).map(CalculatorTests::plain))
                .contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rédige un mail qui dit que 15 % de 48 000 habitants sont concernés",
                "2024-2025",
                "12/05",
                "Combien font 3.500 + 1 ?",
                "Combien font 12 / 0 ?",
                "total de 12,15,9",
                "Combien de jours ouvrés entre le 3 mars 2025 et le 15 avril 2025 ?",
                "Quel est le total des heures de 3 agents à 35 h ?",
                "convertis 3 kg en km",
                "combien font 9 9 9",
                "quel jour tombe le 31 février 2026",
                "Combien font 2 + "
            })
    void saysNothingWhereItCouldBeWrong(String request) {
        assertThat(CALCULATOR.resultOf(request)).isEmpty();
    }

    @Test
    void tellsHowTheRequestWasUnderstood() {
        assertThat(CALCULATOR
                        .resultOf("15 % de 48 000 €")
                        .map(Reminder.Result::calculation)
                        .map(CalculatorTests::plain))
                .contains("15 % × 48 000 €");
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
