package fr.isere.iris.exports;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports at their HTTP interface: what leaves, and what does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportApiTests {

    /** Two precise claims of a plain chat: both without a source. */
    private static final String ANSWER = "Le budget est de 14,2 M€ depuis le 12 mars 2025.";

    private final RedisForTests redis = RedisForTests.start(); // where nobody accepted anything yet
    private final ScriptedModel model = new ScriptedModel();
    private IrisForTests iris;
    private ApiClient agent;
    private String conversation;

    @BeforeAll
    void start() {
        iris = IrisForTests.start(model, redis);
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
    void aFileLeavesWithANameTheMentionTheReminderAndWhatIsStillToBeChecked() {
        answers(ANSWER);
        ApiClient.Reply made = export(wanted(Map.of("leftOpen", starts())));

        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(made.type()).startsWith("text/markdown");
        assertThat(made.text())
                .contains("relu et validé par Camille Martin, sauf 2 points à vérifier")
                .contains("IRIS peut se tromper, même avec assurance")
                .contains("14,2 M€", "Points à vérifier", "sans source");
    }

    @Test
    void nothingLeavesWhileAPointIsNeitherTickedNorLeftKnowingly() {
        answers(ANSWER);
        assertProblem(export(wanted(Map.of())), 409, "export-checklist-open");

        String checks = "/api/conversations/" + conversation + "/messages/2/checks";
        assertThat(agent.send("PUT", checks, Map.of("checked", starts())).status())
                .isEqualTo(204);
        ApiClient.Reply made = export(wanted(Map.of()));

        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(made.text()).contains("validé par Camille Martin.").doesNotContain("Points à vérifier");
    }

    @ParameterizedTest
    @CsvSource({
        "reviewer, '', 400, export-reviewer-missing",
        "format, rtf, 400, export-format-unknown",
        "messageId, 99, 404, answer-not-found",
        "messageId, 1, 404, answer-not-found",
        "conversationId, nowhere, 404, conversation-not-found"
    })
    void whatIsWrongIsSaid(String field, String value, int status, String problem) {
        answers("Bonjour.");
        assertProblem(export(wanted(Map.of(field, value))), status, problem);
    }

    @Test
    void anAnswerThatIsNotWholeStaysIn() {
        EventStream stream = agent.ask(conversation, Map.of("text", "Bonjour"));
        ScriptedModel.Asked asked = model.nextAsked();
        String id = stream.next("answer").data().get("id").asString();
        asked.says("Début");
        stream.next("token");
        assertProblem(export(wanted(Map.of())), 409, "answer-in-progress");
        agent.send("POST", "/api/answers/" + id + "/stop", null);
        stream.rest();

        assertProblem(export(wanted(Map.of())), 409, "export-answer-incomplete");
    }

    @Test
    void nobodyExportsAnothersAnswerNorWithoutTheCharter() {
        answers("Bonjour.");
        ApiClient elue = iris.signIn("elue");
        assertProblem(elue.send("POST", "/api/exports", wanted(Map.of())), 403, "charter-not-accepted");
        elue.acceptsTheCharter();
        assertProblem(elue.send("POST", "/api/exports", wanted(Map.of())), 404, "conversation-not-found");
    }

    private void answers(String text) {
        EventStream stream = agent.ask(conversation, Map.of("text", "Quel budget ?"));
        model.nextAsked().says(text).ends();
        stream.rest();
    }

    private List<Integer> starts() {
        return agent
                .get("/api/conversations/" + conversation)
                .json()
                .get("messages")
                .get(1)
                .get("findings")
                .findValues("start")
                .stream()
                .map(start -> start.asInt())
                .toList();
    }

    private Map<String, Object> wanted(Map<String, ?> change) {
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "conversationId", conversation, "messageId", "2", "format", "markdown", "reviewer", "Camille Martin"));
        wanted.putAll(change);
        return wanted;
    }

    private ApiClient.Reply export(Map<String, Object> wanted) {
        return agent.send("POST", "/api/exports", wanted);
    }

    private static void assertProblem(ApiClient.Reply reply, int status, String problem) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.json().get("type").asString()).isEqualTo("urn:iris:problem:" + problem);
    }
}
