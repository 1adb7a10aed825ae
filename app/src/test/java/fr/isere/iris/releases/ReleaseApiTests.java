package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.models.Deployed;
import fr.isere.iris.models.DescribedModels;
import fr.isere.iris.models.ModelStore;
import fr.isere.iris.models.StoreFailed.Reason;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Releases over HTTP, on two instances with one Redis, and backends in the hands of the test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseApiTests {

    private static final String RELEASES = "/api/ops/releases";
    private static final String MODEL = "smollm2-135m";

    private final MemoryStore engines = new MemoryStore();
    private final RedisForTests redis = RedisForTests.start();
    private volatile String says = "Voici les éléments, mais la décision vous appartient.";
    private IrisForTests one;
    private IrisForTests two;
    private ApiClient exploitant;
    private ApiClient other;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("petit.gguf"), "GGUF and so on");
        Files.writeString(folder.resolve("faux.gguf"), "no model at all");
        Files.writeString(folder.resolve("notes.txt"), "not listed");
        one = instance(folder);
        two = instance(folder);
        exploitant = one.signIn("exploitant");
        other = two.signIn("exploitant");
    }

    private IrisForTests instance(Path folder) {
        DescribedModels described = description -> Optional.of(new Obedient(description, request -> says));
        return IrisForTests.startWith(
                new ScriptedModel(),
                context -> {
                    context.registerBean("storeOfTest", ModelStore.class, () -> engines, bean -> bean.setPrimary(true));
                    context.registerBean(
                            "describedByTest", DescribedModels.class, () -> described, bean -> bean.setPrimary(true));
                },
                Stream.of("spring.data.redis.url=" + redis.url(), "iris.models.import-folder=" + folder));
    }

    @AfterAll
    void stop() {
        one.close();
        two.close();
        redis.close();
    }

    @BeforeEach
    void nothingFails() {
        engines.failing = null;
        engines.failingAt = null;
        engines.holding = null;
        says = "Voici les éléments, mais la décision vous appartient.";
    }

    @Test
    void opsStepReferentsReadAndOthersSeeNothing() {
        assertThat(one.signIn("agent").get(RELEASES).status()).isEqualTo(403);
        ApiClient referent = one.signIn("referent");
        assertThat(referent.get(RELEASES).status()).isEqualTo(200);
        assertThat(referent.send("POST", RELEASES, Map.of("revision", 0, "model", MODEL))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theModelOfTheSettingIsShownAsTheOneThatAnswers() {
        JsonNode all = all(exploitant);
        assertThat(all.at("/files")).hasSize(2);
        assertThat(all.at("/catalogue")
                        .valueStream()
                        .map(model -> model.at("/id").asString()))
                .contains(MODEL);
        String active = all.at("/active").asString();
        assertThat(release(exploitant, active).at("/state").asString()).isEqualTo("active");
    }

    @Test
    void aReleaseGoesAllTheWayOnEveryInstanceAndBack() {
        String before = all(exploitant).at("/active").asString();
        String id = imported("registry");
        assertThat(engines.held).containsKeys("un:1 iris/" + MODEL + ":" + id, "deux:2 iris/" + MODEL + ":" + id);
        evaluated(id);
        JsonNode report = exploitant.get(RELEASES + "/" + id + "/evaluation").json();
        assertThat(report.at("/passed").asBoolean()).isTrue();
        assertThat(report.at("/suites")
                        .valueStream()
                        .map(suite -> suite.at("/id").asString()))
                .contains("consignes", "format", "resumes", "decider", "injections", "biais");

        assertThat(step(exploitant, id, "ready", Map.of()).status()).isEqualTo(200);
        assertThat(step(exploitant, id, "canary", Map.of("percent", 20)).status())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(2)).until(() -> deployed(two).canary() != null);
        assertThat(step(exploitant, id, "activate", Map.of()).status()).isEqualTo(200);
        assertThat(deployed(one).active()).isNotNull();
        await().atMost(Duration.ofSeconds(1)).until(() -> engineModel(two).equals("iris/" + MODEL + ":" + id));
        assertThat(engines.warmed).contains("un:1 iris/" + MODEL + ":" + id, "deux:2 iris/" + MODEL + ":" + id);

        assertThat(exploitant
                        .send("POST", RELEASES + "/rollback", Map.of("revision", revision()))
                        .status())
                .isEqualTo(200);
        assertThat(all(other).at("/active").asString()).isEqualTo(before);
        assertThat(all(other).at("/previous").asString()).isEqualTo(id);
    }

    @Test
    void ofTwoOperatorsWhoSawTheSameTheSecondIsToldAndNothingIsDoneTwice() {
        long seen = revision();
        assertThat(exploitant
                        .send("POST", RELEASES, Map.of("revision", seen, "model", MODEL))
                        .status())
                .isEqualTo(201);
        int releases = all(other).at("/releases").size();
        ApiClient.Reply second = other.send("POST", RELEASES, Map.of("revision", seen, "model", MODEL));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("release-changed");
        assertThat(all(other).at("/releases")).hasSize(releases);
    }

    @Test
    void anImportTellsHowFarItIsAndIsBrokenOffFromTheOtherInstance() {
        engines.holding = new CountDownLatch(1);
        String id = proposed();
        assertThat(step(exploitant, id, "import", Map.of("from", "registry")).status())
                .isEqualTo(202);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> release(other, id).at("/progress/done").asInt() == 400);
        assertThat(release(other, id).at("/progress/unit").asString()).isEqualTo("bytes");
        assertThat(step(other, id, "cancel", Map.of()).status()).isEqualTo(202);
        assertThat(release(exploitant, id).at("/state").asString()).isEqualTo("proposed");
        assertThat(release(exploitant, id).at("/problem").isNull()).isTrue();
    }

    @Test
    void whatFailsSaysWhyAndWhatToDoAndTheOneThatAnswersStays() {
        String active = all(exploitant).at("/active").asString();
        engines.failing = Reason.DISK_FULL;
        String id = proposed();
        step(exploitant, id, "import", Map.of("from", "registry"));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> release(exploitant, id).at("/state").asString().equals("proposed"));
        JsonNode problem = release(exploitant, id).at("/problem");
        assertThat(problem.at("/code").asString()).isEqualTo("import-disk-full");
        assertThat(problem.at("/text").asString())
                .contains("un:1")
                .contains("plein")
                .contains("relancez");
        assertThat(all(exploitant).at("/active").asString()).isEqualTo(active);
    }

    @Test
    void whatAFailedImportLeftGoesWhenItsReleaseIsRetired() {
        engines.failing = Reason.DISK_FULL;
        engines.failingAt = "deux:2";
        String id = proposed();
        assertThat(importProblem(id, Map.of("from", "registry"))).isEqualTo("import-disk-full");
        assertThat(engines.held).containsKey("un:1 iris/" + MODEL + ":" + id);

        assertThat(step(exploitant, id, "retire", Map.of()).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(5)).until(() -> !engines.held.containsKey("un:1 iris/" + MODEL + ":" + id));
    }

    @Test
    void aFileIsCheckedBeforeAnythingIsSent() {
        String id = proposed();
        assertThat(importProblem(id, Map.of("from", "file", "file", "faux.gguf")))
                .isEqualTo("import-not-gguf");
        assertThat(importProblem(id, Map.of("from", "file", "file", "../secret.gguf")))
                .isEqualTo("import-no-file");
        assertThat(importProblem(id, Map.of("from", "file", "file", "petit.gguf", "sha256", "0".repeat(64))))
                .isEqualTo("import-digest");
        assertThat(imported("file")).isNotEmpty();
    }

    @Test
    void anAnswerWithoutAWordNeverPasses() {
        String id = imported("registry");
        says = "";
        evaluated(id);
        JsonNode release = release(exploitant, id);
        assertThat(release.at("/evaluation/passed").asBoolean()).isFalse();
        ApiClient.Reply ready = step(exploitant, id, "ready", Map.of());
        assertThat(ready.status()).isEqualTo(409);
        assertThat(ready.text()).contains("release-gate");
        assertThat(exploitant
                        .get(RELEASES + "/" + id + "/evaluation")
                        .json()
                        .at("/empty")
                        .asInt())
                .isPositive();
    }

    @Test
    void anotherImportTakesTheReportOfTheOneBeforeAway() {
        String id = imported("registry");
        evaluated(id);
        assertThat(reportsOf(id)).isEqualTo(1);

        step(exploitant, id, "import", Map.of("from", "registry"));

        await().until(() -> release(exploitant, id).at("/state").asString().equals("imported"));
        assertThat(reportsOf(id)).isZero();
    }

    private long reportsOf(String id) {
        return one.keys().stream()
                .filter(key -> key.startsWith("iris:release-report:{" + id + "-"))
                .count();
    }

    @Test
    void aModelThatCannotBeLoadedDoesNotAnswer() {
        String id = imported("registry");
        evaluated(id);
        step(exploitant, id, "ready", Map.of());
        String active = all(exploitant).at("/active").asString();
        engines.failing = Reason.MEMORY;
        ApiClient.Reply refused = step(exploitant, id, "activate", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("import-memory");
        assertThat(all(exploitant).at("/active").asString()).isEqualTo(active);
    }

    @Test
    void everythingThatIsKeptHasAnEnd() {
        proposed();
        assertThat(one.keys().stream().filter(key -> key.startsWith("iris:release")))
                .isNotEmpty()
                .noneMatch(one::isWithoutEnd);
        assertThat(one.secondsLeft("iris:releases:{all}"))
                .isGreaterThan(Duration.ofDays(390).toSeconds());
    }

    private String importProblem(String id, Map<String, ?> from) {
        step(exploitant, id, "import", from);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> release(exploitant, id).at("/state").asString().equals("proposed")
                        && !release(exploitant, id).at("/problem").isNull());
        return release(exploitant, id).at("/problem/code").asString();
    }

    private String imported(String from) {
        String id = proposed();
        Map<String, ?> body = from.equals("file") ? Map.of("from", from, "file", "petit.gguf") : Map.of("from", from);
        assertThat(step(exploitant, id, "import", body).status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> release(exploitant, id).at("/state").asString().equals("imported"));
        return id;
    }

    private void evaluated(String id) {
        assertThat(step(exploitant, id, "evaluate", Map.of()).status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> release(exploitant, id).at("/state").asString().equals("evaluated"));
    }

    private String proposed() {
        ApiClient.Reply reply = exploitant.send("POST", RELEASES, Map.of("revision", revision(), "model", MODEL));
        assertThat(reply.status()).isEqualTo(201);
        return reply.json().at("/id").asString();
    }

    private ApiClient.Reply step(ApiClient operator, String id, String step, Map<String, ?> body) {
        Map<String, Object> sent = new HashMap<>(body);
        sent.put("revision", revision());
        return operator.send("POST", RELEASES + "/" + id + "/" + step, sent);
    }

    private long revision() {
        return all(exploitant).at("/revision").asLong();
    }

    private static JsonNode all(ApiClient operator) {
        return operator.get(RELEASES).json();
    }

    private static JsonNode release(ApiClient operator, String id) {
        List<JsonNode> found = all(operator)
                .at("/releases")
                .valueStream()
                .filter(release -> release.at("/id").asString().equals(id))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Deployed.Deployment deployed(IrisForTests instance) {
        return instance.bean(Deployed.class).now();
    }

    private static String engineModel(IrisForTests instance) {
        var active = deployed(instance).active();
        return active == null ? "" : active.engineModel();
    }
}
