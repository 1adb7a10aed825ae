package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.ProductionRedis;
import fr.isere.iris.testing.ScriptedModel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Redis is killed and starts again, with what its disk has or with nothing: either is safe, and IRIS goes on without a restart. */
@ExtendWith(OutputCaptureExtension.class)
class RedisRestartTests {

    private static final String CONVERSATIONS = "/api/conversations";
    private static final String QUESTION = "CANARI-7f3a Bonjour";
    private static final String ANSWER = "une réponse";

    @TempDir
    Path folder;

    private final ScriptedModel model = new ScriptedModel();

    @Test
    void withPersistenceWhatLivesComesBackAndWhatEndedOrWasErasedDoesNot() {
        try (ProductionRedis redis = ProductionRedis.start(folder, "--appendonly", "yes", "--save", "1 1");
                IrisForTests iris = start(redis)) {
            whatLivesComesBack(redis, iris);
        }
    }

    private void whatLivesComesBack(ProductionRedis redis, IrisForTests iris) {
        ApiClient agent = iris.signIn("agent").acceptsTheCharter();
        String kept = conversation(agent);
        String erased = conversation(agent);
        assertThat(agent.send("DELETE", CONVERSATIONS + "/" + erased, null).status())
                .isEqualTo(204);
        ApiClient elue = iris.signIn("elue").acceptsTheCharter();
        String ended = conversation(elue);
        Instant end = end(elue, ended);
        assertThat(elue.get(CONVERSATIONS + "/" + ended).text()).contains(ANSWER);

        redis.node().close();
        await().until(() -> agent.get("/api/me").status() == 503);
        assertThat(agent.send("DELETE", CONVERSATIONS + "/" + kept, null).status())
                .as("nothing is half erased")
                .isEqualTo(503);
        await().until(() -> Instant.now().isAfter(end));
        redis.node().resume();

        await().untilAsserted(() -> assertThat(agent.get("/api/me").status()).isEqualTo(200));
        assertThat(agent.get(CONVERSATIONS + "/" + kept).json().findValuesAsString("text"))
                .contains(QUESTION, ANSWER);
        assertThat(agent.get(CONVERSATIONS + "/" + erased).status()).isEqualTo(410);
        assertThat(elue.get(CONVERSATIONS + "/" + ended).status()).isEqualTo(404);
        assertThat(elue.get(CONVERSATIONS).json().get("conversations")).isEmpty();
        assertThat(List.of(erased, ended))
                .allSatisfy(id -> assertThat(redis.asIris("EXISTS", "iris:conversation:{" + id + "}"))
                        .isEqualTo("0"));
        assertThat(redis.asIris("EXISTS", "iris:conversation:{" + kept + "}")).isEqualTo("1");
        assertThat(answers(agent, kept)).isEqualTo("encore");
    }

    @Test
    void withoutPersistenceIrisStartsCleanAndSaysSo(CapturedOutput output) {
        try (ProductionRedis redis = ProductionRedis.start(folder);
                IrisForTests iris = start(redis)) {
            irisStartsClean(redis, iris, output);
        }
    }

    private void irisStartsClean(ProductionRedis redis, IrisForTests iris, CapturedOutput output) {
        ApiClient agent = iris.signIn("agent").acceptsTheCharter();
        String gone = conversation(agent);
        EventStream cut = agent.ask(gone, Map.of("text", "Longue"));
        ScriptedModel.Asked asked = model.nextAsked();
        asked.says("avant ");
        cut.next("token");

        redis.node().close();
        redis.node().resume();
        await().until(() -> agent.get("/api/me").status() == 401);
        asked.says("après ");
        await("the engine is freed").until(asked::isCancelled);
        assertThat(cut.rest())
                .as("no answer is said to be whole")
                .noneMatch(event -> event.type().equals("done"));
        iris.bean(Upkeep.class).listen();
        iris.bean(Upkeep.class).listen();
        assertThat(output.getAll().lines().filter(line -> line.contains(" WARN ") && line.contains("came back empty")))
                .hasSize(1);

        ApiClient again = iris.signIn("agent");
        assertThat(again.get("/api/me").json().at("/charter/mustAccept").asBoolean())
                .isTrue();
        again.acceptsTheCharter();
        assertThat(again.get(CONVERSATIONS).json().get("conversations")).isEmpty();
        assertThat(again.get(CONVERSATIONS + "/" + gone).status()).isEqualTo(404);
        String next = conversation(again);
        try (IrisForTests other = IrisForTests.startOn(model, redis.settings())) {
            assertThat(again.at(other.url()).get(CONVERSATIONS + "/" + next).text())
                    .contains(ANSWER);
        }
        assertThat(keys(redis))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(Long.parseLong(redis.asIris("PTTL", key)))
                        .as(key)
                        .isNotEqualTo(-1));
    }

    /** IRIS on this Redis; what an élue writes soon ends. */
    private IrisForTests start(ProductionRedis redis) {
        return IrisForTests.startOn(
                model, Stream.concat(redis.settings(), Stream.of("iris.retention.roles.elu.idle=4s")));
    }

    /** A new conversation with one answer. */
    private String conversation(ApiClient person) {
        ApiClient.Reply created = person.send("POST", CONVERSATIONS, Map.of());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        String id = created.json().get("id").asString();
        EventStream stream = person.ask(id, Map.of("text", QUESTION));
        model.nextAsked().says(ANSWER).ends();
        assertThat(EventStream.text(stream.rest())).isEqualTo(ANSWER);
        return id;
    }

    private String answers(ApiClient person, String conversation) {
        EventStream stream = person.ask(conversation, Map.of("text", "Et après ?"));
        model.nextAsked().says("encore").ends();
        return EventStream.text(stream.rest());
    }

    private static Instant end(ApiClient person, String conversation) {
        return Instant.parse(person.get(CONVERSATIONS + "/" + conversation)
                .json()
                .get("expiresAt")
                .asString());
    }

    private static List<String> keys(ProductionRedis redis) {
        return redis.asIris("SCAN", "0", "COUNT", "1000").lines().skip(1).toList();
    }
}
