package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.testing.ApiClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An operator at the API of releases, who always saw the last revision. */
record Desk(ApiClient operator) {

    static final String RELEASES = "/api/ops/releases";

    private static final Duration LONG = Duration.ofSeconds(60);

    JsonNode all() {
        return operator.get(RELEASES).json();
    }

    long revision() {
        return all().at("/revision").asLong();
    }

    JsonNode release(String id) {
        List<JsonNode> found = all().at("/releases")
                .valueStream()
                .filter(release -> release.at("/id").asString().equals(id))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    String state(String id) {
        return release(id).at("/state").asString();
    }

    /** The id of a new release of this model. */
    String proposes(String model) {
        ApiClient.Reply reply = operator.send("POST", RELEASES, Map.of("revision", revision(), "model", model));
        assertThat(reply.status()).isEqualTo(201);
        return reply.json().at("/id").asString();
    }

    ApiClient.Reply step(String id, String step, Map<String, ?> body) {
        Map<String, Object> sent = new HashMap<>(body);
        sent.put("revision", revision());
        return operator.send("POST", RELEASES + "/" + id + "/" + step, sent);
    }

    void imports(String id, Map<String, ?> from) {
        assertThat(step(id, "import", from).status()).isEqualTo(202);
        await().atMost(LONG).until(() -> state(id).equals("imported"));
    }

    /** Why an import fails. */
    String importProblem(String id, Map<String, ?> from) {
        step(id, "import", from);
        await().atMost(LONG)
                .until(() -> state(id).equals("proposed")
                        && !release(id).at("/problem").isNull());
        return release(id).at("/problem/code").asString();
    }

    void evaluates(String id) {
        assertThat(step(id, "evaluate", Map.of()).status()).isEqualTo(202);
        await().atMost(LONG).until(() -> state(id).equals("evaluated"));
    }
}
