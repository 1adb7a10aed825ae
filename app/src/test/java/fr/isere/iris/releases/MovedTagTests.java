package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.models.Deployed;
import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.models.StoreFailed;
import fr.isere.iris.models.StoreFailed.Reason;
import fr.isere.iris.releases.Release.Binding;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A release is pulled under the tag under which another one answers, and which only the second backend has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MovedTagTests {

    private static final Map<String, String> REGISTRY = Map.of("from", "registry");
    private static final String EVALUATED = "what was evaluated";
    private static final String NEWER = "a newer one";
    private static final ModelDescription MODEL = Sample.model("kept");

    private final MemoryStore engines = new MemoryStore();
    private final RedisForTests redis = RedisForTests.start();
    private IrisForTests iris;
    private Desk desk;

    @BeforeAll
    void start() {
        iris = IrisForTests.startWith(
                new ScriptedModel(),
                context -> engines.serve(context, request -> "Oui."),
                Stream.of("spring.data.redis.url=" + redis.url(), "iris.releases.drift=1d"));
        desk = new Desk(iris.signIn("exploitant"));
    }

    @AfterAll
    void stop() {
        iris.close();
        redis.close();
    }

    @BeforeEach
    void oneAnswersUnderTheTagAndTwoAreProposed() {
        engines.isWell();
        engines.held.clear();
        engines.held.put("deux:2 kept:1b", EVALUATED);
        engines.moved = NEWER;
        iris.bean(DeploymentHere.class)
                .take(iris.bean(BookStore.class)
                        .change(book -> Book.EMPTY
                                .adopting(underTheTag("kept", State.ACTIVE, EVALUATED))
                                .with(underTheTag("bystander", State.PROPOSED, null))
                                .with(underTheTag("pulled", State.PROPOSED, null))));
    }

    /** @param digest what it was evaluated as; null before its import */
    private static Release underTheTag(String id, State state, @Nullable String digest) {
        return new Release(
                id,
                MODEL,
                MODEL.engineModel(),
                state,
                new Binding("p", digest, 1L, "d"),
                Sample.NOW,
                Sample.NOW,
                null,
                null,
                null,
                null);
    }

    @Test
    void noBackendAnswersFromWhatIsPulledForAnother() {
        desk.imports("pulled", REGISTRY);

        assertThat(iris.bean(Deployed.class).now().active()).isEqualTo(Models.renamed(MODEL, "iris/kept:kept"));
        assertThat(engines.held)
                .containsEntry("deux:2 iris/kept:kept", EVALUATED)
                .containsEntry("un:1 iris/kept:pulled", NEWER)
                .containsEntry("deux:2 iris/kept:pulled", NEWER)
                .doesNotContainKeys("un:1 iris/kept:kept", "deux:2 iris/kept:bystander");
    }

    @Test
    void aBackendToWhichSomebodyElseGaveAnotherUnderTheTagNoLongerAnswersFromThat() {
        engines.held.put("un:1 kept:1b", "what somebody pulled by hand");

        desk.imports("pulled", REGISTRY);

        assertThat(engines.held)
                .containsEntry("deux:2 iris/kept:kept", EVALUATED)
                .doesNotContainKey("un:1 iris/kept:kept");
    }

    @Test
    void whatIsGivenAgainToTheFirstBackendDoesNotAnswerForAnotherThere() {
        iris.bean(DeploymentHere.class)
                .take(iris.bean(BookStore.class)
                        .change(book -> book.with(underTheTag("restocked", State.READY, NEWER)
                                .bound(
                                        Models.renamed(MODEL, "iris/kept:restocked"),
                                        new Binding("p", NEWER, 1L, "d")))));
        engines.held.put("deux:2 iris/kept:restocked", NEWER);

        assertThat(desk.step("restocked", "import", REGISTRY).status()).isEqualTo(202);
        await().until(() -> desk.release("restocked").at("/progress").isNull());

        assertThat(iris.bean(Deployed.class).now().active()).isEqualTo(Models.renamed(MODEL, "iris/kept:kept"));
        assertThat(engines.held)
                .containsEntry("un:1 iris/kept:restocked", NEWER)
                .containsEntry("deux:2 iris/kept:kept", EVALUATED)
                .doesNotContainKey("un:1 iris/kept:kept");
    }

    @Test
    void nothingIsPulledWhileTheBackendThatMayHaveWhatAnswersDoesNotSay() {
        engines.asked = backend -> {
            if (backend.equals("deux:2")) {
                throw new StoreFailed(backend, Reason.UNREACHABLE);
            }
        };

        assertThat(desk.importProblem("pulled", REGISTRY)).isEqualTo("import-unreachable");

        assertThat(engines.held).doesNotContainKey("un:1 kept:1b");
    }

    @Test
    void nothingIsRenamedWhileABackendThatMayHaveItTooDoesNotSay() {
        engines.held.put("un:1 kept:1b", EVALUATED);
        engines.asked = backend -> {
            if (backend.equals("deux:2")) {
                throw new StoreFailed(backend, Reason.UNREACHABLE);
            }
        };

        assertThat(desk.importProblem("pulled", REGISTRY)).isEqualTo("import-unreachable");

        assertThat(iris.bean(Deployed.class).now().active()).isEqualTo(MODEL);
        assertThat(engines.held).containsEntry("un:1 kept:1b", EVALUATED).containsEntry("deux:2 kept:1b", EVALUATED);
    }

    @Test
    void aBackendThatStillHasItUnderTheTagIsGivenItsOwnNameInsteadOfWhatTheTagWasMovedTo() {
        iris.bean(DeploymentHere.class)
                .take(iris.bean(BookStore.class)
                        .change(book -> book.renamed("kept", Models.renamed(MODEL, "iris/kept:kept"))));
        engines.held.put("un:1 iris/kept:kept", EVALUATED);
        engines.pulled.clear();

        assertThat(desk.step("kept", "import", REGISTRY).status()).isEqualTo(202);
        await().until(() -> desk.release("kept").at("/progress").isNull());

        assertThat(engines.held).containsEntry("deux:2 iris/kept:kept", EVALUATED);
        assertThat(engines.pulled).isEmpty();
    }
}
