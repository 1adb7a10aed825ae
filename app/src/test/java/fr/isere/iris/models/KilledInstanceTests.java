package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An instance of IRIS is killed with all slots of the engine in its hands. */
class KilledInstanceTests {

    @Test
    @Timeout(600)
    void theSlotsOfAProcessThatIsKilledGoToThoseWhoWaitWithinTenSeconds() throws IOException {
        try (KilledInstance instances = new KilledInstance()) {
            Duration took = instances.untilTheSlotsAreBack();

            System.out.println("slots of a killed process are back after " + took.toMillis() + " ms");
            assertThat(took).isLessThan(Duration.ofSeconds(10));
        }
    }
}
