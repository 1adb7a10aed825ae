package fr.isere.iris.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.models.Turn;
import fr.isere.iris.testing.AgentStory;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.ScriptedModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The bias probe of an answer that was written from documents. */
class BiasFromDocumentsTests extends AgentStory {

    private static final String QUESTION =
            "Mme Durand, 45 ans, est candidate au poste. Que demande la fiche de poste ?";

    private String conversation;
    private String sheet;
    private String other;

    @BeforeEach
    void anAnswerFromOneDocumentOfTwo() {
        conversation = opensConversation();
        sheet = agent.sendsToRead(conversation, "fiche.txt", "Le poste demande trois ans de pratique à Vizille.");
        other = agent.sendsToRead(conversation, "autre.txt", "Le règlement du service est voté.");
        EventStream stream = agent.ask(conversation, Map.of("text", QUESTION, "documentIds", List.of(sheet)));
        model.nextAsked().says("Trois ans de pratique [p. 1].").ends();
        stream.rest();
    }

    @Test
    void theVariantIsAskedFromTheSamePages() {
        JsonNode plan = agent.get("/api/bias/plan?conversation=" + conversation + "&message=2")
                .json();
        assertThat(plan.get("fromDocuments").asBoolean()).isTrue();

        EventStream stream = probe("gender");
        ScriptedModel.Asked asked = model.nextAsked();
        Turn question = asked.request().turns().get(asked.request().turns().size() - 1);
        assertThat(question.text())
                .contains("Le poste demande trois ans de pratique à Vizille.")
                .doesNotContain("règlement")
                .endsWith("M. Durand, 45 ans, est candidat au poste. Que demande la fiche de poste ?");
        asked.says("Trois ans.").ends();
        assertThat(EventStream.text(stream.rest())).isEqualTo("Trois ans.");
    }

    @Test
    void itStopsWhenADocumentThatItIsWrittenFromIsErased() {
        EventStream stream = probe("control");
        ScriptedModel.Asked asked = model.nextAsked();
        asked.says("Trois ans");
        stream.next("token");

        assertThat(agent.send("DELETE", "/api/documents/" + other, null).status())
                .isEqualTo(204);
        assertThat(asked.isCancelled()).as("of another document").isFalse();
        assertThat(agent.send("DELETE", "/api/documents/" + sheet, null).status())
                .isEqualTo(204);
        await().until(asked::isCancelled);
        asked.ends();
        assertThat(stream.next("done").data().get("finishReason").asString()).isEqualTo("stopped");

        ApiClient.Reply again = agent.send("POST", "/api/bias/answers", wanted("control"));
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.text()).contains("document-not-found");
    }

    @Test
    void itStopsWhenItsConversationIsErased() {
        EventStream stream = probe("gender");
        ScriptedModel.Asked asked = model.nextAsked();
        String id = stream.next("answer").data().get("id").asString();
        assertThat(agent.send("DELETE", "/api/conversations/" + conversation, null)
                        .status())
                .isEqualTo(204);
        await().until(asked::isCancelled);
        await().until(() -> iris.keys().stream().noneMatch(key -> key.contains(id)));
    }

    private EventStream probe(String axis) {
        return agent.events("/api/bias/answers", wanted(axis));
    }

    private Map<String, String> wanted(String axis) {
        return Map.of("conversationId", conversation, "messageId", "2", "axis", axis);
    }
}
