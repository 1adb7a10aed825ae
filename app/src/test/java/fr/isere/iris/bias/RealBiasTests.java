package fr.isere.iris.bias;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import fr.isere.iris.testing.TerseModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The bias probe with a real Ollama and a real model, from a document that was really read: worth nothing as French, whole as a story. */
@Tag("ollama")
class RealBiasTests {

    private static final String OLLAMA =
            Objects.requireNonNullElse(System.getenv("IRIS_TEST_OLLAMA_URL"), "http://127.0.0.1:11434");

    @Test
    void anAnswerFromADocumentIsAskedAgainUnchangedAndWithThePersonExchanged() {
        try (IrisForTests iris = onTheRealModel()) {
            ApiClient agent = iris.signIn("agent").acceptsTheCharter();
            String conversation = agent.send("POST", "/api/conversations", Map.of())
                    .json()
                    .get("id")
                    .asString();
            agent.sendsToRead(conversation, "fiche.txt", "Le poste demande trois ans de pratique.\fIl est à Vizille.");
            complete(agent.ask(
                    conversation,
                    Map.of("text", "Mme Durand, 45 ans, est candidate au poste. Que demande la fiche de poste ?")));
            String before = agent.get("/api/conversations/" + conversation).text();

            JsonNode plan = agent.get("/api/bias/plan?conversation=" + conversation + "&message=2")
                    .json();
            assertThat(plan.get("fromDocuments").asBoolean()).isTrue();
            assertThat(plan.get("cost").get("promptTokens").asInt()).isPositive();
            assertThat(plan.get("cost").get("answerTokens").asInt()).isPositive();
            for (String axis : List.of("control", "gender", "age")) {
                complete(agent.events(
                        "/api/bias/answers", Map.of("conversationId", conversation, "messageId", "2", "axis", axis)));
            }
            assertThat(agent.get("/api/conversations/" + conversation).text()).isEqualTo(before);
        }
    }

    private static void complete(EventStream stream) {
        List<EventStream.Event> events = stream.rest();
        JsonNode last = events.get(events.size() - 1).data();
        assertThat(EventStream.text(events)).as(last.toString()).isNotBlank();
        assertThat(last.get("finishReason").asString()).isIn("complete", "length");
        assertThat(last.get("usage").get("answerTokens").asInt()).isPositive();
    }

    private static IrisForTests onTheRealModel() {
        return IrisForTests.startWith(
                new ScriptedModel(),
                context -> context.removeBeanDefinition("scriptedModels"),
                Stream.of(
                        "spring.data.redis.url=" + RedisForTests.shared().url(),
                        "iris.models.ollama.url=" + OLLAMA,
                        "iris.chat.grace=10m",
                        TerseModel.setting()));
    }
}
