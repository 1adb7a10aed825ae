package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.isere.iris.models.ModelStore.Transfer;
import fr.isere.iris.models.StoreFailed.Reason;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An Ollama that tells of a pull faster than IRIS takes it in. */
class OllamaFollowTests {

    /** Far beyond what sockets hold between the two: 40 MB. */
    private static final int LINES = 4000;

    private static final String PADDING = "x".repeat(10_000);

    private final CountDownLatch said = new CountDownLatch(1);

    @Test
    void linesThatNobodyReadsDoNotHeapUpAndTheEndIsHeard() throws IOException {
        try (ScriptedEngine ollama = talking("{\"status\":\"success\"}\n")) {
            Slow slow = new Slow();
            pull(ollama, slow);
            assertThat(slow.heard).isBetween(1, LINES / 2);
        }
    }

    @Test
    void howItFailedIsHeardToo() throws IOException {
        try (ScriptedEngine ollama = talking("{\"error\":\"write: no space left on device\"}\n")) {
            assertThatThrownBy(() -> pull(ollama, new Slow()))
                    .isInstanceOfSatisfying(
                            StoreFailed.class,
                            failed -> assertThat(failed.reason()).isEqualTo(Reason.DISK_FULL));
        }
    }

    private ScriptedEngine talking(String end) {
        return new ScriptedEngine().on("/api/pull", asked -> {
            asked.begin(200, "application/x-ndjson");
            for (int i = 1; i <= LINES; i++) {
                asked.send(
                        "{\"status\":\"pulling\",\"digest\":\"sha256:1\",\"total\":%d,\"completed\":%d,\"more\":\"%s\"}\n"
                                .formatted(LINES, i, PADDING));
            }
            asked.send(end);
            asked.end();
            said.countDown();
        });
    }

    private static void pull(ScriptedEngine ollama, Transfer transfer) {
        ModelStore store = new OllamaStore(
                HttpClient.newHttpClient(), List.of(ollama.url("")), Duration.ofSeconds(20), Duration.ofMinutes(2));
        store.pull(store.backends().get(0), "m:1b", transfer);
    }

    /** Stands at the first line until all is said. */
    private final class Slow implements Transfer {

        private int heard;

        @Override
        public void moved(Phase phase, long done, long total) {
            heard++;
            try {
                assertThat(said.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public boolean isWanted() {
            return true;
        }
    }
}
