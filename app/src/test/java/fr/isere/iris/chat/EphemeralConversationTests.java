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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A conversation that never leaves the memory of its instance. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EphemeralConversationTests {

    private static final String CONVERSATIONS = "/api/conversations";

    private final RedisForTests redis = RedisForTests.start();
    private final ScriptedModel model = new ScriptedModel();
    private IrisForTests iris;

    @BeforeAll
    void start() {
        iris = IrisForTests.start(model, redis);
    }

    @AfterAll
    void stop() {
        iris.close();
        redis.close();
    }

    @Test
    void nothingOfItIsWrittenToRedisAtAnyMoment() {
        ApiClient elue = iris.signIn("elue").acceptsTheCharter();
        Set<String> before = iris.keys();
        String id = create(elue);
        try (EventStream stream = elue.ask(id, Map.of("text", "Bonjour"))) {
            ScriptedModel.Asked asked = model.nextAsked().says("Bon", "jour");
            stream.next("token");
            assertThat(iris.keys()).isEqualTo(before);
            asked.ends();
            stream.rest();
        }
        elue.send("PATCH", CONVERSATIONS + "/" + id, Map.of("title", "Essai"));
        assertThat(iris.keys()).isEqualTo(before);

        elue.send("DELETE", CONVERSATIONS + "/" + id, null);
        assertThat(iris.keys()).isEqualTo(before);
    }

    @Test
    void itIsLivedInAsAnyOther() {
        ApiClient agent = iris.signIn("agent").acceptsTheCharter();
        String id = create(agent);
        String answer;
        try (EventStream stream = agent.ask(id, Map.of("text", "Bonjour"))) {
            ScriptedModel.Asked asked = model.nextAsked().says("un ");
            answer = stream.next("answer").data().get("id").asString();
            assertThat(agent.send("POST", CONVERSATIONS + "/" + id + "/messages", Map.of("text", "Trop tôt"))
                            .status())
                    .isEqualTo(409);
            asked.says("deux").ends();
            stream.rest();
        }
        assertThat(EventStream.text(agent.resume(answer, 0).rest())).isEqualTo("un deux");
        String first = agent.get(CONVERSATIONS + "/" + id)
                .json()
                .get("messages")
                .get(1)
                .get("id")
                .asString();
        try (EventStream again = agent.ask(id, Map.of("replaces", first))) {
            ScriptedModel.Asked asked = model.nextAsked().says("trois");
            String other = again.next("answer").data().get("id").asString();
            agent.send("POST", "/api/answers/" + other + "/stop", null);
            assertThat(again.next("done").data().get("finishReason").asString()).isEqualTo("stopped");
            assertThat(asked.isCancelled()).isTrue();
        }

        ApiClient.Reply read = agent.get(CONVERSATIONS + "/" + id);
        assertThat(read.json().get("ephemeral").asBoolean()).isTrue();
        assertThat(read.json().findValuesAsString("text")).containsExactly("Bonjour", "un deux", "trois");
        assertThat(listed(agent)).contains(id);
        assertThat(Instant.parse(read.json().get("expiresAt").asString()))
                .isCloseTo(Instant.now().plus(Duration.ofMinutes(30)), within(10, ChronoUnit.SECONDS));

        agent.send("PATCH", CONVERSATIONS + "/" + id, Map.of("eraseIn", "PT2M"));
        assertThat(Instant.parse(agent.get(CONVERSATIONS + "/" + id)
                        .json()
                        .get("expiresAt")
                        .asString()))
                .isCloseTo(Instant.now().plus(Duration.ofMinutes(2)), within(10, ChronoUnit.SECONDS));
        agent.send("DELETE", CONVERSATIONS + "/" + id, null);
        assertThat(agent.get(CONVERSATIONS + "/" + id).status()).isEqualTo(410);
        assertThat(listed(agent)).doesNotContain(id);
    }

    @Test
    void whatIsSaidOfAnOrdinaryOneIsThatItIsNone() {
        ApiClient agent = iris.signIn("agent").acceptsTheCharter();
        ApiClient.Reply created = agent.send("POST", CONVERSATIONS, Map.of());

        assertThat(created.json().get("ephemeral").asBoolean()).isFalse();
        assertThat(agent.send("POST", CONVERSATIONS, Map.of("ephemeral", "peut-être"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nobodyElseFindsItAndNoOtherInstanceHasIt() {
        ApiClient agent = iris.signIn("agent").acceptsTheCharter();
        String id = create(agent);
        ApiClient elue = iris.signIn("elue").acceptsTheCharter();

        assertGone(elue.get(CONVERSATIONS + "/" + id));
        assertGone(elue.send("DELETE", CONVERSATIONS + "/" + id, null));
        try (IrisForTests neighbour = IrisForTests.start(model, redis)) {
            ApiClient there = agent.at(neighbour.url());
            assertGone(there.get(CONVERSATIONS + "/" + id));
            assertThat(listed(there)).doesNotContain(id);
        }
        assertThat(agent.get(CONVERSATIONS + "/" + id).status()).isEqualTo(200);
    }

    @Test
    void itGoesWhenItsOwnerSignsOutAndOrdinaryOnesStay() {
        ApiClient agent = iris.signIn("agent").acceptsTheCharter();
        String id = create(agent);
        String ordinary =
                agent.send("POST", CONVERSATIONS, null).json().get("id").asString();
        agent.send("POST", "/logout", null);

        ApiClient back = iris.signIn("agent");
        assertThat(back.get(CONVERSATIONS + "/" + id).status()).isEqualTo(410);
        assertThat(listed(back)).contains(ordinary).doesNotContain(id);
    }

    @Test
    void erasingAllErasesItToo() {
        ApiClient agent = iris.signIn("agent").acceptsTheCharter();
        String id = create(agent);
        agent.send("DELETE", CONVERSATIONS, null);

        assertThat(agent.get(CONVERSATIONS + "/" + id).status()).isEqualTo(410);
    }

    @Test
    void withoutRoomAnotherIsRefusedAndNothingElseIs() {
        try (IrisForTests small = IrisForTests.start(model, redis, "iris.retention.ephemeral.memory=1KB")) {
            ApiClient agent = small.signIn("agent").acceptsTheCharter();
            create(agent);
            create(agent);
            ApiClient.Reply refused = agent.send("POST", CONVERSATIONS, Map.of("ephemeral", true));

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().get("type").asString()).isEqualTo("urn:iris:problem:storage-full");
            assertThat(agent.send("POST", CONVERSATIONS, null).status()).isEqualTo(201);
        }
    }

    @Test
    void opsMayOfferNone() {
        try (IrisForTests none = IrisForTests.start(model, redis, "iris.retention.ephemeral.memory=0")) {
            ApiClient agent = none.signIn("agent").acceptsTheCharter();

            assertThat(agent.get("/api/settings")
                            .json()
                            .get("retention")
                            .get("ephemeral")
                            .isNull())
                    .isTrue();
            ApiClient.Reply refused = agent.send("POST", CONVERSATIONS, Map.of("ephemeral", true));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().get("type").asString()).isEqualTo("urn:iris:problem:ephemeral-not-offered");
        }
    }

    private static void assertGone(ApiClient.Reply reply) {
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().get("type").asString()).isEqualTo("urn:iris:problem:ephemeral-conversation-gone");
    }

    private static String create(ApiClient person) {
        ApiClient.Reply created = person.send("POST", CONVERSATIONS, Map.of("ephemeral", true));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.json().get("id").asString();
    }

    private static List<String> listed(ApiClient person) {
        return person.get(CONVERSATIONS).json().get("conversations").findValuesAsString("id");
    }
}
