package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.models.Deployed;
import fr.isere.iris.models.StoreFailed.Reason;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.Samples;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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

    private static final String RELEASES = Desk.RELEASES;
    private static final String MODEL = "smollm2-135m";

    private final MemoryStore engines = new MemoryStore();
    private final RedisForTests redis = RedisForTests.start();
    private volatile String says = "Voici les éléments, mais la décision vous appartient.";
    private IrisForTests one;
    private IrisForTests two;
    private ApiClient exploitant;
    private Desk desk;
    private Desk other;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("petit.gguf"), "GGUF and so on");
        Files.writeString(folder.resolve("faux.gguf"), "no model at all");
        Files.writeString(folder.resolve("notes.txt"), "not listed");
        one = instance(folder);
        two = instance(folder);
        exploitant = one.signIn("exploitant");
        desk = new Desk(exploitant);
        other = new Desk(two.signIn("exploitant"));
    }

    private IrisForTests instance(Path folder) {
        return IrisForTests.startWith(
                new ScriptedModel(),
                context -> engines.serve(context, request -> says),
                Stream.of(
                        "spring.data.redis.url=" + redis.url(),
                        "iris.models.import-folder=" + folder,
                        "iris.models.disk-folder=" + folder));
    }

    @AfterAll
    void stop() {
        one.close();
        two.close();
        redis.close();
    }

    @BeforeEach
    void nothingFails() {
        engines.isWell();
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
        JsonNode all = desk.all();
        assertThat(all.at("/files")).hasSize(2);
        assertThat(all.at("/catalogue")
                        .valueStream()
                        .map(model -> model.at("/id").asString()))
                .contains(MODEL);
        String active = all.at("/active").asString();
        assertThat(desk.release(active).at("/state").asString()).isEqualTo("active");
    }

    @Test
    void aReleaseGoesAllTheWayOnEveryInstanceAndBack() {
        String before = desk.all().at("/active").asString();
        String id = imported("registry");
        assertThat(engines.held).containsKeys("un:1 iris/" + MODEL + ":" + id, "deux:2 iris/" + MODEL + ":" + id);
        desk.evaluates(id);
        JsonNode report = exploitant.get(RELEASES + "/" + id + "/evaluation").json();
        assertThat(report.at("/passed").asBoolean()).isTrue();
        assertThat(report.at("/suites")
                        .valueStream()
                        .map(suite -> suite.at("/id").asString()))
                .contains("consignes", "format", "resumes", "decider", "injections", "biais");
        assertThat(report.at("/speed/passed").asBoolean()).isTrue();
        assertThat(report.at("/energy/own/least").asDouble())
                .isBetween(0.05, report.at("/energy/own/most").asDouble());
        assertThat(Samples.missing(report, "release-report.json")).isEmpty();

        assertThat(desk.step(id, "ready", Map.of()).status()).isEqualTo(200);
        assertThat(desk.step(id, "canary", Map.of("percent", 20)).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(2)).until(() -> deployed(two).canary() != null);
        assertThat(desk.step(id, "activate", Map.of()).status()).isEqualTo(200);
        assertThat(deployed(one).active()).isNotNull();
        await().atMost(Duration.ofSeconds(1)).until(() -> engineModel(two).equals("iris/" + MODEL + ":" + id));
        assertThat(engines.warmed).contains("un:1 iris/" + MODEL + ":" + id, "deux:2 iris/" + MODEL + ":" + id);

        assertThat(exploitant
                        .send("POST", RELEASES + "/rollback", Map.of("revision", desk.revision()))
                        .status())
                .isEqualTo(200);
        assertThat(other.all().at("/active").asString()).isEqualTo(before);
        assertThat(other.all().at("/previous").asString()).isEqualTo(id);
    }

    @Test
    void ofTwoOperatorsWhoSawTheSameTheSecondIsToldAndNothingIsDoneTwice() {
        long seen = desk.revision();
        assertThat(exploitant
                        .send("POST", RELEASES, Map.of("revision", seen, "model", MODEL))
                        .status())
                .isEqualTo(201);
        int releases = other.all().at("/releases").size();
        ApiClient.Reply second = other.operator().send("POST", RELEASES, Map.of("revision", seen, "model", MODEL));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("release-changed");
        assertThat(other.all().at("/releases")).hasSize(releases);
    }

    @Test
    void anImportTellsHowFarItIsAndIsBrokenOffFromTheOtherInstance() {
        engines.holding = new CountDownLatch(1);
        String id = desk.proposes(MODEL);
        assertThat(desk.step(id, "import", Map.of("from", "registry")).status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> other.release(id).at("/progress/done").asInt() == 400);
        assertThat(other.release(id).at("/progress/unit").asString()).isEqualTo("bytes");
        assertThat(other.step(id, "cancel", Map.of()).status()).isEqualTo(202);
        assertThat(desk.release(id).at("/state").asString()).isEqualTo("proposed");
        assertThat(desk.release(id).at("/problem").isNull()).isTrue();
    }

    @Test
    void whatFailsSaysWhyAndWhatToDoAndTheOneThatAnswersStays() {
        String active = desk.all().at("/active").asString();
        engines.failing = Reason.DISK_FULL;
        String id = desk.proposes(MODEL);
        desk.step(id, "import", Map.of("from", "registry"));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> desk.release(id).at("/state").asString().equals("proposed"));
        JsonNode problem = desk.release(id).at("/problem");
        assertThat(problem.at("/code").asString()).isEqualTo("import-disk-full");
        assertThat(problem.at("/text").asString())
                .contains("un:1")
                .contains("plein")
                .contains("relancez");
        assertThat(desk.all().at("/active").asString()).isEqualTo(active);
    }

    @Test
    void whatWouldNotFitOnTheDiskIsNotPulledToItsEnd() {
        engines.size = Long.MAX_VALUE / 4;
        engines.pulled.clear();
        String id = desk.proposes(MODEL);
        assertThat(desk.importProblem(id, Map.of("from", "registry"))).isEqualTo("import-disk");
        assertThat(desk.release(id).at("/problem/text").asString()).contains("Go");
        assertThat(engines.pulled).isEmpty();
    }

    @Test
    void whatAFailedImportLeftGoesWhenItsReleaseIsRetired() {
        engines.failing = Reason.DISK_FULL;
        engines.failingAt = "deux:2";
        String id = desk.proposes(MODEL);
        assertThat(desk.importProblem(id, Map.of("from", "registry"))).isEqualTo("import-disk-full");
        assertThat(engines.held).containsKey("un:1 iris/" + MODEL + ":" + id);

        assertThat(desk.step(id, "retire", Map.of()).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(5)).until(() -> !engines.held.containsKey("un:1 iris/" + MODEL + ":" + id));
    }

    @Test
    void aFileIsCheckedBeforeAnythingIsSent() {
        String id = desk.proposes(MODEL);
        assertThat(desk.importProblem(id, Map.of("from", "file", "file", "faux.gguf")))
                .isEqualTo("import-not-gguf");
        assertThat(desk.importProblem(id, Map.of("from", "file", "file", "../secret.gguf")))
                .isEqualTo("import-no-file");
        assertThat(desk.importProblem(id, Map.of("from", "file", "file", "petit.gguf", "sha256", "0".repeat(64))))
                .isEqualTo("import-digest");
        assertThat(imported("file")).isNotEmpty();
    }

    @Test
    void anAnswerWithoutAWordNeverPasses() {
        String id = imported("registry");
        says = "";
        desk.evaluates(id);
        JsonNode release = desk.release(id);
        assertThat(release.at("/evaluation/passed").asBoolean()).isFalse();
        ApiClient.Reply ready = desk.step(id, "ready", Map.of());
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
        desk.evaluates(id);
        assertThat(reportsOf(id)).isEqualTo(1);

        desk.step(id, "import", Map.of("from", "registry"));

        await().until(() -> desk.release(id).at("/state").asString().equals("imported"));
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
        desk.evaluates(id);
        desk.step(id, "ready", Map.of());
        String active = desk.all().at("/active").asString();
        engines.failing = Reason.MEMORY;
        ApiClient.Reply refused = desk.step(id, "activate", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("import-memory");
        assertThat(desk.all().at("/active").asString()).isEqualTo(active);
    }

    @Test
    void everythingThatIsKeptHasAnEnd() {
        desk.proposes(MODEL);
        assertThat(one.keys().stream().filter(key -> key.startsWith("iris:release")))
                .isNotEmpty()
                .noneMatch(one::isWithoutEnd);
        assertThat(one.secondsLeft("iris:releases:{all}"))
                .isGreaterThan(Duration.ofDays(390).toSeconds());
    }

    private String imported(String from) {
        String id = desk.proposes(MODEL);
        desk.imports(id, from.equals("file") ? Map.of("from", from, "file", "petit.gguf") : Map.of("from", from));
        return id;
    }

    private static Deployed.Deployment deployed(IrisForTests instance) {
        return instance.bean(Deployed.class).now();
    }

    private static String engineModel(IrisForTests instance) {
        var active = deployed(instance).active();
        return active == null ? "" : active.engineModel();
    }
}
