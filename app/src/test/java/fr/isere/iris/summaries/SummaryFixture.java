package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.documents.Documents;
import fr.isere.iris.models.Turn;
import fr.isere.iris.retention.Pseudonyms;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** IRIS with documents and a model in the hands of the test, and a person who asks for summaries. */
final class SummaryFixture implements AutoCloseable {

    static final Map<String, String> BRIEFING = Map.of("format", "briefing", "length", "short");

    final ScriptedModel model;
    final ScriptedDocuments documents = new ScriptedDocuments();
    final IrisForTests iris;
    final ApiClient agent;

    SummaryFixture() {
        this(new ScriptedModel());
    }

    /** With this model. */
    SummaryFixture(ScriptedModel model) {
        this.model = model;
        iris = start();
        agent = iris.signIn("agent").acceptsTheCharter();
        documents.areOf(iris.bean(Pseudonyms.class)::of);
    }

    /** One more instance of the same installation. */
    IrisForTests start() {
        return IrisForTests.startWith(
                model,
                context -> context.registerBean(
                        "scriptedDocuments", Documents.class, () -> documents, bean -> bean.setPrimary(true)),
                Stream.of("spring.data.redis.url=" + RedisForTests.shared().url()));
    }

    /** A new conversation of the agent's. */
    String conversation(Map<String, ?> beginning) {
        ApiClient.Reply created = agent.send("POST", "/api/conversations", beginning);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.json().get("id").asString();
    }

    /** A document in it. */
    String document(String conversation, String name, String... pages) {
        return documents.add(conversation, name, pages);
    }

    /** Pages that fill three to a passage of this model, each with one word of its own. */
    static String[] longPages(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(page -> "Page unique" + page + "x. " + "Le conseil délibère sur le rapport. ".repeat(85))
                .toArray(String[]::new);
    }

    static boolean isAboutNotes(ScriptedModel.Asked asked) {
        return material(asked).contains("# Notes sur");
    }

    static String system(ScriptedModel.Asked asked) {
        return asked.request().turns().get(0).text();
    }

    static String material(ScriptedModel.Asked asked) {
        List<Turn> turns = asked.request().turns();
        return turns.get(turns.size() - 1).text();
    }

    /** Answers passages until notes are asked about; what was asked until then, the last call last. */
    List<ScriptedModel.Asked> noteAll() {
        List<ScriptedModel.Asked> all = new ArrayList<>();
        while (true) {
            ScriptedModel.Asked asked = model.nextAsked();
            all.add(asked);
            if (isAboutNotes(asked)) {
                return all;
            }
            note(asked);
        }
    }

    /** Notes the first page of a passage. */
    static void note(ScriptedModel.Asked asked) {
        String page = material(asked).replaceAll("(?s)^.*?\\[p\\. (\\d+)].*$", "$1");
        asked.says("Le conseil délibère [p. " + page + "].").ends();
    }

    JsonNode lastMessage(String conversation) {
        JsonNode messages =
                agent.get("/api/conversations/" + conversation).json().get("messages");
        return messages.get(messages.size() - 1);
    }

    static String text(EventStream stream) {
        return EventStream.text(stream.rest());
    }

    @Override
    public void close() {
        iris.close();
    }
}
