package fr.isere.iris.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.testing.AgentStory;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.EventStream.Event;
import fr.isere.iris.testing.ScriptedModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The chat at its HTTP interface, with a model that says exactly what the test has it say. */
class ChatApiTests extends AgentStory {

    private String conversation;

    @BeforeEach
    void aConversation() {
        conversation = create(agent);
    }

    @Test
    void anAnswerStreamsInOrderAndIsStoredWhenItsEndIsHeard() {
        EventStream stream = ask("Prépare une réunion");
        ScriptedModel.Asked asked = model.nextAsked();
        asked.waits(2).waits(1, Duration.ofMillis(84_200)).loads();
        Event begun = stream.next("answer");
        assertThat(begun.id()).isEqualTo(1);
        assertThat(begun.data().get("title").asString()).isEqualTo("Prépare une réunion");
        assertThat(stream.next("queued").data().toString())
                .contains("\"position\":2")
                .doesNotContain("seconds");
        assertThat(stream.next("queued").data().toString()).contains("\"position\":1", "\"seconds\":85");
        stream.next("loading");

        asked.says("Le ", "12 mars").says(" : 3 points.").ends();
        List<Event> rest = stream.rest();

        assertThat(EventStream.text(rest)).isEqualTo("Le 12 mars : 3 points.");
        Event done = rest.get(rest.size() - 1);
        assertThat(done.type()).isEqualTo("done");
        assertThat(done.data().get("finishReason").asString()).isEqualTo("complete");
        assertThat(done.data().get("usage").get("answerTokens").asInt()).isEqualTo(34);
        assertThat(done.data().get("reminder").asString()).contains("IRIS peut se tromper");
        assertThat(done.data().get("findings").findValuesAsString("kind")).containsExactly("date", "figure");
        JsonNode answer = read().get("messages").get(1);
        assertThat(answer.get("text").asString()).isEqualTo("Le 12 mars : 3 points.");
        assertThat(answer.get("state").asString()).isEqualTo("complete");
        assertThat(answer.get("findings").get(0).get("text").asString()).isEqualTo("12 mars");
    }

    @Test
    void aReaderWhoComesBackMissesNothingAndHearsNothingTwice() {
        EventStream first = ask("Bonjour");
        ScriptedModel.Asked asked = model.nextAsked();
        String answer = first.next("answer").data().get("id").asString();
        asked.says("un ");
        long seen = first.next("token").id();
        first.close();

        asked.says("deux ");
        EventStream second = agent.resume(answer, seen);
        assertThat(second.next("token").data().get("text").asString()).isEqualTo("deux ");
        asked.says("trois").ends();
        List<Event> rest = second.rest();

        assertThat(EventStream.text(rest)).isEqualTo("trois");
        assertThat(EventStream.text(agent.resume(answer, 0).rest())).isEqualTo("un deux trois");
        assertThat(agent.resume(answer, rest.get(rest.size() - 1).id()).rest()).isEmpty();
    }

    @Test
    void stopKeepsWhatWasSaidAndIsHarmlessAfterTheEnd() {
        EventStream stream = ask("Bonjour");
        ScriptedModel.Asked asked = model.nextAsked();
        String answer = stream.next("answer").data().get("id").asString();
        asked.says("Début");
        stream.next("token");

        assertThat(agent.send("POST", "/api/answers/" + answer + "/stop", null).status())
                .isEqualTo(204);
        assertThat(stream.next("done").data().get("finishReason").asString()).isEqualTo("stopped");
        assertThat(asked.isCancelled()).isTrue();
        assertThat(agent.send("POST", "/api/answers/" + answer + "/stop", null).status())
                .isEqualTo(204);
        assertThat(read().get("messages").get(1).get("state").asString()).isEqualTo("stopped");
        assertThat(read().get("messages").get(1).get("text").asString()).isEqualTo("Début");
    }

    @Test
    void editingAndRegeneratingMakeBranchesAndLoseNothing() {
        answerFully(Map.of("text", "Première demande"), "première réponse");
        answerFully(Map.of("replaces", "2"), "autre réponse");
        answerFully(Map.of("text", "Demande corrigée", "replaces", "1"), "réponse corrigée");
        answerFully(Map.of("text", "Suite", "after", "2"), "suite de la première");

        JsonNode messages = read().get("messages");
        assertThat(messages.findValuesAsString("text"))
                .contains("Première demande", "première réponse", "autre réponse", "Demande corrigée")
                .contains("réponse corrigée", "Suite", "suite de la première");
        assertThat(messages.get(2).get("parentId").asString()).isEqualTo("1");
        assertThat(messages.get(3).get("parentId").isNull()).isTrue();
        assertThat(messages.get(5).get("parentId").asString()).isEqualTo("2");
    }

    @Test
    void theModelReadsTheBranchThatIsContinuedAndNoOther() {
        answerFully(Map.of("text", "A"), "a");
        answerFully(Map.of("text", "B", "replaces", "1"), "b");
        EventStream stream = agent.ask(conversation, Map.of("text", "C", "after", "2"));
        ScriptedModel.Asked asked = model.nextAsked();

        assertThat(asked.request().turns())
                .extracting(turn -> turn.text())
                .containsExactly("Consigne permanente.", "A", "a", "C");
        asked.ends();
        stream.rest();
    }

    @Test
    void whatTheModelCouldNotReadIsSaid() {
        answerFully(Map.of("text", "x".repeat(8000)), "y".repeat(2000));
        EventStream stream = ask("z".repeat(8000));
        model.nextAsked().says("Réponse").ends();

        assertThat(stream.next("done").data().get("leftOut").asInt()).isEqualTo(1);
        assertThat(read().get("messages").get(3).get("leftOut").asInt()).isEqualTo(1);
    }

    @Test
    void anAnswerCutAtItsLimitIsSaidToBe() {
        EventStream stream = ask("Bonjour");
        model.nextAsked().says("Long").endsAtTheLimit();

        assertThat(stream.next("done").data().get("finishReason").asString()).isEqualTo("length");
        assertThat(read().get("messages").get(1).get("state").asString()).isEqualTo("length");
    }

    @Test
    void aFailureSaysWhatIsKeptAndWhetherToTryAgain() {
        for (EngineFailure failure : EngineFailure.values()) {
            String before = create(agent);
            EventStream stream = agent.ask(before, Map.of("text", "Bonjour"));
            model.nextAsked().says("Début").fails(failure);

            JsonNode problem = stream.next("problem").data();
            assertThat(problem.get("retryable").asBoolean()).isEqualTo(failure.retryHelps());
            assertThat(problem.get("type").asString()).startsWith("urn:iris:problem:engine-");
            JsonNode message = agent.get("/api/conversations/" + before)
                    .json()
                    .get("messages")
                    .get(1);
            assertThat(message.get("state").asString()).isEqualTo("failed");
            assertThat(message.get("text").asString()).isEqualTo("Début");
            assertThat(message.get("problem").get("title").asString())
                    .isEqualTo(problem.get("title").asString());
        }
    }

    @Test
    void ofTwoTabsThatSendAtOnceOneIsAnsweredAndTheOtherIsTold() {
        EventStream stream = ask("Première");
        ScriptedModel.Asked asked = model.nextAsked();

        ApiClient.Reply refused =
                agent.send("POST", "/api/conversations/" + conversation + "/messages", Map.of("text", "Seconde"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("type").asString()).isEqualTo("urn:iris:problem:answer-in-progress");
        asked.ends();
        stream.rest();
        assertThat(read().get("messages")).hasSize(2);
        assertThat(model.isAsked()).isFalse();
    }

    @Test
    void titlesComeFromTheFirstMessageAndCanBeChanged() {
        answerFully(Map.of("text", "Rédige un courrier"), "Voici");
        assertThat(read().get("title").asString()).isEqualTo("Rédige un courrier");

        ApiClient.Reply renamed =
                agent.send("PATCH", "/api/conversations/" + conversation, Map.of("title", "Courrier au maire"));

        assertThat(renamed.status()).isEqualTo(200);
        assertThat(read().get("title").asString()).isEqualTo("Courrier au maire");
    }

    @Test
    void theListShowsOnesOwnMostRecentFirst() {
        String other = create(agent);
        agent.ask(other, Map.of("text", "Plus récente")).close();
        model.nextAsked().ends();
        await().until(() ->
                agent.get("/api/conversations/" + other).json().get("answering").isNull());

        List<String> ids =
                agent.get("/api/conversations").json().get("conversations").findValuesAsString("id");
        assertThat(ids.get(0)).isEqualTo(other);
        assertThat(ids).contains(conversation);
        ApiClient elue = iris.signIn("elue").acceptsTheCharter();
        assertThat(elue.get("/api/conversations").json().get("conversations").findValuesAsString("id"))
                .doesNotContain(other, conversation);
    }

    @Test
    void anErasedConversationIsGoneWithItsAnswersEvenWhileOneIsGenerated() {
        EventStream stream = ask("Bonjour");
        ScriptedModel.Asked asked = model.nextAsked();
        String answer = stream.next("answer").data().get("id").asString();
        asked.says("Début");
        stream.next("token");

        assertThat(agent.send("DELETE", "/api/conversations/" + conversation, null)
                        .status())
                .isEqualTo(204);

        await().until(asked::isCancelled);
        stream.rest();
        assertThat(agent.get("/api/conversations/" + conversation).status()).isEqualTo(410);
        assertThat(agent.get("/api/answers/" + answer + "/events").status()).isEqualTo(404);
        await().untilAsserted(() -> assertThat(iris.keys().stream().filter(key -> !key.startsWith("iris:erased:")))
                .noneMatch(key -> key.contains(conversation) || key.contains(answer)));
    }

    @Test
    void eraseAllSaysHowMany() {
        ApiClient referent = iris.signIn("referent").acceptsTheCharter();
        create(referent);
        create(referent);

        assertThat(referent.send("DELETE", "/api/conversations", null)
                        .json()
                        .get("deleted")
                        .asInt())
                .isEqualTo(2);
        assertThat(referent.get("/api/conversations").json().get("conversations"))
                .isEmpty();
    }

    @Test
    void everyKeyInRedisHasAnEnd() {
        answerFully(Map.of("text", "Bonjour"), "Bonjour");
        ask("Encore");
        ScriptedModel.Asked asked = model.nextAsked();

        assertThat(iris.keys()).anyMatch(key -> key.contains(conversation)).noneMatch(iris::isWithoutEnd);
        asked.ends();
    }

    private EventStream ask(String text) {
        return agent.ask(conversation, Map.of("text", text));
    }

    private void answerFully(Map<String, String> message, String answer) {
        EventStream stream = agent.ask(conversation, message);
        model.nextAsked().says(answer).ends();
        assertThat(stream.next("done").data().get("finishReason").asString()).isEqualTo("complete");
    }

    private JsonNode read() {
        return agent.get("/api/conversations/" + conversation).json();
    }

    private static String create(ApiClient person) {
        ApiClient.Reply created = person.send("POST", "/api/conversations", Map.of());
        assertThat(created.status()).isEqualTo(201);
        return created.json().get("id").asString();
    }
}
