package fr.isere.iris.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bad input gets a problem in French with the right status; none a stack trace, none loses a message. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatBadInputTests {

    private static final String NEVER_DRAWN = "AAAAAAAAAAAAAAAAAAAAAA";

    private final ScriptedModel model = new ScriptedModel();
    private IrisForTests iris;
    private ApiClient agent;
    private ApiClient elue;
    private String conversation;
    private String answer;

    @BeforeAll
    void start() {
        iris = IrisForTests.start(model);
        agent = iris.signIn("agent").acceptsTheCharter();
        elue = iris.signIn("elue").acceptsTheCharter();
        conversation = agent.send("POST", "/api/conversations", Map.of())
                .json()
                .get("id")
                .asString();
        EventStream stream = agent.ask(conversation, Map.of("text", "Bonjour"));
        answer = stream.next("answer").data().get("id").asString();
        model.nextAsked().says("Bonjour").ends();
        stream.rest();
    }

    @AfterAll
    void stop() {
        iris.close();
    }

    static List<Arguments> badMessages() {
        return List.of(
                Arguments.of("{\"text\":\"\"}", 400, "message-empty"),
                Arguments.of("{}", 400, "message-empty"),
                Arguments.of("{\"text\":null}", 400, "message-empty"),
                Arguments.of("{\"text\":\"" + "x".repeat(200_000) + "\"}", 413, "message-too-long"),
                Arguments.of("{\"text\":\"" + "é".repeat(60_000) + "\"}", 413, "message-exceeds-context"),
                Arguments.of("{\"text\":\"a\\u0000b\"}", 400, "message-control-characters"),
                Arguments.of("{\"text\":\"a\\u001bb\"}", 400, "message-control-characters"),
                Arguments.of("{\"text\":\"a\\ud83db\"}", 400, "message-damaged"),
                Arguments.of("{\"text\":\"a\\u202eb\"}", 400, "message-direction-overrides"),
                Arguments.of("{\"text\":\"x\",\"replaces\":\"99\"}", 404, "message-not-found"),
                Arguments.of("{\"text\":\"x\",\"after\":\"-1\"}", 404, "message-not-found"),
                Arguments.of("{\"text\":\"x\"", 400, "request-invalid"),
                Arguments.of("[1,2]", 400, "request-invalid"),
                Arguments.of("{\"text\":{\"a\":1}}", 400, "request-invalid"),
                Arguments.of("", 400, "request-invalid"));
    }

    @ParameterizedTest
    @MethodSource("badMessages")
    void aBadMessageIsRefusedAndChangesNothing(String body, int status, String problem) {
        ApiClient.Reply reply = agent.sendRaw("POST", "/api/conversations/" + conversation + "/messages", body);

        isProblem(reply, status, problem);
        assertThat(agent.get("/api/conversations/" + conversation).json().get("messages"))
                .hasSize(2);
        assertThat(model.isAsked()).isFalse();
    }

    @Test
    void unknownForeignAndMalformedIdsLookTheSame() {
        for (String id : List.of(NEVER_DRAWN, "x", "..%2f..%2fetc", "%7Bx%7D", "é")) {
            isProblem(agent.get("/api/conversations/" + encoded(id)), 404, null);
            isProblem(agent.get("/api/answers/" + encoded(id) + "/events"), 404, null);
        }
        isProblem(elue.get("/api/conversations/" + conversation), 404, "conversation-not-found");
        isProblem(elue.get("/api/answers/" + answer + "/events"), 404, "answer-not-found");
        isProblem(elue.send("POST", "/api/answers/" + answer + "/stop", null), 404, "answer-not-found");
        isProblem(elue.send("DELETE", "/api/conversations/" + conversation, null), 404, "conversation-not-found");
        isProblem(
                elue.send("PATCH", "/api/conversations/" + conversation, Map.of("title", "x")),
                404,
                "conversation-not-found");
        isProblem(
                elue.send("POST", "/api/conversations/" + conversation + "/messages", Map.of("text", "x")),
                404,
                "conversation-not-found");
    }

    @Test
    void anEventIdFromTheFutureOrFromNowhereIsRefused() {
        for (String id : List.of("9999", "-1", "abc", "99999999999999999999")) {
            isProblem(agent.resumeRaw(answer, id), 400, "event-id-unknown");
        }
    }

    @Test
    void aTitleIsCheckedAsAMessageIs() {
        String path = "/api/conversations/" + conversation;
        isProblem(agent.send("PATCH", path, Map.of("title", " ")), 400, "message-empty");
        isProblem(agent.send("PATCH", path, Map.of("title", "x".repeat(201))), 413, "message-too-long");
        isProblem(agent.send("PATCH", path, Map.of("title", "a\u202eb")), 400, "message-direction-overrides");
    }

    @Test
    void nobodyChatsBeforeAcceptingTheCharter() {
        ApiClient newcomer = iris.signIn("exploitant");
        isProblem(newcomer.send("POST", "/api/conversations", Map.of()), 403, "charter-not-accepted");
        isProblem(
                newcomer.send("POST", "/api/conversations/" + NEVER_DRAWN + "/messages", Map.of("text", "x")),
                403,
                "charter-not-accepted");
    }

    private static String encoded(String id) {
        return id.equals("é") ? "%C3%A9" : id;
    }

    private static void isProblem(ApiClient.Reply reply, int status, @Nullable String name) {
        assertThat(reply.status()).isBetween(400, 499);
        if (name == null) {
            return;
        }
        assertThat(reply.type()).startsWith("application/problem+json");
        assertThat(reply.json().get("type").asString()).isEqualTo("urn:iris:problem:" + name);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().get("title").asString()).isNotBlank();
        assertThat(reply.json().get("detail").asString()).isNotBlank();
        assertThat(reply.text()).doesNotContain("Exception", "fr.isere", "\tat ");
    }
}
