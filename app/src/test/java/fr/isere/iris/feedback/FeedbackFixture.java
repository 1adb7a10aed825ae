package fr.isere.iris.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** IRIS on a Redis of its own, with people who ask and say what they think of the answers. */
final class FeedbackFixture implements AutoCloseable {

    static final Map<String, ?> USEFUL = Map.of("useful", true);
    static final Map<String, ?> WRONG = Map.of("useful", false, "reason", "wrong");

    final RedisForTests redis = RedisForTests.start();
    final ScriptedModel model = new ScriptedModel();
    final IrisForTests iris = start();

    /** One more instance of the same installation. */
    IrisForTests start() {
        return IrisForTests.start(model, redis, "iris.feedback.smallest=3");
    }

    /** Nobody has said anything yet. */
    void forgetOpinions() {
        iris.keys().stream().filter(key -> key.startsWith("iris:feedback-")).forEach(iris::expire);
    }

    /** An answer in a conversation. */
    record Given(String conversation, String message) {

        String path() {
            return "/api/conversations/" + conversation + "/messages/" + message + "/feedback";
        }
    }

    /** Asks something, and has it answered. */
    Given answered(ApiClient person, Map<String, ?> beginning) {
        String conversation = person.send("POST", "/api/conversations", beginning)
                .json()
                .get("id")
                .asString();
        try (EventStream stream = person.ask(conversation, Map.of("text", "CANARI-q Combien de places ?"))) {
            model.nextAsked().says("CANARI-a Douze places.").ends();
            stream.rest();
        }
        return new Given(conversation, "2");
    }

    /** Says what somebody thinks of an answer; the status of the reply. */
    int give(ApiClient person, Given given, Map<String, ?> opinion) {
        return person.send("POST", given.path(), opinion).status();
    }

    /** An answer that somebody rated so. */
    Given rated(ApiClient person, Map<String, ?> opinion) {
        Given given = answered(person, Map.of());
        assertThat(give(person, given, opinion)).isEqualTo(204);
        return given;
    }

    JsonNode own(ApiClient person, Given given) {
        return person.get("/api/conversations/" + given.conversation() + "/feedback")
                .json();
    }

    /** What is counted of plain messages this month, small or not. */
    Row counted() {
        return iris.bean(Counts.class).months().values().stream()
                .flatMap(month -> month.rows().stream())
                .filter(row -> row.task().equals("chat"))
                .findFirst()
                .orElse(Row.none(new Cell("", "chat", "")));
    }

    Set<String> keys(String kind) {
        return iris.keys().stream()
                .filter(key -> key.startsWith("iris:" + kind + ":"))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        iris.close();
        redis.close();
    }
}
