package fr.isere.iris.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The engines' servers over HTTP: seen by two roles, drained by one. Nobody answers at either of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackendApiTests {

    private static final String BACKENDS = "/api/ops/backends";
    private static final String ONE = "127.0.0.1:9";
    private static final String OTHER = "127.0.0.1:10";

    private final RedisForTests redis = RedisForTests.start();
    private IrisForTests iris;
    private ApiClient exploitant;
    private ApiClient referent;

    @BeforeAll
    void start() {
        iris = IrisForTests.start(
                new ScriptedModel(), redis, "iris.models.ollama.url=http://" + ONE + ",http://" + OTHER);
        exploitant = iris.signIn("exploitant");
        referent = iris.signIn("referent");
    }

    @AfterAll
    void stop() {
        iris.close();
        redis.close();
    }

    @AfterEach
    void allServe() {
        exploitant.send("POST", BACKENDS + "/" + ONE + "/resume", null);
    }

    @Test
    void theListTellsOfEachServerHowItIsAndWhatIsWrong() {
        await().until(() ->
                !backend(exploitant.get(BACKENDS), ONE).path("failure").isNull());
        ApiClient.Reply list = exploitant.get(BACKENDS);

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().path("waiting").asInt(-1)).isZero();
        assertThat(list.json()
                        .path("backends")
                        .valueStream()
                        .map(backend -> backend.path("name").asString()))
                .containsExactly(ONE, OTHER);
        JsonNode backend = backend(list, ONE);
        assertThat(backend.path("kind").asString()).isEqualTo("ollama");
        assertThat(backend.path("state").asString()).isEqualTo("down");
        assertThat(backend.path("failure").asString()).isEqualTo("Rien ne répond à cette adresse.");
        assertThat(backend.path("slots").asInt()).isPositive();
        assertThat(backend.path("taken").asInt(-1)).isZero();
        assertThat(backend.has("since")).isTrue();
    }

    @Test
    void whatIsDrainedIsSaidAtOnceAndAloneUntilItServesAgain() {
        ApiClient.Reply drained = exploitant.send("POST", BACKENDS + "/" + ONE + "/drain", null);

        assertThat(drained.status()).isEqualTo(200);
        assertThat(backend(drained, ONE).path("state").asString()).isEqualTo("draining");
        assertThat(backend(drained, OTHER).path("state").asString()).isEqualTo("down");
        assertThat(backend(referent.get(BACKENDS), ONE).path("state").asString())
                .isEqualTo("draining");

        ApiClient.Reply resumed = exploitant.send("POST", BACKENDS + "/" + ONE + "/resume", null);
        assertThat(resumed.status()).isEqualTo(200);
        assertThat(backend(resumed, ONE).path("state").asString()).isEqualTo("down");
    }

    @Test
    void whatIsAskedTwiceIsDoneOnce() {
        for (String step : List.of("drain", "drain")) {
            assertThat(backend(exploitant.send("POST", BACKENDS + "/" + ONE + "/" + step, null), ONE)
                            .path("state")
                            .asString())
                    .isEqualTo("draining");
        }
    }

    @Test
    void referentsReadOpsActAndOthersSeeNothing() {
        assertThat(referent.get(BACKENDS).status()).isEqualTo(200);
        assertThat(ApiClient.anonymous(iris.url()).get(BACKENDS).status()).isEqualTo(401);
        for (String account : List.of("agent", "elue")) {
            assertThat(iris.signIn(account).get(BACKENDS).status()).isEqualTo(403);
        }
        for (ApiClient stranger : List.of(referent, iris.signIn("agent"), iris.signIn("elue"))) {
            for (String step : List.of("drain", "resume")) {
                assertThat(stranger.send("POST", BACKENDS + "/" + ONE + "/" + step, null)
                                .status())
                        .isEqualTo(403);
            }
        }
        assertThat(backend(exploitant.get(BACKENDS), ONE).path("state").asString())
                .isEqualTo("down");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:11", "ollama", "127.0.0.1", "CANARI-7f3a"})
    void aNameThatNoServerHasIsSaidInFrench(String name) {
        for (String step : List.of("drain", "resume")) {
            ApiClient.Reply reply = exploitant.send("POST", BACKENDS + "/" + name + "/" + step, null);

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.type()).startsWith("application/problem+json");
            assertThat(reply.text()).doesNotContain("CANARI");
        }
        JsonNode problem =
                exploitant.send("POST", BACKENDS + "/ollama/drain", null).json();
        assertThat(problem.path("type").asString()).isEqualTo("urn:iris:problem:backend-unknown");
        assertThat(problem.path("title").asString()).isEqualTo("Moteur inconnu");
        assertThat(problem.path("detail").asString()).startsWith("Aucun moteur ne porte ce nom.");
    }

    @Test
    void theTrailTellsWhoDrainedWhichAndWhoHadItServeAgain() {
        exploitant.send("POST", BACKENDS + "/" + OTHER + "/drain", null);
        exploitant.send("POST", BACKENDS + "/" + OTHER + "/resume", null);
        exploitant.send("POST", BACKENDS + "/ollama/drain", null);

        String pseudonym = exploitant
                .send("POST", "/api/ops/people/pseudonym", Map.of("subject", "exploitant"))
                .json()
                .path("pseudonym")
                .asString();
        for (String action : List.of("backend-drained", "backend-resumed")) {
            await().until(() -> !entries(action).isEmpty());
            assertThat(entries(action)).singleElement().satisfies(entry -> {
                assertThat(entry.path("who").asString()).isEqualTo(pseudonym);
                assertThat(entry.at("/details/backend").asString()).isEqualTo(OTHER);
            });
        }
    }

    private List<JsonNode> entries(String action) {
        return referent.get("/api/audit?what=" + action)
                .json()
                .path("entries")
                .valueStream()
                .filter(entry -> entry.at("/details/backend").asString("").equals(OTHER))
                .toList();
    }

    private static JsonNode backend(ApiClient.Reply reply, String name) {
        return reply.json()
                .path("backends")
                .valueStream()
                .filter(backend -> backend.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + ": " + reply.status()));
    }
}
