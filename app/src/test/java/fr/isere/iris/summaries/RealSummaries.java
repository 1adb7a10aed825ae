package fr.isere.iris.summaries;

import fr.isere.iris.documents.Documents;
import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.LanguageModels;
import fr.isere.iris.retention.Pseudonyms;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** IRIS on a real Ollama with the demonstration's model, with documents in the hands of who measures. */
final class RealSummaries implements AutoCloseable {

    private final ScriptedDocuments documents = new ScriptedDocuments();
    private final IrisForTests iris;
    private final ApiClient agent;

    RealSummaries(String... settings) {
        String ollama = Objects.requireNonNullElse(System.getenv("IRIS_TEST_OLLAMA_URL"), "http://127.0.0.1:11434");
        iris = IrisForTests.startWith(
                new ScriptedModel(),
                this::replace,
                Stream.concat(
                        Stream.of(
                                "spring.data.redis.url="
                                        + RedisForTests.shared().url(),
                                "iris.models.ollama.url=" + ollama,
                                "iris.models.active="
                                        + Objects.requireNonNullElse(
                                                System.getenv("IRIS_MODELS_ACTIVE"), "smollm2-135m"),
                                "iris.chat.grace=10m",
                                "iris.documents.warm=false"),
                        Stream.of(settings)));
        documents.areOf(iris.bean(Pseudonyms.class)::of);
        agent = iris.signIn("agent").acceptsTheCharter();
    }

    private void replace(GenericApplicationContext context) {
        context.removeBeanDefinition("scriptedModels");
        context.registerBean("timedModels", TimedModels.class, bean -> bean.setPrimary(true));
        context.registerBean("scriptedDocuments", Documents.class, () -> documents, bean -> bean.setPrimary(true));
    }

    /** The models of the catalogue, the active one timed. */
    static final class TimedModels implements LanguageModels {

        private final LanguageModels models;
        private final TimedModel active;

        TimedModels(@Qualifier("languageModels") LanguageModels models) {
            this.models = models;
            active = new TimedModel(models.active());
        }

        @Override
        public TimedModel active() {
            return active;
        }

        @Override
        public Optional<LanguageModel> find(String id) {
            return models.find(id);
        }

        @Override
        public List<LanguageModel> all() {
            return models.all();
        }
    }

    /**
     * A summary as the model wrote it.
     *
     * @param took from the request to its last event
     * @param busy how much of that the engine was at it
     */
    record Written(String text, JsonNode last, int calls, Duration took, Duration busy) {

        boolean isComplete() {
            return last.has("finishReason");
        }
    }

    /** A conversation with a document, summarised. */
    Written summarise(Map<String, ?> wanted, String... pages) {
        String conversation = agent.send("POST", "/api/conversations", Map.of())
                .json()
                .get("id")
                .asString();
        String id = documents.add(conversation, "texte.pdf", pages);
        TimedModel model = iris.bean(TimedModels.class).active();
        model.reset();
        long began = System.nanoTime();
        List<EventStream.Event> events = agent.summarise(id, wanted).rest();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new Written(
                EventStream.text(events), events.get(events.size() - 1).data(), model.calls(), took, model.busy());
    }

    /** What the model answers to a message, from a document with these pages if there are any. */
    String ask(String request, List<String> pages) {
        String conversation = agent.send("POST", "/api/conversations", Map.of())
                .json()
                .get("id")
                .asString();
        documents.answerQuestions();
        if (!pages.isEmpty()) {
            documents.add(conversation, "texte.pdf", pages.toArray(String[]::new));
        }
        return EventStream.text(agent.ask(conversation, Map.of("text", request)).rest());
    }

    @Override
    public void close() {
        iris.close();
    }
}
