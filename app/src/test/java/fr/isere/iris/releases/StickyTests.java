package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Conversations over HTTP while a model is tried on some of them: which model answers in which. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StickyTests {

    private static final String ACTIVE = "Modèle stays";
    private static final String TRIED = "Modèle tried";

    private final RedisForTests redis = RedisForTests.start();
    private TalkingOllama ollama;
    private IrisForTests iris;
    private ApiClient agent;
    private Desk desk;

    @BeforeAll
    void start() throws IOException {
        ollama = new TalkingOllama();
        ollama.held.put("stays:1b", "a".repeat(64));
        ollama.held.put("tried:1b", "b".repeat(64));
        iris = IrisForTests.startWith(
                new ScriptedModel(),
                context -> context.removeBeanDefinition("scriptedModels"),
                Stream.of("spring.data.redis.url=" + redis.url(), "iris.models.ollama.url=" + ollama.url()));
        agent = iris.signIn("agent").acceptsTheCharter();
        desk = new Desk(iris.signIn("exploitant"));
        iris.bean(DeploymentHere.class)
                .take(iris.bean(BookStore.class)
                        .change(book -> Book.EMPTY
                                .adopting(held("stays", State.ACTIVE, "a"))
                                .with(held("tried", State.READY, "b"))));
    }

    private Release held(String id, State state, String digit) {
        return Sample.release(id, state)
                .bound(Sample.model(id), iris.bean(Bindings.class).of(Sample.model(id), digit.repeat(64), 1000L));
    }

    @AfterAll
    void stop() {
        iris.close();
        ollama.close();
        redis.close();
    }

    @Test
    void newConversationsAreTriedOnAndEachKeepsItsModelWhateverTheShareBecomes() {
        String before = begin();
        assertThat(answersIn(before)).isEqualTo(ACTIVE);
        share(5);
        assertThat(answersIn(before)).isEqualTo(ACTIVE);
        Map<String, String> begun = begin(15);
        share(99);
        begun.putAll(begin(15));
        assertThat(begun).as("of fifteen at 99 %").containsValue(TRIED);
        assertThat(begun).as("of fifteen at 5 %").containsValue(ACTIVE);
        share(20);

        begun.forEach(
                (conversation, model) -> assertThat(answersIn(conversation)).isEqualTo(model));
        assertThat(answersIn(before)).isEqualTo(ACTIVE);
    }

    private void share(int percent) {
        assertThat(desk.step("tried", "canary", Map.of("percent", percent)).status())
                .isEqualTo(200);
    }

    /** So many conversations, with the model that answered in each. */
    private Map<String, String> begin(int count) {
        Map<String, String> models = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String conversation = begin();
            models.put(conversation, answersIn(conversation));
        }
        return models;
    }

    private String begin() {
        return agent.send("POST", "/api/conversations", Map.of())
                .json()
                .at("/id")
                .asString();
    }

    /** The model that answers there now, by its name on the screen. */
    private String answersIn(String conversation) {
        agent.ask(conversation, Map.of("text", "Bonjour")).rest();
        JsonNode messages =
                agent.get("/api/conversations/" + conversation).json().at("/messages");
        JsonNode last = messages.get(messages.size() - 1);
        assertThat(last.at("/state").asString()).isEqualTo("complete");
        return last.at("/model").asString();
    }
}
