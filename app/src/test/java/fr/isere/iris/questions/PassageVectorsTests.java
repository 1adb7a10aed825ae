package fr.isere.iris.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.documents.Documents;
import fr.isere.iris.identity.People;
import fr.isere.iris.models.Embeddings;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Key;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Vectors of passages are used, end with their conversation, and go with their document. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PassageVectorsTests {

    private final RedisForTests redis = RedisForTests.start();
    private final ScriptedModel model = new ScriptedModel();
    private IrisForTests iris;
    private ApiClient agent;
    private String conversation = "";

    @BeforeAll
    void start() {
        iris = IrisForTests.startWith(
                model,
                context -> context.registerBean(
                        "scriptedEmbeddings", Embeddings.class, MoneyEmbeddings::new, bean -> bean.setPrimary(true)),
                Stream.of("spring.data.redis.url=" + redis.url()));
        agent = iris.signIn("agent").acceptsTheCharter();
    }

    @AfterAll
    void stop() {
        iris.close();
        redis.close();
    }

    @BeforeEach
    void newConversation() {
        conversation = agent.send("POST", "/api/conversations", Map.of())
                .json()
                .get("id")
                .asString();
    }

    @Test
    void aPassageIsFoundByItsMeaningOnceItsVectorsAreMade() {
        agent.sendsToRead(conversation, "rapport.txt", report());
        assertThat(given("Quel coût pour les digues ?")).doesNotContain("14,2 M€");
        await().untilAsserted(() -> assertThat(vectors()).isTrue());

        assertThat(given("Quel coût pour les digues ?")).contains("14,2 M€");
    }

    @Test
    void theyAreOpenedOnceForQuestionsThatFollowEachOther() {
        agent.sendsToRead(conversation, "rapport.txt", report());
        given("Quel coût pour les digues ?");
        await().untilAsserted(() -> assertThat(vectors()).isTrue());
        given("Quel coût pour les digues ?");

        iris.expire(key());

        assertThat(given("Quel coût pour les digues ?")).contains("14,2 M€");
    }

    @Test
    void whatNoPassageIsNearToIsSaidWithoutAskingTheModel() {
        agent.sendsToRead(conversation, "rapport.txt", report());
        given("Quel coût pour les digues ?");
        await().untilAsserted(() -> assertThat(vectors()).isTrue());

        assertThat(EventStream.text(agent.ask(conversation, Map.of("text", "Téléphérique à énigme ?"))
                        .rest()))
                .startsWith("Le document ne le dit pas.");
        assertThat(model.isAsked()).isFalse();
    }

    @Test
    void theyGoWithTheirDocument() {
        String document = agent.sendsToRead(conversation, "rapport.txt", report());
        given("Quel coût pour les digues ?");
        await().untilAsserted(() -> assertThat(vectors()).isTrue());

        agent.send("DELETE", "/api/documents/" + document, null);

        assertThat(vectors()).isFalse();
    }

    @Test
    void noCopyOfRedisBringsBackThoseOfADocumentThatWasErased() {
        String document = agent.sendsToRead(conversation, "rapport.txt", report());
        given("Quel coût pour les digues ?");
        await().untilAsserted(() -> assertThat(vectors()).isTrue());
        Runnable copy = iris.copyOf(conversation, document);
        agent.send("DELETE", "/api/documents/" + document, null);

        copy.run();

        assertThat(iris.keys()).contains(key(), "iris:document:{" + document + "}");
        assertThat(stored(document)).isNotEmpty().doesNotContain("money");
        assertThat(iris.bean(Documents.class).sealOf(owner(), List.of(document)))
                .as("what opens them")
                .isEmpty();
        assertThat(iris.keys()).doesNotContain("iris:document:{" + document + "}");
    }

    private String stored(String document) {
        Key vectors = Key.of("vectors", conversation).ownedBy(owner());
        return iris.bean(ExpiringStore.class)
                .readBundle(vectors)
                .orElseThrow()
                .fields()
                .getOrDefault(document, "");
    }

    private String owner() {
        return iris.bean(People.class).pseudonymOf("agent");
    }

    @Test
    void theyEndAndGoWithTheirConversation() {
        agent.sendsToRead(conversation, "rapport.txt", report());
        given("Quel coût pour les digues ?");
        await().untilAsserted(() -> assertThat(vectors()).isTrue());

        agent.send("PATCH", "/api/conversations/" + conversation, Map.of("eraseIn", "PT1H"));
        assertThat(iris.secondsLeft(key())).isBetween(3500L, 3600L);
        agent.send("DELETE", "/api/conversations/" + conversation, null);
        assertThat(vectors()).isFalse();
    }

    private boolean vectors() {
        return iris.keys().contains(key());
    }

    private String key() {
        return "iris:vectors:{" + conversation + "}";
    }

    /** What the model is given to answer from. */
    private String given(String question) {
        try (EventStream stream = agent.ask(conversation, Map.of("text", question))) {
            ScriptedModel.Asked asked = model.nextAsked();
            asked.says("Voir le rapport.").ends();
            assertThat(stream.next("done")).isNotNull();
            return asked.request()
                    .turns()
                    .get(asked.request().turns().size() - 1)
                    .text();
        }
    }

    /** Many pages, a few of which speak of dykes, and one that tells their price in other words than the question's. */
    private static String report() {
        return IntStream.rangeClosed(1, 60)
                .mapToObj(page -> {
                    if (page == 37) {
                        return "La somme de 14,2 M€ y est affectée.";
                    }
                    String subject = page < 57 ? "les comptes" : "les digues";
                    return "Séance numéro " + page + ". " + ("Le conseil examine " + subject + ". ").repeat(60);
                })
                .collect(Collectors.joining("\f"));
    }

    /** Knows one meaning: what speaks of money is near to what speaks of money. */
    private static final class MoneyEmbeddings implements Embeddings {

        @Override
        public String id() {
            return "money";
        }

        @Override
        public int contextWindow() {
            return 8192;
        }

        @Override
        public int tokens(String text) {
            return text.length() / 4;
        }

        @Override
        public Optional<List<float[]>> ofPassages(List<String> passages) {
            return Optional.of(passages.stream().map(MoneyEmbeddings::vector).toList());
        }

        @Override
        public Optional<float[]> ofQuestion(String question) {
            return Optional.of(vector(question));
        }

        private static float[] vector(String text) {
            if (text.contains("énigme")) {
                return new float[] {0, 0, 1};
            }
            return text.contains("somme") || text.contains("coût") ? new float[] {1, 0, 0} : new float[] {0, 1, 0};
        }
    }
}
