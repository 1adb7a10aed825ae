package fr.isere.iris.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fr.isere.iris.passages.Texts;
import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an answer or a document is made of, checking ends: generous limits, for slow machines. */
class VerificationBoundsTests {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int LENGTH = 100_000;

    static List<String> hostile() {
        return List.of(
                        "Le délai est de 30 jours à compter du 12 mars 2025, pour 4 000 €. ",
                        "| Vizille | 12 500 € | 13 700 € | 45 % |\n",
                        "The grant of 14.2 million euros was signed on March 1, 2025, for 6 years. ",
                        "Срок 30 дней 三十日 ٣٠ يوما 12 jours ",
                        "délai15jours2025mars12M€",
                        "1 ",
                        "9.",
                        "12 000",
                        "1/",
                        "l5O",
                        "« \"",
                        "n°a-",
                        "A1",
                        "L. ",
                        "cent mille ",
                        "et un ",
                        "Le De La ",
                        "Jean-",
                        "[p. ",
                        ".",
                        "…  »",
                        " \n",
                        "\u0301",
                        "|")
                .stream()
                .map(one -> one.repeat(LENGTH / one.length()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void endsAndLeavesNothingOut(String text) {
        List<ReadPage> source = Texts.code(20, 3);
        Assertions.assertTimeout(LIMIT, () -> {
            assertThatCode(() -> Findings.in(text)).doesNotThrowAnyException();
            assertThatCode(() -> Verification.of(text, Map.of("code", source))).doesNotThrowAnyException();
            List<ReadPage> hostile = List.of(Texts.page(1, Block.paragraph(text)));
            assertThat(Verification.of("Le délai est de 30 jours pour 4 000 €.", Map.of("hostile", hostile)))
                    .isNotEmpty();
        });
    }
}
