package fr.isere.iris.operations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import fr.isere.iris.testing.Story;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody leaves; ops erase what is kept of them, and see none of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DepartureTests {

    private static final String PEOPLE = "/api/ops/people";

    private final RedisForTests redis = RedisForTests.start();
    private final ScriptedModel model = new ScriptedModel();
    private IrisForTests iris;
    private ApiClient ops;

    @BeforeAll
    void start() {
        iris = IrisForTests.start(model, redis);
        ops = iris.signIn("exploitant");
    }

    @AfterAll
    void stop() {
        iris.close();
        redis.close();
    }

    @Test
    void whoLeavesIsErasedWithTheirConversationsTheirAcceptanceAndTheirSessions() {
        Set<String> before = keys();
        ApiClient leaver = iris.signIn("agent").acceptsTheCharter();
        String conversation =
                leaver.send("POST", "/api/conversations", null).json().get("id").asString();
        try (EventStream stream = leaver.ask(conversation, Map.of("text", "CANARI-7f3a Bonjour"))) {
            model.nextAsked().says("Bonjour").ends();
            stream.rest();
        }
        Story.isRead(leaver, conversation, "CANARI-7f3a.txt");

        String pseudonym = pseudonym("agent");
        ApiClient.Reply erased = ops.send("DELETE", PEOPLE + "/" + pseudonym, null);
        assertThat(erased.status()).isEqualTo(200);
        assertThat(erased.json().get("erased").asInt()).isEqualTo(3);
        assertThat(erased.text()).doesNotContain("CANARI");
        assertThat(leaver.get("/api/me").status()).isEqualTo(401);
        Set<String> after = keys();
        // How many accepted names nobody, and stays.
        after.removeIf(key -> key.startsWith("iris:erased:") || key.startsWith("iris:charter-count:"));
        assertThat(after).isEqualTo(before);

        ApiClient back = iris.signIn("agent");
        assertThat(back.get("/api/me").json().get("charter").get("mustAccept").asBoolean())
                .isTrue();
        assertThat(back.get("/api/conversations").json().get("conversations")).isEmpty();
        assertThat(back.get("/api/conversations/" + conversation).status()).isEqualTo(410);
    }

    @Test
    void nobodyElseIsTouched() {
        ApiClient elue = iris.signIn("elue").acceptsTheCharter();
        String hers =
                elue.send("POST", "/api/conversations", null).json().get("id").asString();
        assertThat(ops.send("DELETE", PEOPLE + "/" + pseudonym("somebody who never came"), null)
                        .json()
                        .get("erased")
                        .asInt())
                .isZero();
        assertThat(elue.get("/api/conversations/" + hers).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "ABCDEF", "0123456789abcdef0123456789abcdeg", "*"})
    void whatIsNoPseudonymIsRefused(String text) {
        ApiClient.Reply reply = ops.send("DELETE", PEOPLE + "/" + text, null);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("type").asString()).endsWith("pseudonym-invalid");
    }

    @Test
    void onlyOpsErase() {
        ApiClient referent = iris.signIn("referent").acceptsTheCharter();
        assertThat(referent.send("DELETE", PEOPLE + "/" + pseudonym("elue"), null)
                        .status())
                .isEqualTo(403);
        assertThat(referent.send("POST", PEOPLE + "/pseudonym", Map.of("subject", "elue"))
                        .status())
                .isEqualTo(403);
        assertThat(ops.send("POST", PEOPLE + "/pseudonym", Map.of()).status()).isEqualTo(400);
    }

    private String pseudonym(String subject) {
        return ops.send("POST", PEOPLE + "/pseudonym", Map.of("subject", subject))
                .json()
                .get("pseudonym")
                .asString();
    }

    private Set<String> keys() {
        Set<String> keys = new TreeSet<>(iris.keys());
        keys.removeIf(key -> key.startsWith("iris:purge-") || key.startsWith("iris:ring:"));
        return keys;
    }
}
