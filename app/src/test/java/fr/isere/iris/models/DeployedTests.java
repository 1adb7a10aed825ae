package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.models.Deployed.Canary;
import fr.isere.iris.models.Deployed.Share;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which conversations a canary answers. */
class DeployedTests {

    private static final Instant FIRST = Instant.parse("2026-11-29T08:00:00Z");
    private static final Instant RAISED = FIRST.plusSeconds(600);
    private static final Instant LOWERED = RAISED.plusSeconds(600);
    private static final Share FIVE = new Share(5, FIRST);
    private static final Share FIFTY = new Share(50, RAISED);
    private static final Share TWENTY = new Share(20, LOWERED);
    private static final List<String> IDS =
            IntStream.range(0, 2000).mapToObj(i -> "conversation-" + i).toList();

    @Test
    void aConversationKeepsItsModelHoweverTheShareChangesAfterItBegan() {
        Canary first = canary(FIVE);
        Canary raised = canary(FIVE, FIFTY);
        Canary lowered = canary(FIVE, FIFTY, TWENTY);

        assertThat(IDS).allSatisfy(id -> {
            boolean is = first.takes(id, FIRST);
            assertThat(raised.takes(id, FIRST)).isEqualTo(is);
            assertThat(lowered.takes(id, RAISED.minusNanos(1))).isEqualTo(is);
            assertThat(lowered.takes(id, RAISED)).isEqualTo(raised.takes(id, RAISED));
        });
    }

    @Test
    void eachBeginningHasTheShareThatWasInForce() {
        Canary canary = canary(FIVE, FIFTY, TWENTY);

        assertThat(shareOf(canary, FIRST.minusNanos(1))).isZero();
        assertThat(shareOf(canary, FIRST)).isBetween(3.0, 7.0);
        assertThat(shareOf(canary, RAISED)).isBetween(46.0, 54.0);
        assertThat(shareOf(canary, LOWERED.plusSeconds(9000))).isBetween(17.0, 23.0);
    }

    /** In percent. */
    private static double shareOf(Canary canary, Instant begun) {
        return 100.0 * IDS.stream().filter(id -> canary.takes(id, begun)).count() / IDS.size();
    }

    private static Canary canary(Share... shares) {
        ModelDescription model = new ModelDescription(
                "m",
                "Modèle",
                "none",
                "m",
                new ModelDescription.Parameters(BigDecimal.ONE, BigDecimal.ONE),
                "none",
                4096,
                512,
                1.0,
                "none",
                List.of("fr"),
                new ModelDescription.Sampling(0, 1, null),
                "Consigne.",
                null);
        return new Canary(model, List.of(shares));
    }
}
