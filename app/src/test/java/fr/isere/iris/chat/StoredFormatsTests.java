package fr.isere.iris.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.isere.iris.identity.People;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.StoredJson;
import fr.isere.iris.retention.Unreadable;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Two versions of IRIS on one Redis: what one writes, the other reads, or leaves as it is. */
class StoredFormatsTests {

    /** As version 0.1 writes a person's message. */
    private static final String MESSAGE = "{\"id\":\"1\",\"author\":\"USER\",\"text\":\"CANARI-7f3a Bonjour\","
            + "\"createdAt\":\"2026-11-28T10:00:00Z\",\"state\":\"COMPLETE\"}";

    private final JsonMapper json = new JsonMapper();

    @Test
    void whatVersionOneWroteIsRead() {
        Message message = StoredJson.read(json, MESSAGE, Message.class);

        assertThat(message.text()).isEqualTo("CANARI-7f3a Bonjour");
        assertThat(message.state()).isEqualTo(Message.State.COMPLETE);
        assertThat(message.answer()).isNull();
        assertThat(json.writeValueAsString(message)).isEqualTo(MESSAGE);
    }

    @Test
    void aFieldThatThisVersionDoesNotKnowIsPassedOver() {
        String newer = MESSAGE.replace("{\"id\"", "{\"mood\":{\"of\":[1,2]},\"id\"");

        assertThat(StoredJson.read(json, newer, Message.class))
                .isEqualTo(StoredJson.read(json, MESSAGE, Message.class));
    }

    @Test
    void aValueThatThisVersionDoesNotKnowDoesNotOpenAndIsNotQuoted() {
        String newer = MESSAGE.replace("COMPLETE", "POSTPONED");

        assertThatThrownBy(() -> StoredJson.read(json, newer, Message.class))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.reason()).isEqualTo(Unreadable.Reason.FORMAT))
                .hasNoCause()
                .message()
                .doesNotContain("CANARI");
    }

    @Test
    void aConversationOfANewerVersionHidesNoOtherAndIsLeftAsItIs() {
        ScriptedModel model = new ScriptedModel();
        try (RedisForTests redis = RedisForTests.start();
                IrisForTests iris = IrisForTests.start(model, redis)) {
            ApiClient agent = iris.signIn("agent").acceptsTheCharter();
            String plain = conversation(agent, model);
            String newer = conversation(agent, model);
            String owner = iris.bean(People.class).pseudonymOf("agent");
            String before = rewrite(iris, owner, newer, "\"COMPLETE\"", "\"POSTPONED\"");

            assertThat(agent.get("/api/conversations").text()).contains(plain);
            assertThat(agent.get("/api/conversations/" + plain).status()).isEqualTo(200);
            assertThat(agent.get("/api/conversations/" + newer).text()).contains("urn:iris:problem:content-unreadable");
            assertThat(agent.send("POST", "/api/conversations/" + newer + "/messages", Map.of("text", "Encore"))
                            .status())
                    .isEqualTo(500);

            // The newer version still reads what it wrote.
            assertThat(rewrite(iris, owner, newer, "\"POSTPONED\"", "\"COMPLETE\""))
                    .isNotEqualTo(before);
            assertThat(agent.get("/api/conversations/" + newer).status()).isEqualTo(200);
        }
    }

    private static String conversation(ApiClient agent, ScriptedModel model) {
        String id = agent.send("POST", "/api/conversations", Map.of())
                .json()
                .get("id")
                .asString();
        EventStream answer = agent.ask(id, Map.of("text", "CANARI-7f3a Bonjour"));
        model.nextAsked().says("Bonjour").ends();
        answer.rest();
        return id;
    }

    /** What the first message was. */
    private static String rewrite(IrisForTests iris, String owner, String id, String from, String to) {
        ExpiringStore store = iris.bean(ExpiringStore.class);
        Key key = ConversationStore.key(owner, id);
        ExpiringStore.Bundle bundle = store.readBundle(key).orElseThrow();
        String message = bundle.fields().getOrDefault("message:1", "");
        assertThat(message).contains(from);
        Map<String, String> changed = Map.of("message:1", message.replace(from, to));
        Instant end = Instant.now().plus(Duration.ofHours(1));
        assertThat(store.writeBundle(key, bundle.revision(), changed, List.of(), end))
                .isPresent();
        return message;
    }
}
