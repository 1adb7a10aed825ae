package fr.isere.iris.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.AgentStory;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a person ticks as checked stays with the answer, and is hers alone. */
class ChecksTests extends AgentStory {

    private String conversation = "";
    private String answer = "";

    @BeforeEach
    void anAnswerWithTwoFindings() {
        conversation = opensConversation();
        try (EventStream stream = agent.ask(conversation, Map.of("text", "Quel budget ?"))) {
            model.nextAsked().says("Le budget est de 120 € depuis 2024.").ends();
            JsonNode done = stream.next("done").data();
            answer = done.get("messageId").asString();
            assertThat(done.get("findings").get(0).toString())
                    .isEqualTo(
                            "{\"kind\":\"amount\",\"verdict\":\"no_source\",\"text\":\"120 €\",\"start\":17,\"end\":22,"
                                    + "\"evidence\":null,\"checked\":false}");
        }
    }

    @Test
    void ticksStayWithTheAnswerUntilTheyAreTakenBack() {
        assertThat(check(List.of(30)).status()).isEqualTo(204);
        assertThat(ticked()).containsExactly(false, true);
        assertThat(check(List.of(17, 30)).status()).isEqualTo(204);
        assertThat(ticked()).containsExactly(true, true);
        assertThat(check(List.of()).status()).isEqualTo(204);
        assertThat(ticked()).containsExactly(false, false);
    }

    @Test
    void aQuestionAskedMeanwhileLosesNoTick() {
        check(List.of(17));
        try (EventStream stream = agent.ask(conversation, Map.of("text", "Et encore ?"))) {
            assertThat(stream.next("answer")).isNotNull();
            check(List.of(17, 30));
            model.nextAsked().says("Rien.").ends();
            assertThat(stream.next("done")).isNotNull();
        }
        assertThat(ticked()).containsExactly(true, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"checked\": [5]}", "{\"checked\": null}", "{\"checked\": [null]}", "{}"})
    void whatNoFindingStartsAtIsRefused(String body) {
        ApiClient.Reply reply = agent.sendRaw("PUT", checks(answer), body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.text()).contains("urn:iris:problem:check-unknown");
        assertThat(ticked()).containsExactly(false, false);
    }

    @Test
    void aQuestionOrAnAnswerThatIsNotWholeCannotBeTicked() {
        String question = agent.get("/api/conversations/" + conversation)
                .json()
                .get("messages")
                .get(0)
                .get("id")
                .asString();
        assertThat(agent.send("PUT", checks(question), Map.of("checked", List.of()))
                        .text())
                .contains("answer-not-found");
        try (EventStream stream = agent.ask(conversation, Map.of("text", "Et encore ?"))) {
            String running = stream.next("answer").data().get("messageId").asString();
            ApiClient.Reply early = agent.send("PUT", checks(running), Map.of("checked", List.of()));
            assertThat(early.status()).isEqualTo(409);
            model.nextAsked().ends();
            assertThat(stream.next("done")).isNotNull();
        }
    }

    @Test
    void anothersAnswerLooksLikeNone() {
        ApiClient elue = iris.signIn("elue").acceptsTheCharter();
        assertThat(elue.send("PUT", checks(answer), Map.of("checked", List.of()))
                        .status())
                .isEqualTo(404);
    }

    private ApiClient.Reply check(List<Integer> starts) {
        return agent.send("PUT", checks(answer), Map.of("checked", starts));
    }

    private String checks(String message) {
        return "/api/conversations/" + conversation + "/messages/" + message + "/checks";
    }

    private List<Boolean> ticked() {
        JsonNode messages =
                agent.get("/api/conversations/" + conversation).json().get("messages");
        return messages.get(1)
                .get("findings")
                .valueStream()
                .map(finding -> finding.get("checked").asBoolean())
                .toList();
    }
}
