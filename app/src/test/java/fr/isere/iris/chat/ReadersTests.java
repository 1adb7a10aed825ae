package fr.isere.iris.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Readers that are slow, that leave, and a store that hangs: none of it loses or holds an answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadersTests {

    private static final String PIECE = "mot ".repeat(1000);

    private final ScriptedModel model = new ScriptedModel();
    private RedisForTests redis;
    private IrisForTests iris;
    private ApiClient agent;
    private String conversation;

    @BeforeAll
    void start() {
        redis = RedisForTests.start();
        iris = IrisForTests.start(model, redis, "iris.chat.grace=3s");
        agent = iris.signIn("agent").acceptsTheCharter();
    }

    @AfterAll
    void stop() {
        iris.close();
        redis.close();
    }

    @BeforeEach
    void newConversation() {
        conversation = agent.send("POST", "/api/conversations", Map.of())
                .json()
                .get("id")
                .asString();
    }

    @Test
    void aBrowserThatReadsNothingHoldsNeitherItsAnswerNorAnothers() throws Exception {
        EventStream stream = agent.ask(conversation, Map.of("text", "Bonjour"));
        ScriptedModel.Asked asked = model.nextAsked();
        String answer = stream.next("answer").data().get("id").asString();
        URI address = URI.create(iris.url());
        try (Socket deaf = new Socket(address.getHost(), address.getPort())) {
            deaf.getOutputStream()
                    .write(("GET /api/answers/" + answer + "/events HTTP/1.1\r\nHost: " + address.getAuthority()
                                    + "\r\nCookie: " + agent.cookieHeader() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            // Far more than the socket's buffers hold.
            for (int i = 0; i < 2000; i++) {
                asked.says(PIECE);
            }
            asked.ends();

            assertThat(stream.next("done").data().get("finishReason").asString())
                    .isEqualTo("complete");
            String other = agent.send("POST", "/api/conversations", Map.of())
                    .json()
                    .get("id")
                    .asString();
            EventStream next = agent.ask(other, Map.of("text", "Bonjour"));
            model.nextAsked().says("Bonjour").ends();
            assertThat(EventStream.text(next.rest())).isEqualTo("Bonjour");
        }
    }

    @Test
    void anAnswerThatNobodyReadsEndsAfterTheGracePeriodAndIsKept() {
        EventStream stream = agent.ask(conversation, Map.of("text", "Bonjour"));
        ScriptedModel.Asked asked = model.nextAsked();
        asked.says("Début");
        stream.next("token");

        stream.close();

        await().atMost(Duration.ofSeconds(20)).until(asked::isCancelled);
        await().until(() -> state().equals("stopped"));
        assertThat(agent.get("/api/conversations/" + conversation)
                        .json()
                        .get("messages")
                        .get(1)
                        .get("text")
                        .asString())
                .isEqualTo("Début");
    }

    @Test
    void aStoreThatHangsIsSaidAndHealsWithoutALostToken() {
        EventStream stream = agent.ask(conversation, Map.of("text", "Bonjour"));
        ScriptedModel.Asked asked = model.nextAsked();
        asked.says("avant ");
        assertThat(stream.next("token").data().get("text").asString()).isEqualTo("avant ");

        redis.freeze();
        asked.says("pendant ");
        ApiClient.Reply refused = agent.get("/api/conversations");
        redis.thaw();
        asked.says("après").ends();

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().get("type").asString()).isEqualTo("urn:iris:problem:storage-unavailable");
        assertThat(refused.json().get("retryable").asBoolean()).isTrue();
        assertThat(EventStream.text(stream.rest())).isEqualTo("pendant après");
        assertThat(state()).isEqualTo("complete");
    }

    private String state() {
        return agent.get("/api/conversations/" + conversation)
                .json()
                .get("messages")
                .get(1)
                .get("state")
                .asString();
    }
}
