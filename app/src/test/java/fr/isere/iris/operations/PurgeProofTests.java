package fr.isere.iris.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The purge proof over HTTP, for those who answer for it, and as metrics that alerts look at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PurgeProofTests {

    private static final String PROOF = "/api/ops/purge";
    private static final Pattern METRIC = Pattern.compile("iris_(?:retention|ring|clock)_[a-z_]+");

    private RedisForTests redis;
    private IrisForTests iris;
    private ApiClient exploitant;

    @BeforeAll
    void start() {
        redis = RedisForTests.start();
        iris = IrisForTests.start(new ScriptedModel(), redis);
        exploitant = iris.signIn("exploitant").acceptsTheCharter();
        exploitant.send("POST", "/api/conversations", Map.of());
    }

    @AfterAll
    void stop() {
        iris.close();
        redis.close();
    }

    @Test
    @Order(1)
    void onlyThoseWhoAnswerForItMayReadIt() {
        ApiClient agent = iris.signIn("agent");
        assertThat(agent.get(PROOF).status()).isEqualTo(403);
        assertThat(agent.send("POST", PROOF + "/checks", null).status()).isEqualTo(403);
        assertThat(iris.signIn("referent").get(PROOF).status()).isEqualTo(200);
        assertThat(exploitant.get(PROOF).status()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void aCheckCountsWhatIsThereAndTheMetricsSayTheSame() {
        ApiClient.Reply proof = check();

        assertThat(proof.json().at("/keys/conversation").asInt()).isEqualTo(1);
        assertThat(proof.json().at("/withoutEnd").asInt()).isZero();
        assertThat(metrics())
                .contains("iris_retention_keys{kind=\"conversation\"} 1.0\n")
                .contains("\niris_retention_keys_without_end 0.0\n")
                .contains("\niris_retention_longest_seconds 604800.0\n")
                .containsPattern("\niris_retention_oldest_seconds \\d+\\.\\d+\n")
                .containsPattern("\niris_retention_check_age_seconds \\d+\\.\\d+\n")
                .containsPattern("\niris_ring_keys_alive [1-9]\\d*\\.0\n")
                .containsPattern("\niris_ring_keys_destroyed \\d+\\.0\n")
                .containsPattern("\niris_ring_destruction_late_seconds -\\d+");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(metrics()).contains("\niris_clock_sure 1.0\n"));
    }

    @Test
    @Order(3)
    void everyMetricThatAnAlertLooksAtIsThere() throws IOException {
        String metrics = metrics();

        String alerts = Files.readString(Path.of("..", "ops", "grafana", "alerts.yaml"));
        assertThat(METRIC.matcher(alerts).results().map(MatchResult::group))
                .contains("iris_retention_keys_without_end")
                .allSatisfy(name -> assertThat(metrics).contains("\n" + name + " "));
    }

    @Test
    @Order(4)
    void aKeyWithoutAnEndIsMeasured() {
        redis.plant("iris:answer:{x}");
        redis.plant("something");
        check();

        assertThat(metrics())
                .contains("iris_retention_keys{kind=\"answer\"} 1.0\n")
                .contains("\niris_retention_keys_without_end 1.0\n")
                .contains("\niris_retention_keys_foreign 1.0\n");
    }

    @Test
    @Order(5)
    void aScrapeNeedsNoRedis() {
        redis.kill();

        assertThat(metrics()).contains("\niris_retention_keys_without_end 1.0\n");
    }

    private ApiClient.Reply check() {
        return exploitant.send("POST", PROOF + "/checks", null);
    }

    private String metrics() {
        return ApiClient.anonymous(iris.managementUrl())
                .get("/actuator/prometheus")
                .text();
    }
}
