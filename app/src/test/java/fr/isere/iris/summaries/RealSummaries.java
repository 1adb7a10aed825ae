package fr.isere.iris.summaries;

import fr.isere.iris.documents.Documents;
import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.LanguageModels;
import fr.isere.iris.retention.Pseudonyms;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.OllamaForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** IRIS on a real Ollama with the demonstration's model, with documents in the hands of who measures. */
final class RealSummaries implements AutoCloseable {

    private static final String OLLAMA =
            Objects.requireNonNullElse(System.getenv("IRIS_TEST_OLLAMA_URL"), "http://127.0.0.1:11434");

    private final ScriptedDocuments documents;
    private final IrisForTests iris;
    private final ApiClient agent;

    private RealSummaries(
            ScriptedDocuments documents,
            String ollama,
            Consumer<GenericApplicationContext> replaced,
            String... settings) {
        this.documents = documents;
        iris = IrisForTests.startWith(
                new ScriptedModel(),
                context -> {
                    context.removeBeanDefinition("scriptedModels");
                    context.registerBean("timedModels", TimedModels.class, bean -> bean.setPrimary(true));
                    replaced.accept(context);
                },
                Stream.concat(
                        Stream.of(
                                "spring.data.redis.url="
                                        + RedisForTests.shared().url(),
                                "iris.models.ollama.url=" + ollama,
                                "iris.models.active="
                                        + Objects.requireNonNullElse(
                                                System.getenv("IRIS_MODELS_ACTIVE"), "smollm2-135m"),
                                "iris.chat.grace=10m"),
                        Stream.of(settings)));
        documents.areOf(iris.bean(Pseudonyms.class)::of);
        agent = iris.signIn("agent").acceptsTheCharter();
    }

    /** On the Ollama of this run. */
    static RealSummaries start(String... settings) {
        return ofPages(OLLAMA, settings);
    }

    /** On this Ollama. */
    static RealSummaries on(OllamaForTests ollama, String... settings) {
        return ofPages(ollama.url(), settings);
    }

    /** On the Ollama of this run, with documents that it reads itself. */
    static RealSummaries reading(String... settings) {
        return new RealSummaries(new ScriptedDocuments(), OLLAMA, context -> {}, settings);
    }

    private static RealSummaries ofPages(String ollama, String... settings) {
        ScriptedDocuments documents = new ScriptedDocuments();
        return new RealSummaries(
                documents,
                ollama,
                context -> context.registerBean(
                        "scriptedDocuments", Documents.class, () -> documents, bean -> bean.setPrimary(true)),
                settings);
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

    /** A new conversation. */
    String conversation() {
        return agent.send("POST", "/api/conversations", Map.of())
                .json()
                .get("id")
                .asString();
    }

    /** Has a document of these pages summarised, in its own time. */
    EventStream begin(String conversation, Map<String, ?> wanted, String... pages) {
        return agent.summarise(documents.add(conversation, "texte.pdf", pages), wanted);
    }

    /** Has the summary written again. */
    EventStream again(String conversation, String messageId) {
        return agent.ask(conversation, Map.of("replaces", messageId));
    }

    /** The model, which counts. */
    TimedModel model() {
        return iris.bean(TimedModels.class).active();
    }

    /** A conversation with a document, summarised. */
    Written summarise(Map<String, ?> wanted, String... pages) {
        return written(wanted, documents.add(conversation(), "texte.pdf", pages));
    }

    /** A conversation with two versions of a document, compared. */
    Written compare(String length, List<String> before, List<String> after) {
        String conversation = conversation();
        String old = documents.add(conversation, "ancienne.pdf", before.toArray(String[]::new));
        String recent = documents.add(conversation, "nouvelle.pdf", after.toArray(String[]::new));
        return written(Map.of("format", "comparison", "length", length, "documentIds", List.of(recent)), old);
    }

    /** The same of a file. */
    Written summarise(Map<String, ?> wanted, Path file) throws IOException {
        return written(
                wanted, agent.sendsToRead(conversation(), file.getFileName().toString(), Files.readAllBytes(file)));
    }

    private Written written(Map<String, ?> wanted, String id) {
        TimedModel model = model();
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
