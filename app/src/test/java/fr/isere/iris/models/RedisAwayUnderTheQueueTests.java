package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.models.ScriptedEngine.Asked;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Redis goes away while one person is answered and another one waits in the queue that stands there, and comes back. */
@Timeout(300)
class RedisAwayUnderTheQueueTests {

    private final ScriptedEngine engine = new ScriptedEngine();
    private final CountDownLatch goesOn = new CountDownLatch(1);
    private RedisForTests redis;
    private IrisForTests iris;
    private ApiClient agent;
    private EventStream answered;
    private EventStream waiting;
    private String answer;

    @BeforeEach
    void oneIsAnsweredAndOneWaits(@TempDir Path folder) {
        redis = RedisForTests.startPersistent(folder);
        ScriptedOllama.isWell(engine, RealOllama.MODEL);
        engine.on("/api/chat", this::saysTheRestLater);
        iris = IrisForTests.startWith(
                new ScriptedModel(),
                context -> context.removeBeanDefinition("scriptedModels"),
                Stream.of(
                        "spring.data.redis.url=" + redis.url(),
                        "iris.models.ollama.url=" + engine.url(""),
                        "iris.models.slots=1"));
        agent = iris.signIn("agent").acceptsTheCharter();
        answered = agent.ask(conversation(), Map.of("text", "Bonjour"));
        answered.next("token");
        waiting = agent.ask(conversation(), Map.of("text", "Bonjour encore"));
        answer = waiting.next("answer").data().get("id").asString();
        assertThat(waiting.next("queued").data().get("position").asInt()).isEqualTo(1);
    }

    private void saysTheRestLater(Asked asked) throws IOException, InterruptedException {
        ScriptedOllama.begins(asked);
        goesOn.await();
        ScriptedOllama.ends(asked);
    }

    @AfterEach
    void stop() throws IOException {
        goesOn.countDown();
        iris.close();
        engine.close();
        redis.close();
    }

    @Test
    void whoWaitedIsToldAndWhoComesIsRefusedAtOnceAndAllServeAgainOnceRedisIsBack() {
        String another = conversation();
        redis.kill();

        ApiClient.Reply refused =
                agent.send("POST", "/api/conversations/" + another + "/messages", Map.of("text", "X"));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().path("type").asString()).isEqualTo("urn:iris:problem:storage-unavailable");
        assertThat(refused.json().path("retryable").asBoolean()).isTrue();
        assertThat(answered.rest())
                .as("the streams end, and the page asks again")
                .isNotNull();
        assertThat(waiting.rest()).noneMatch(event -> event.type().equals("token"));

        redis.resume();
        goesOn.countDown();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> agent.get("/api/conversations").status() == 200);
        List<EventStream.Event> rest = agent.resume(answer, 0).rest();
        EventStream.Event end = rest.get(rest.size() - 1);
        assertThat(end.type()).isEqualTo("problem");
        assertThat(end.data().path("type").asString()).isEqualTo("urn:iris:problem:engine-unreachable");
        assertThat(end.data().path("retryable").asBoolean()).isTrue();

        List<EventStream.Event> next =
                agent.ask(another, Map.of("text", "Bonjour")).rest();
        assertThat(next.get(next.size() - 1).type()).isEqualTo("done");
    }

    @Test
    void aShortAbsenceCostsNobodyHerPlace() {
        redis.freeze();
        redis.thaw();
        goesOn.countDown();

        for (EventStream stream : List.of(answered, waiting)) {
            List<EventStream.Event> rest = stream.rest();
            assertThat(rest.get(rest.size() - 1).type()).isEqualTo("done");
        }
    }

    private String conversation() {
        return agent.send("POST", "/api/conversations", Map.of())
                .json()
                .get("id")
                .asString();
    }
}
