package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.models.Deployed;
import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.models.StoreFailed;
import fr.isere.iris.models.StoreFailed.Reason;
import fr.isere.iris.releases.Release.Binding;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A backend lost what a release answers with, or never had it, and an exploitant imports it again over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestockingTests {

    private static final String MODEL = "smollm2-135m";
    private static final Map<String, String> REGISTRY = Map.of("from", "registry");
    private static final String EVALUATED = "what was evaluated";

    private final MemoryStore engines = new MemoryStore();
    private final RedisForTests redis = RedisForTests.start();
    private IrisForTests iris;
    private Desk desk;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("petit.gguf"), "GGUF and so on");
        iris = IrisForTests.startWith(
                new ScriptedModel(),
                context -> engines.serve(context, request -> "Oui."),
                Stream.of(
                        "spring.data.redis.url=" + redis.url(),
                        "iris.models.import-folder=" + folder,
                        "iris.releases.drift=1d"));
        desk = new Desk(iris.signIn("exploitant"));
    }

    @AfterAll
    void stop() {
        iris.close();
        redis.close();
    }

    @BeforeEach
    void nothingFails() {
        engines.isWell();
    }

    @Test
    void theBackendThatLostWhatAnswersIsGivenItAgainAndTheOtherIsNotTouched() {
        String id = answers(REGISTRY);
        String digest = loses("deux:2", id);
        engines.pulled.clear();

        importsAgain(id, REGISTRY);

        assertThat(engines.held).containsEntry("deux:2 " + own(id), digest);
        assertThat(engines.pulled).containsExactly("deux:2");
        assertThat(desk.state(id)).isEqualTo("active");
        assertThat(desk.release(id).at("/evaluation/passed").asBoolean()).isTrue();
        assertThat(desk.release(id).at("/problem").isNull()).isTrue();
        assertThat(desk.release(id).at("/can").toString()).contains("import");
    }

    @Test
    void whatDriftedIsReplacedFromTheFileAndMayAnswerAgainAtOnce() {
        Map<String, String> file = Map.of("from", "file", "file", "petit.gguf");
        String id = ready(file);
        String digest = engines.held.put("un:1 " + own(id), "something else");
        iris.bean(Drift.class).look();
        assertThat(desk.release(id).at("/drift").asBoolean()).isTrue();

        importsAgain(id, file);

        assertThat(engines.held).containsEntry("un:1 " + own(id), digest);
        assertThat(engines.held.keySet()).noneMatch(name -> name.endsWith("-import"));
        assertThat(desk.step(id, "activate", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void whatIsNotWhatWasEvaluatedIsRefusedAndNothingAnswersFromIt() {
        String id = answers(REGISTRY);
        loses("deux:2", id);
        String digest = engines.held.get("un:1 " + own(id));
        engines.moved = "a newer one";

        importsAgain(id, REGISTRY);

        assertThat(desk.release(id).at("/problem/code").asString()).isEqualTo("import-other");
        assertThat(desk.state(id)).isEqualTo("active");
        assertThat(engines.held).containsEntry("un:1 " + own(id), digest).doesNotContainKey("deux:2 " + own(id));
    }

    @Test
    void aReleaseUnderTheNameThatAPullMovesIsGivenOneOfItsOwnFirst() {
        ModelDescription model = Sample.model("named");
        engines.held.put("un:1 named:1b", EVALUATED);
        engines.moved = "a newer one";
        adopts("named", model, EVALUATED);

        importsAgain("named", REGISTRY);

        assertThat(desk.release("named").at("/problem/code").asString()).isEqualTo("import-other");
        assertThat(iris.bean(Deployed.class).now().active()).isEqualTo(Models.renamed(model, "iris/named:named"));
        assertThat(engines.held)
                .containsEntry("un:1 iris/named:named", EVALUATED)
                .doesNotContainKeys("deux:2 iris/named:named", "deux:2 named:1b");
    }

    @Test
    void aReleaseWhoseNameWasMovedEverywhereAnswersFromWhatOneBackendWasGivenThoughTheOtherIsAway() {
        ModelDescription model = Sample.model("moved");
        engines.held.put("un:1 moved:1b", "a newer one");
        engines.held.put("deux:2 moved:1b", "a newer one");
        engines.moved = EVALUATED;
        engines.failing = Reason.UNREACHABLE;
        engines.failingAt = "deux:2";
        adopts("moved", model, EVALUATED);

        importsAgain("moved", REGISTRY);

        assertThat(desk.release("moved").at("/problem/code").asString()).isEqualTo("import-unreachable");
        assertThat(iris.bean(Deployed.class).now().active()).isEqualTo(Models.renamed(model, "iris/moved:moved"));
        assertThat(engines.held).containsEntry("un:1 iris/moved:moved", EVALUATED);
    }

    @Test
    void whatNobodyEverLookedAtIsNotTakenFromElsewhereWhileAnEngineDoesNotSayWhatItHas() {
        adopts("unseen", Sample.model("unseen"), null);
        engines.held.put("un:1 unseen:1b", EVALUATED);
        engines.asked = backend -> {
            if (backend.equals("un:1")) {
                throw new StoreFailed(backend, Reason.UNREACHABLE);
            }
        };

        importsAgain("unseen", REGISTRY);

        assertThat(desk.release("unseen").at("/problem/code").asString()).isEqualTo("import-unreachable");
        assertThat(engines.held.keySet()).noneMatch(name -> name.endsWith("iris/unseen:unseen"));
    }

    @Test
    void whatOneBackendMadeOfAFileKeepsNoOtherFromHavingItAndLeavesNothing() {
        Map<String, String> file = Map.of("from", "file", "file", "petit.gguf");
        String id = ready(file);
        engines.held.remove("un:1 " + own(id));
        String digest = engines.held.remove("deux:2 " + own(id));
        engines.other = "un:1";

        importsAgain(id, file);

        assertThat(desk.release(id).at("/problem/code").asString()).isEqualTo("import-other");
        assertThat(engines.held).containsEntry("deux:2 " + own(id), digest).doesNotContainKey("un:1 " + own(id));
        assertThat(engines.held.keySet()).noneMatch(name -> name.endsWith("-import"));
    }

    @Test
    void theWayBackIsBrokenOffToo() {
        String before = answers(REGISTRY);
        answers(REGISTRY);
        assertThat(desk.step(before, "cancel", Map.of()).status()).isEqualTo(202); // no longer said to be ready
        loses("deux:2", before);
        beginsToImportAndBreaksOff(before);

        assertThat(desk.state(before)).isEqualTo("evaluated");
        assertThat(desk.release(before).at("/progress").isNull()).isTrue();
    }

    @Test
    void oneBackendThatCannotKeepsNoOtherFromHavingIt() {
        String id = ready(REGISTRY);
        loses("un:1", id);
        loses("deux:2", id);
        engines.failing = Reason.DISK_FULL;
        engines.failingAt = "un:1";

        importsAgain(id, REGISTRY);

        assertThat(desk.release(id).at("/problem/code").asString()).isEqualTo("import-disk-full");
        assertThat(desk.state(id)).isEqualTo("ready");
        assertThat(engines.held).containsKey("deux:2 " + own(id));
    }

    @Test
    void itIsBrokenOffAndTheReleaseAnswersOn() {
        String id = answers(REGISTRY);
        loses("deux:2", id);
        beginsToImportAndBreaksOff(id);

        assertThat(desk.state(id)).isEqualTo("active");
        assertThat(desk.release(id).at("/progress").isNull()).isTrue();
    }

    @Test
    void whatChangedOnAnEngineAMomentAgoDoesNotBeginToAnswer() {
        String id = ready(REGISTRY);
        engines.held.put("deux:2 " + own(id), "something else");

        ApiClient.Reply refused = desk.step(id, "activate", Map.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("release-drifted");
    }

    private void adopts(String id, ModelDescription model, @Nullable String digest) {
        Release answers = Sample.release(id, State.ACTIVE).bound(model, new Binding("p", digest, 1L, "d"));
        iris.bean(DeploymentHere.class).take(iris.bean(BookStore.class).change(book -> Book.EMPTY.adopting(answers)));
    }

    private String answers(Map<String, String> from) {
        String id = ready(from);
        assertThat(desk.step(id, "activate", Map.of()).status()).isEqualTo(200);
        return id;
    }

    private String ready(Map<String, String> from) {
        String id = desk.proposes(MODEL);
        desk.imports(id, from);
        iris.bean(DeploymentHere.class)
                .take(iris.bean(BookStore.class)
                        .change(book -> book.begin(id, Step.EVALUATE, "w", Sample.NOW)
                                .evaluated(
                                        id,
                                        "w",
                                        new Release.Verdict(true, Sample.NOW),
                                        book.get(id).binding(),
                                        Sample.NOW)
                                .ready(id, Sample.NOW)));
        return id;
    }

    /** All that it had of it, under whatever name. */
    private String loses(String backend, String id) {
        String digest = Objects.requireNonNull(engines.held.get(backend + ' ' + own(id)));
        engines.held
                .entrySet()
                .removeIf(held ->
                        held.getKey().startsWith(backend) && held.getValue().equals(digest));
        return digest;
    }

    private void beginsToImportAndBreaksOff(String id) {
        engines.holding = new CountDownLatch(1);
        assertThat(desk.step(id, "import", REGISTRY).status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> desk.release(id).at("/progress/done").asInt() == 400);
        assertThat(desk.step(id, "cancel", Map.of()).status()).isEqualTo(202);
    }

    private void importsAgain(String id, Map<String, ?> from) {
        assertThat(desk.step(id, "import", from).status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> desk.release(id).at("/progress").isNull());
    }

    private static String own(String id) {
        return "iris/" + MODEL + ":" + id;
    }
}
