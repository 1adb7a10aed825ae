package fr.isere.iris.documents;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** IRIS with a reader in the hands of the test, and a person who sends documents. */
final class DocumentFixture implements AutoCloseable {

    static final String DOCUMENTS = "/api/documents";
    static final String CONVERSATIONS = "/api/conversations";

    final ScriptedModel model = new ScriptedModel();
    final ReaderInHand reader = new ReaderInHand();
    final IrisForTests iris;
    final ApiClient agent;

    DocumentFixture(String... settings) {
        this(Stream.concat(
                Stream.of("spring.data.redis.url=" + RedisForTests.shared().url()), Stream.of(settings)));
    }

    /** On a Redis of the test's own. */
    static DocumentFixture on(String redis, String... settings) {
        return new DocumentFixture(Stream.concat(Stream.of("spring.data.redis.url=" + redis), Stream.of(settings)));
    }

    private DocumentFixture(Stream<String> settings) {
        iris = start(settings);
        agent = iris.signIn("agent").acceptsTheCharter();
    }

    /** One more instance with the same reader. */
    IrisForTests another(String redis) {
        return start(Stream.of("spring.data.redis.url=" + redis));
    }

    private IrisForTests start(Stream<String> settings) {
        return IrisForTests.startWith(
                model,
                context -> context.registerBean(
                        "scriptedReader", DocumentReader.class, () -> reader, bean -> bean.setPrimary(true)),
                settings);
    }

    /** A new conversation of the agent's. */
    String conversation() {
        return conversation(agent, Map.of());
    }

    static String conversation(ApiClient person, Map<String, ?> beginning) {
        ApiClient.Reply created = person.send("POST", CONVERSATIONS, beginning);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.json().get("id").asString();
    }

    /** Sends a document; its id. */
    String send(String conversation, String name, String content) {
        ApiClient.Reply sent = agent.upload(conversation, name, bytes(content));
        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        return sent.json().get("id").asString();
    }

    JsonNode view(String id) {
        ApiClient.Reply reply = agent.get(DOCUMENTS + "/" + id);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    String state(String id) {
        return view(id).get("state").asString();
    }

    JsonNode list(String conversation) {
        return agent.get(DOCUMENTS + "?conversation=" + conversation).json().get("documents");
    }

    ApiClient.Reply page(String id, int number) {
        return agent.get(DOCUMENTS + "/" + id + "/pages/" + number);
    }

    static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    static String problem(ApiClient.Reply reply) {
        return reply.json().get("type").asString().replace("urn:iris:problem:", "");
    }

    /** Files that wait to be read. */
    List<Path> originals() {
        return originals(iris);
    }

    static List<Path> originals(IrisForTests instance) {
        try (Stream<Path> files = Files.list(instance.bean(Originals.class).folder())) {
            return files.filter(file -> !file.endsWith("lock")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        iris.close();
    }
}
