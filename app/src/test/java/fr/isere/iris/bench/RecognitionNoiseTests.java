package fr.isere.iris.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.verification.Finding;
import fr.isere.iris.verification.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources in which recognition misread figures: what is false is still seen, and what is true is not called contradicted. */
class RecognitionNoiseTests {

    private static final int PAGES = 20;
    private static final int CLAIMS = 200;
    private static final double FEWEST_SEEN = 0.99;
    private static final double MOST_ACCUSED = 0.01;

    static List<String> kinds() {
        return AdministrativeText.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void ofAScanWithOneFigureInTenMisread(String kind) {
        alteredFiguresAreSeenAndTrueOnesAreNotAccused(kind, 10);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void ofABadScanWithOneFigureInThreeMisread(String kind) {
        alteredFiguresAreSeenAndTrueOnesAreNotAccused(kind, 3);
    }

    private static void alteredFiguresAreSeenAndTrueOnesAreNotAccused(String kind, int oneIn) {
        List<ReadPage> text = AdministrativeText.of(kind, PAGES, 11);
        List<Claim> claims = AlteredClaims.of(text, CLAIMS, 12, UnaryOperator.identity());
        List<ReadPage> misread = MisreadPages.of(text, oneIn, 13);
        VerificationFigures figures = VerificationFigures.of(misread, claims);

        assertThat(figures.alteredShare()).as(figures.line(kind)).isGreaterThanOrEqualTo(FEWEST_SEEN);
        assertThat(accused(misread, claims)).hasSizeLessThanOrEqualTo((int) (MOST_ACCUSED * figures.supported()));
    }

    private static List<String> accused(List<ReadPage> source, List<Claim> claims) {
        Verification verification = Verification.against(Map.of("scan", source));
        List<String> accused = new ArrayList<>();
        for (Claim claim : claims) {
            verification.findings(claim.sentence()).stream()
                    .filter(finding -> claim.supported() && finding.verdict() == Finding.Verdict.CONTRADICTED)
                    .forEach(finding -> accused.add(claim.sentence() + "\n    " + finding));
        }
        return accused;
    }
}
