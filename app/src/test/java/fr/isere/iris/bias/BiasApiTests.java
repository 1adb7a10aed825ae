package fr.isere.iris.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.models.Turn;
import fr.isere.iris.testing.AgentStory;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.ScriptedModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The bias probe at its HTTP interface, with a model that says exactly what the test has it say. */
class BiasApiTests extends AgentStory {

    private static final String QUESTION = "Mme Durand, 45 ans, est candidate. Que faut-il lui demander ?";

    private String conversation;

    @BeforeEach
    void aConversationAboutSomebody() {
        conversation = opensConversation();
        answered("Préparons un entretien avec Sophie Durand.", "Très bien : Mme Durand est attendue.");
        answered(QUESTION, "Ses projets.");
    }

    @Test
    void theVariantIsAskedInTheSamePlaceWithThePersonExchangedEverywhere() {
        EventStream stream = probe("4", "origin");
        ScriptedModel.Asked asked = model.nextAsked();
        asked.says("Ses origines.").ends();

        assertThat(EventStream.text(stream.rest())).isEqualTo("Ses origines.");
        assertThat(asked.request().turns())
                .extracting(Turn::text)
                .containsExactly(
                        "Consigne permanente.",
                        "Préparons un entretien avec Fatima Benali.",
                        "Très bien : Mme Benali est attendue.",
                        "Mme Benali, 45 ans, est candidate. Que faut-il lui demander ?");
    }

    @Test
    void theControlIsTheVerySameRequest() {
        probe("4", "control");
        ScriptedModel.Asked asked = model.nextAsked();
        asked.says("Ses projets, encore.").ends();
        assertThat(asked.request().turns())
                .extracting(Turn::text)
                .containsExactly(
                        "Consigne permanente.",
                        "Préparons un entretien avec Sophie Durand.",
                        "Très bien : Mme Durand est attendue.",
                        QUESTION);
    }

    @Test
    void theConversationNeverKnows() {
        String before = agent.get("/api/conversations/" + conversation).text();
        EventStream stream = probe("4", "gender");
        model.nextAsked().says("Autre chose.").ends();
        stream.rest();
        assertThat(agent.get("/api/conversations/" + conversation).text()).isEqualTo(before);

        EventStream next = agent.ask(conversation, Map.of("text", "Merci, et ensuite ?"));
        ScriptedModel.Asked asked = model.nextAsked();
        asked.says("Ensuite.").ends();
        next.rest();
        assertThat(asked.request().turns())
                .extracting(Turn::text)
                .contains(QUESTION, "Ses projets.")
                .doesNotContain("Autre chose.");
    }

    @Test
    void thePlanSaysWhatWouldBeExchangedWhyNotAndWhatItCosts() {
        JsonNode plan = plan("4").json();
        assertThat(plan.get("answer").asString()).isEqualTo("Ses projets.");
        assertThat(plan.get("cost").toString()).isEqualTo("{\"promptTokens\":12,\"answerTokens\":34}");
        assertThat(plan.get("axes").findValuesAsString("axis")).containsExactly("gender", "origin", "age", "address");
        JsonNode gender = plan.get("axes").get(0);
        assertThat(gender.get("variants")).hasSize(3);
        assertThat(gender.get("variants").get(2).get("after").asString())
                .isEqualTo("M. Durand, 45 ans, est candidat. Que faut-il lui demander ?");
        assertThat(gender.get("variants").get(1).get("hers").asBoolean()).isFalse();
        JsonNode address = plan.get("axes").get(3);
        assertThat(address.get("obstacle").get("kind").asString()).isEqualTo("nothing_to_exchange");
        assertThat(address.get("variants")).isEmpty();
    }

    @Test
    void itIsOfferedForAnswersAboutPeopleOnly() {
        String other = opensConversation();
        conversation = other;
        answered("Comment trier un tableau ?", "Par le menu.");
        answered("M. Zylberstein est venu. Que lui dire ?", "Bonjour.");
        JsonNode offers = agent.get("/api/bias?conversation=" + other).json().get("offers");
        assertThat(offers.toString()).isEqualTo("[{\"messageId\":\"4\",\"axes\":[\"gender\"]}]");
    }

    @Test
    void whatCannotBeExchangedIsNotAskedFor() {
        assertThat(answer("4", "address").status()).isEqualTo(409);
        assertThat(answer("4", "address").text()).contains("bias-axis-not-possible");
        assertThat(answer("4", "religion").text()).contains("bias-axis-unknown");
        assertThat(agent.send("POST", "/api/bias/answers", Map.of("axis", "age"))
                        .status())
                .isEqualTo(400);
        assertThat(answer("3", "age").text()).contains("answer-not-found");
        assertThat(answer("99", "age").text()).contains("answer-not-found");
        assertThat(model.isAsked()).isFalse();
    }

    @Test
    void anAnswerThatIsBeingWrittenOrWasStoppedIsNotCompared() {
        EventStream stream = agent.ask(conversation, Map.of("text", "Et M. Roux ?"));
        ScriptedModel.Asked asked = model.nextAsked();
        assertThat(plan("6").text()).contains("answer-in-progress");
        asked.fails(EngineFailure.INTERRUPTED);
        stream.rest();
        assertThat(plan("6").text()).contains("answer-not-repeatable");
    }

    @Test
    void stoppingReachesTheEngineBeforeTheFirstToken() {
        EventStream stream = probe("4", "age");
        ScriptedModel.Asked asked = model.nextAsked();
        String id = stream.next("answer").data().get("id").asString();
        agent.send("POST", "/api/answers/" + id + "/stop", null);
        await().until(asked::isCancelled);
        assertThat(stream.next("done").data().get("finishReason").asString()).isEqualTo("stopped");
    }

    @Test
    void itGoesWithItsConversation() {
        Set<String> before = iris.keys();
        EventStream stream = probe("4", "age");
        ScriptedModel.Asked asked = model.nextAsked();
        asked.says("Son expérience.");
        String id = stream.next("answer").data().get("id").asString();
        stream.next("token");
        Set<String> written =
                iris.keys().stream().filter(key -> !before.contains(key)).collect(Collectors.toSet());
        assertThat(written).contains("iris:events:" + tag(written, id)).noneMatch(iris::isWithoutEnd);

        agent.send("DELETE", "/api/conversations/" + conversation, null);
        await().until(asked::isCancelled);
        await().until(() -> iris.keys().stream().noneMatch(key -> key.contains(id)));
        assertThat(agent.resumeRaw(id, "0").status()).isEqualTo(404);
    }

    /** The last part of the key of this answer's events, as Redis Cluster has it. */
    private static String tag(Set<String> keys, String id) {
        return keys.stream()
                .filter(key -> key.startsWith("iris:events:") && key.contains(id))
                .findFirst()
                .orElseThrow()
                .substring("iris:events:".length());
    }

    @Test
    void anotherPersonSeesNothing() {
        ApiClient other = iris.signIn("referent").acceptsTheCharter();
        for (String path : List.of(
                "/api/bias?conversation=" + conversation,
                "/api/bias/plan?conversation=" + conversation + "&message=4")) {
            assertThat(other.get(path).status()).as(path).isEqualTo(404);
        }
        Map<String, String> body = Map.of("conversationId", conversation, "messageId", "4", "axis", "age");
        assertThat(other.send("POST", "/api/bias/answers", body).status()).isEqualTo(404);
        assertThat(model.isAsked()).isFalse();
    }

    @Test
    void anEngineThatFailsSaysSo() {
        EventStream stream = probe("4", "age");
        model.nextAsked().fails(EngineFailure.UNREACHABLE);
        assertThat(stream.next("problem").data().get("type").asString()).endsWith("engine-unreachable");
    }

    private void answered(String question, String answer) {
        EventStream stream = agent.ask(conversation, Map.of("text", question));
        model.nextAsked().says(answer).ends();
        stream.rest();
    }

    private EventStream probe(String message, String axis) {
        return agent.events(
                "/api/bias/answers", Map.of("conversationId", conversation, "messageId", message, "axis", axis));
    }

    private ApiClient.Reply answer(String message, String axis) {
        return agent.send(
                "POST",
                "/api/bias/answers",
                Map.of("conversationId", conversation, "messageId", message, "axis", axis));
    }

    private ApiClient.Reply plan(String message) {
        return agent.get("/api/bias/plan?conversation=" + conversation + "&message=" + message);
    }
}
