package fr.isere.iris.quotas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.models.AnswerMeasured;
import fr.isere.iris.models.Sender;
import fr.isere.iris.models.Usage;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A person who asks as much as she may, and once more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuotasTests {

    private final RedisForTests redis = RedisForTests.start();
    private final ScriptedModel model = new ScriptedModel();
    private IrisForTests iris;
    private ApiClient agent;

    @BeforeAll
    void start() {
        iris = IrisForTests.start(
                model,
                redis,
                "iris.quotas.roles.agent.requests-a-day=3",
                "iris.quotas.roles.agent.tokens-a-day=1000",
                "iris.quotas.roles.agent.at-once=1");
        agent = iris.signIn("agent").acceptsTheCharter();
    }

    @BeforeEach
    void newDay() {
        keys().forEach(iris::expire);
    }

    @AfterAll
    void stop() {
        iris.close();
        redis.close();
    }

    @Test
    void theRequestAfterTheLastIsRefusedAndNothingOfItIsWritten() {
        String conversation = conversation(agent);
        for (int i = 0; i < 3; i++) {
            answered(agent, conversation);
        }

        ApiClient.Reply refused = asks(agent, conversation);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().get("type").asString()).endsWith("quota-reached");
        assertThat(refused.json().get("detail").asString())
                .contains("3 demandes")
                .contains("minuit");
        assertThat(agent.get("/api/conversations/" + conversation).json().get("messages"))
                .hasSize(6);
        answered(iris.signIn("elue").acceptsTheCharter(), null);
    }

    @Test
    void theQuotaIsToldBeforeAnythingIsDoneForAMessage() {
        String conversation = conversation(agent);
        for (int i = 0; i < 3; i++) {
            answered(agent, conversation);
        }
        String deservesAReminder = "Classe ces trois candidats et dis-moi lequel recruter.";

        ApiClient.Reply refused = agent.send(
                "POST", "/api/conversations/" + conversation + "/messages", Map.of("text", deservesAReminder));

        assertThat(refused.status()).isEqualTo(429);
    }

    @Test
    void oneAnswerAtATimeMeansThatASecondConversationWaitsForTheFirst() {
        String first = conversation(agent);
        try (EventStream stream = agent.ask(first, Map.of("text", "Bonjour"))) {
            ScriptedModel.Asked asked = model.nextAsked();
            ApiClient.Reply refused = asks(agent, conversation(agent));
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.json().get("detail").asString()).contains("en cours");
            asked.says("Bonjour").ends();
            stream.rest();
        }

        answered(agent, null);
    }

    @Test
    void tokensAreCountedAsModelsTellThem() {
        answered(agent, null);
        String person = keys().iterator().next().replaceAll(".*\\{(.*)}", "$1");
        AnswerMeasured measured = new AnswerMeasured(
                "m",
                "M",
                "a:1",
                new Sender(person, "", Sender.Urgency.CONVERSATION),
                Duration.ZERO,
                null,
                Duration.ZERO,
                new Usage(900, 200),
                AnswerMeasured.Outcome.COMPLETE);

        iris.bean(Quotas.class).onAnswer(measured);

        ApiClient.Reply refused = asks(agent, conversation(agent));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().get("detail").asString()).contains("unités de texte");
    }

    @Test
    void countersEndAtMidnight() {
        answered(agent, null);

        assertThat(keys())
                .hasSize(1)
                .allSatisfy(key -> assertThat(iris.secondsLeft(key)).isBetween(0L, 25L * 3600));
    }

    private Set<String> keys() {
        return iris.keys().stream().filter(key -> key.startsWith("iris:quota:")).collect(Collectors.toSet());
    }

    private static String conversation(ApiClient client) {
        return client.send("POST", "/api/conversations", null).json().get("id").asString();
    }

    private void answered(ApiClient client, @Nullable String in) {
        String conversation = in == null ? conversation(client) : in;
        try (EventStream stream = client.ask(conversation, Map.of("text", "Bonjour"))) {
            model.nextAsked().says("Bonjour").ends();
            stream.rest();
        }
        await().until(() ->
                client.get("/api/conversations/" + conversation).text().contains("\"complete\""));
    }

    private static ApiClient.Reply asks(ApiClient client, String conversation) {
        return client.send("POST", "/api/conversations/" + conversation + "/messages", Map.of("text", "Encore"));
    }
}
