package fr.isere.iris.charter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import fr.isere.iris.testing.TemporaryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** Versions of the charter from one start to the next, and their proof, on a real Redis. */
class CharterApiTests {

    private static final String NEW_VERSIONS = """
        changes:
          - version: "2026-03"
            date: 2026-03-01
            summary: La règle 1 dit ce qu’est une demande claire.
            rules:
              - {number: 1, before: "Texte de janvier."}
          - version: "2026-01"
            date: 2026-01-01
            summary: La règle 1 est simplifiée.
            rules:
              - {number: 1, before: "Texte de juin."}
        """;

    private final Path folder = TemporaryFolder.untilExit("charter");
    private RedisForTests redis;
    private IrisForTests iris;

    @BeforeEach
    void start() {
        redis = RedisForTests.start();
        iris = IrisForTests.start(new ScriptedModel(), redis, "iris.config.folder=" + folder);
    }

    @AfterEach
    void stop() throws Exception {
        iris.close();
        redis.close();
    }

    @Test
    void whoSkippedVersionsSeesAllThatChangedAndAcceptsAgain() throws IOException {
        iris.signIn("agent").acceptsTheCharter();
        restartsWithNewVersions();

        ApiClient agent = iris.signIn("agent");
        assertThat(agent.get("/api/me").json().get("charter").get("mustAccept").asBoolean())
                .isTrue();
        JsonNode charter = agent.get("/api/charter").json();
        assertThat(charter.get("changes").findValuesAsString("version")).containsExactly("2026-03", "2026-01");
        assertThat(charter.get("rewritten")).hasSize(1);
        assertThat(charter.get("rewritten").get(0).get("before").asString()).isEqualTo("Texte de juin.");
        assertThat(agent.send("POST", "/api/conversations", Map.of()).status()).isEqualTo(403);

        agent.acceptsTheCharter();
        assertThat(agent.send("POST", "/api/conversations", Map.of()).status()).isEqualTo(201);
        assertThat(agent.get("/api/charter").json().get("rewritten")).isEmpty();
    }

    @Test
    void theProofCountsEachVersionAndTellsNoSmallNumber() throws IOException {
        AcceptanceCounts counts = iris.bean(AcceptanceCounts.class);
        for (int person = 0; person < 3; person++) {
            counts.add("2025-06");
        }
        iris.signIn("agent").acceptsTheCharter().acceptsTheCharter();
        ApiClient referent = iris.signIn("referent");
        JsonNode few = versions(referent).get(0);
        assertThat(few.get("version").asString()).isEqualTo("2025-06");
        assertThat(few.get("inForce").asBoolean()).isTrue();
        assertThat(few.get("accepted").isNull()).isTrue();
        assertThat(few.get("last").isNull()).isTrue();

        referent.acceptsTheCharter();
        JsonNode five = versions(referent).get(0);
        assertThat(five.get("accepted").asInt()).isEqualTo(5);
        assertThat(five.get("last").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(referent.get("/api/charter/proof").text()).doesNotContain("Camille", "Inès");

        restartsWithNewVersions();
        List<JsonNode> after = versions(iris.signIn("referent"));
        assertThat(after)
                .extracting(one -> one.get("version").asString())
                .containsExactly("2026-03", "2026-01", "2025-06");
        assertThat(after.get(2).get("accepted").asInt()).isEqualTo(5);
    }

    @Test
    void theCountHasAnEndAndIsNobodys() {
        iris.signIn("agent").acceptsTheCharter();
        String key = "iris:charter-count:{2025-06}";
        assertThat(iris.keys()).contains(key);
        assertThat(iris.secondsLeft(key)).isBetween(394L * 86_400, 395L * 86_400);
    }

    @Test
    void onlyReferentsSeeTheProof() {
        assertThat(iris.signIn("agent").get("/api/charter/proof").status()).isEqualTo(403);
        assertThat(iris.signIn("exploitant").get("/api/charter/proof").status()).isEqualTo(403);
    }

    @Test
    void theSelfCheckExplainsEachQuestionAndTakesNoAnswer() {
        ApiClient agent = iris.signIn("agent");
        JsonNode check = agent.get("/api/charter/self-check").json();
        assertThat(check.get("questions")).hasSize(5).allSatisfy(question -> {
            assertThat(question.get("explanation").asString()).isNotBlank();
            assertThat(question.get("answers").findValues("agrees"))
                    .filteredOn(JsonNode::asBoolean)
                    .hasSize(1);
        });
        assertThat(agent.send("POST", "/api/charter/self-check", Map.of()).status())
                .isEqualTo(405);
    }

    private static List<JsonNode> versions(ApiClient referent) {
        return referent.get("/api/charter/proof")
                .json()
                .get("versions")
                .valueStream()
                .toList();
    }

    private void restartsWithNewVersions() throws IOException {
        String packaged = new ClassPathResource("iris/charter/charter.yaml").getContentAsString(StandardCharsets.UTF_8);
        Files.createDirectories(folder.resolve("charter"));
        Files.writeString(
                folder.resolve("charter/charter.yaml"),
                packaged.replaceFirst("version: \"2025-06\"", "version: \"2026-03\"")
                        .replaceFirst("changes:\n", NEW_VERSIONS));
        iris.close();
        iris = IrisForTests.start(new ScriptedModel(), redis, "iris.config.folder=" + folder);
    }
}
