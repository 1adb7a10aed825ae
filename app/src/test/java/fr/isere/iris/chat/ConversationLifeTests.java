package fr.isere.iris.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long conversations live, by policy and by wish, and what is told of one that is erased. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationLifeTests {

    private final RedisForTests redis = RedisForTests.start();
    private final ScriptedModel model = new ScriptedModel();
    private IrisForTests iris;
    private ApiClient agent;

    @BeforeAll
    void start() {
        iris = IrisForTests.start(model, redis, "iris.retention.roles.elu.idle=2h", "iris.retention.roles.elu.max=3h");
        agent = iris.signIn("agent").acceptsTheCharter();
    }

    @AfterAll
    void stop() {
        iris.close();
        redis.close();
    }

    @Test
    void whatWasErasedIsToldToItsOwnerWithWhenAndToNobodyElse() {
        String id = create(agent);
        answered(agent, id);
        agent.send("DELETE", "/api/conversations/" + id, null);

        ApiClient.Reply reply = agent.get("/api/conversations/" + id);
        assertThat(reply.status()).isEqualTo(410);
        assertThat(reply.json().get("type").asString()).isEqualTo("urn:iris:problem:conversation-erased");
        assertThat(reply.json().get("detail").asString())
                .containsPattern("effacée le \\d+ \\p{L}+ \\d{4} à \\d\\d:\\d\\d");
        assertThat(agent.send("POST", "/api/conversations/" + id + "/messages", Map.of("text", "Encore"))
                        .status())
                .isEqualTo(410);
        assertThat(agent.send("DELETE", "/api/conversations/" + id, null).status())
                .isEqualTo(410);
        ApiClient elue = iris.signIn("elue").acceptsTheCharter();
        assertThat(elue.get("/api/conversations/" + id).status()).isEqualTo(404);
    }

    @Test
    void erasingAllTellsTheSameOfEach() {
        String one = create(agent);
        String other = create(agent);
        agent.send("DELETE", "/api/conversations", null);

        assertThat(agent.get("/api/conversations/" + one).status()).isEqualTo(410);
        assertThat(agent.get("/api/conversations/" + other).status()).isEqualTo(410);
    }

    @Test
    void oneThatMustGoInAnHourGoesWithAllItsAnswersWhateverIsSaidMeanwhile() {
        String id = create(agent);
        answered(agent, id);
        Instant inAnHour = Instant.now().plus(Duration.ofHours(1));
        ApiClient.Reply reply = agent.send("PATCH", "/api/conversations/" + id, Map.of("eraseIn", "PT1H"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(end(reply)).isCloseTo(inAnHour, within(10, ChronoUnit.SECONDS));
        answered(agent, id);
        assertThat(end(agent.get("/api/conversations/" + id))).isCloseTo(inAnHour, within(10, ChronoUnit.SECONDS));
        agent.send("PATCH", "/api/conversations/" + id, Map.of("eraseIn", "PT9H"));
        assertThat(end(agent.get("/api/conversations/" + id))).isCloseTo(inAnHour, within(10, ChronoUnit.SECONDS));
        assertThat(iris.secondsLeft("iris:conversation:{" + id + "}")).isLessThanOrEqualTo(3600);
    }

    @Test
    void answersThatCouldBeResumedLongerEndWithTheirConversation() {
        String id = create(agent);
        String answer = answered(agent, id);
        assertThat(iris.secondsLeft("iris:events:{" + answer + "}")).isGreaterThan(1700);
        agent.send("PATCH", "/api/conversations/" + id, Map.of("eraseIn", "PT2M"));

        assertThat(iris.secondsLeft("iris:events:{" + answer + "}")).isLessThanOrEqualTo(120);
        assertThat(iris.secondsLeft("iris:answer:{" + answer + "}")).isLessThanOrEqualTo(120);
    }

    @Test
    void aDelayLongerThanAnyLifeChangesNothing() {
        String id = create(agent);
        Instant before = end(agent.get("/api/conversations/" + id));
        ApiClient.Reply reply =
                agent.send("PATCH", "/api/conversations/" + id, Map.of("eraseIn", "PT2000000000000000H"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(end(reply)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT59S", "-PT1H", "soon", "P"})
    void aDelayThatIsNoneIsRefusedAndChangesNothing(String delay) {
        String id = create(agent);
        Instant before = end(agent.get("/api/conversations/" + id));

        assertThat(agent.send("PATCH", "/api/conversations/" + id, Map.of("eraseIn", delay))
                        .status())
                .isEqualTo(400);
        assertThat(end(agent.get("/api/conversations/" + id))).isEqualTo(before);
    }

    @Test
    void aRoleHasItsOwnPolicyAndItsOwnerSeesIt() {
        ApiClient elue = iris.signIn("elue").acceptsTheCharter();
        Instant end = end(elue.get("/api/conversations/" + create(elue)));

        assertThat(end).isCloseTo(Instant.now().plus(Duration.ofHours(2)), within(10, ChronoUnit.SECONDS));
        assertThat(elue.get("/api/settings").json().get("retention").get("idle").asString())
                .isEqualTo("PT2H");
        assertThat(agent.get("/api/settings")
                        .json()
                        .get("retention")
                        .get("idle")
                        .asString())
                .isEqualTo("PT24H");
    }

    @Test
    void aPolicyThatBecameShorterHoldsForWhatExistsAndALongerOneDoesNot() {
        String id = create(agent);
        answered(agent, id);
        Instant asWritten = end(agent.get("/api/conversations/" + id));
        try (IrisForTests stricter = IrisForTests.start(model, redis, "iris.retention.idle=1h")) {
            ApiClient there = agent.at(stricter.url());
            Instant shorter = end(there.get("/api/conversations/" + id));
            assertThat(shorter).isBefore(asWritten.minus(Duration.ofHours(22)));
            assertThat(iris.secondsLeft("iris:conversation:{" + id + "}")).isLessThanOrEqualTo(3600);
            answered(there, id);
        }
        try (IrisForTests laxer = IrisForTests.start(model, redis, "iris.retention.idle=48h")) {
            assertThat(end(agent.at(laxer.url()).get("/api/conversations/" + id)))
                    .isBefore(Instant.now().plus(Duration.ofHours(1)));
        }
    }

    private String answered(ApiClient person, String id) {
        try (EventStream stream = person.ask(id, Map.of("text", "Bonjour"))) {
            ScriptedModel.Asked asked = model.nextAsked();
            String answer = stream.next("answer").data().get("id").asString();
            asked.says("Bonjour").ends();
            stream.rest();
            return answer;
        }
    }

    private static String create(ApiClient person) {
        return person.send("POST", "/api/conversations", null).json().get("id").asString();
    }

    private static Instant end(ApiClient.Reply reply) {
        return Instant.parse(reply.json().get("expiresAt").asString());
    }
}
