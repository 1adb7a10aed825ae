package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisNode;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A Redis that is full refuses, and evicts nothing: what was acknowledged stays, and people are told what they can do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StorageFullTests {

    private static final String CONVERSATIONS = "/api/conversations";
    private static final Pattern METRIC = Pattern.compile("iris_storage_[a-z_]+");

    @TempDir
    static Path folder;

    private final ScriptedModel model = new ScriptedModel();
    private RedisNode redis;
    private IrisForTests iris;
    private ApiClient agent;
    private String conversation;

    @BeforeAll
    void start() {
        redis = RedisNode.start(
                RedisNode.freePort(), folder, "--maxmemory", "500mb", "--maxmemory-policy", "noeviction");
        iris = IrisForTests.startOn(model, Stream.of("spring.data.redis.url=redis://" + redis.address()));
        agent = iris.signIn("agent").acceptsTheCharter();
    }

    @AfterAll
    void stop() {
        iris.close();
        redis.close();
    }

    @BeforeEach
    void haveAConversation() {
        conversation =
                agent.send("POST", CONVERSATIONS, Map.of()).json().get("id").asString();
        EventStream stream = agent.ask(conversation, Map.of("text", "CANARI-7f3a Bonjour"));
        model.nextAsked().says("Réponse gardée").ends();
        stream.rest();
    }

    @AfterEach
    void makeRoom() {
        redis.run("CONFIG", "SET", "maxmemory", "500mb");
    }

    @Test
    void aMessageIsRefusedWithWhatWasKeptAndWhatToDo() {
        fill();

        ApiClient.Reply refused =
                agent.send("POST", CONVERSATIONS + "/" + conversation + "/messages", Map.of("text", "Encore"));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().get("type").asString()).isEqualTo("urn:iris:problem:storage-full");
        assertThat(refused.json().get("title").asString()).isEqualTo("Le stockage temporaire est plein");
        assertThat(refused.json().get("detail").asString()).contains("Vos conversations sont intactes", "Effacez");
        assertThat(model.isAsked()).isFalse();
    }

    @Test
    void whatWasAcknowledgedIsReadAndCanBeErased() {
        fill();

        assertThat(agent.get(CONVERSATIONS + "/" + conversation).text()).contains("Réponse gardée");
        assertThat(agent.send("DELETE", CONVERSATIONS + "/" + conversation, null)
                        .status())
                .isEqualTo(204);
        assertThat(redis.run("INFO", "stats")).contains("evicted_keys:0");
    }

    @Test
    void anAnswerUnderWayWaitsInMemoryAndLosesNothing() {
        EventStream stream = agent.ask(conversation, Map.of("text", "Longue"));
        ScriptedModel.Asked asked = model.nextAsked();
        asked.says("avant ");
        stream.next("token");

        fill();
        asked.says("pendant ").ends();
        await().until(() -> redis.run("INFO", "errorstats").contains("errorstat_OOM"));
        makeRoom();

        assertThat(EventStream.text(stream.rest())).isEqualTo("pendant ");
        assertThat(agent.get(CONVERSATIONS + "/" + conversation).text()).contains("avant pendant ");
    }

    @Test
    void metricsAndHealthSayHowFullItIs() {
        ApiClient ops = ApiClient.anonymous(iris.managementUrl());

        assertThat(ops.get("/actuator/prometheus").text())
                .contains("iris_storage_memory_max_bytes 5.24288E8")
                .containsPattern("iris_storage_memory_used_bytes [1-9]");
        assertThat(ops.get("/actuator/health")
                        .json()
                        .at("/components/storageMemory/details/policy")
                        .asString())
                .isEqualTo("noeviction");
    }

    @Test
    void everyMetricThatAnAlertLooksAtIsThere() throws IOException {
        String metrics = ApiClient.anonymous(iris.managementUrl())
                .get("/actuator/prometheus")
                .text();

        String alerts = Files.readString(Path.of("..", "ops", "grafana", "alerts.yaml"));
        assertThat(METRIC.matcher(alerts).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(metrics).contains("\n" + name + " "));
    }

    /** From now on not one byte more. */
    private void fill() {
        redis.run("CONFIG", "RESETSTAT");
        redis.run("CONFIG", "SET", "maxmemory", "1");
    }
}
