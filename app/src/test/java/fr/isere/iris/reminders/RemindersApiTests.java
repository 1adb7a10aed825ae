package fr.isere.iris.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.AgentStory;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reminders at the HTTP interface, and what the server enforces before any model is asked. */
class RemindersApiTests extends AgentStory {

    private static final String RANKING = "CANARI-7f3a Classe ces candidats du meilleur au moins bon.";

    private String conversation;

    @BeforeEach
    void aConversation() {
        conversation = opensConversation();
    }

    @Test
    void aRequestGetsAtMostOneReminder() {
        JsonNode reminder = remind("Dois-je retenir ce candidat ? Évalue ces candidatures.");
        assertThat(reminder.get("kind").asString()).isEqualTo("people");
        assertThat(reminder.get("mustAcknowledge").asBoolean()).isTrue();
        assertThat(reminder.get("title").asString()).isNotBlank();
        assertThat(remind("Reformule ce paragraphe plus simplement.").isNull()).isTrue();
    }

    @Test
    void aSumComesWithItsResultAndAFigureWithItsLink() {
        assertThat(remind("15 % de 200").get("result").get("value").asString()).isEqualTo("30");
        assertThat(remind("Combien de collèges en Isère ?").get("link").asString())
                .isEqualTo("https://opendata.isere.fr");
    }

    @Test
    void nothingOfTheTextIsStored() {
        Set<String> before = iris.keys();
        remind(RANKING);
        assertThat(iris.keys()).isEqualTo(before);
    }

    @Test
    void badInputIsRefusedAndALongOneIsNot() {
        assertThat(agent.send("POST", "/api/reminders", Map.of()).status()).isEqualTo(400);
        assertThat(agent.sendRaw("POST", "/api/reminders", "{").status()).isEqualTo(400);
        assertThat(ApiClient.anonymous(iris.url())
                        .send("POST", "/api/reminders", Map.of("text", "x"))
                        .status())
                .isIn(401, 403);
        assertThat(remind("a".repeat(500_000)).isNull()).isTrue();
    }

    @Test
    void whatMustBeReadIsEnforcedBeforeAnyModelIsAsked() {
        ApiClient.Reply refused = send(Map.of("text", RANKING));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("type").asString()).isEqualTo("urn:iris:problem:reminder-not-acknowledged");
        JsonNode reminder = refused.json().get("reminder");
        assertThat(reminder.get("kind").asString()).isEqualTo("people");
        assertThat(reminder.get("text").asString()).isNotBlank();
        assertThat(refused.text()).doesNotContain("CANARI");
        assertThat(send(Map.of("text", RANKING, "acknowledged", List.of("decision")))
                        .status())
                .isEqualTo(409);
        assertThat(model.isAsked()).isFalse();
        assertThat(messages()).isEmpty();
    }

    @Test
    void onceReadItIsAskedAndAskedAgain() {
        String answer = asked(Map.of("text", RANKING, "acknowledged", List.of("people")));
        asked(Map.of("replaces", answer));
        assertThat(messages()).hasSize(3);
    }

    @Test
    void anEditIsARequestLikeAnother() {
        asked(Map.of("text", "Propose des critères."));
        String question = messages().get(0).get("id").asString();
        assertThat(send(Map.of("text", RANKING, "replaces", question)).status()).isEqualTo(409);
        asked(Map.of("text", RANKING, "replaces", question, "acknowledged", List.of("people")));
        assertThat(messages()).hasSize(4);
    }

    @Test
    void whoDoesNotOwnTheConversationLearnsNothing() {
        ApiClient other = iris.signIn("elue").acceptsTheCharter();
        assertThat(other.send("POST", "/api/conversations/" + conversation + "/messages", Map.of("text", RANKING))
                        .status())
                .isEqualTo(404);
    }

    private JsonNode remind(String text) {
        ApiClient.Reply reply = agent.send("POST", "/api/reminders", Map.of("text", text));
        assertThat(reply.status()).isEqualTo(200);
        return reply.json().get("reminder");
    }

    private ApiClient.Reply send(Map<String, Object> message) {
        return agent.send("POST", "/api/conversations/" + conversation + "/messages", message);
    }

    /** Sends it and has it answered to the end. */
    private String asked(Map<String, Object> message) {
        EventStream stream = agent.ask(conversation, message);
        model.nextAsked().says("Voici.").ends();
        return stream.next("done").data().get("messageId").asString();
    }

    private List<JsonNode> messages() {
        return agent.get("/api/conversations/" + conversation)
                .json()
                .get("messages")
                .valueStream()
                .toList();
    }
}
