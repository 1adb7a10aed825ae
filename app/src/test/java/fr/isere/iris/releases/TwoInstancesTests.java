package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.models.Deployed;
import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two instances and one Redis: who activates at once, and what is left when Redis is emptied. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesTests {

    private static final String BOOK = "iris:releases:{all}";
    private static final Release.Trouble TROUBLE = new Release.Trouble("release-broken-off", List.of(), Sample.NOW);

    private final MemoryStore engines = new MemoryStore();
    private final RedisForTests redis = RedisForTests.start();
    private IrisForTests one;
    private IrisForTests two;
    private ApiClient here;
    private ApiClient there;

    @BeforeAll
    void start() {
        one = instance();
        two = instance();
        here = one.signIn("exploitant");
        there = two.signIn("exploitant");
    }

    private IrisForTests instance() {
        return IrisForTests.startWith(
                new ScriptedModel(),
                context -> engines.serve(context, request -> "Oui."),
                Stream.of("spring.data.redis.url=" + redis.url(), "iris.releases.drift=1d"));
    }

    @AfterAll
    void stop() {
        one.close();
        two.close();
        redis.close();
    }

    @BeforeEach
    void oneAnswersAndTwoMay() {
        engines.warming = () -> {};
        books().change(book -> Book.EMPTY
                .adopting(held("stays", State.ACTIVE))
                .with(held("first", State.READY))
                .with(held("second", State.READY)));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> deployed(one).equals(Optional.of(Sample.model("stays")))
                        && deployed(one).equals(deployed(two)));
    }

    private Release held(String id, State state) {
        MemoryStore.BACKENDS.forEach(backend -> engines.held.put(backend + ' ' + id + ":1b", "e"));
        return Sample.release(id, state)
                .bound(Sample.model(id), one.bean(Bindings.class).of(Sample.model(id), "e", 1L));
    }

    @Test
    void ofTwoWhoActivateAtOnceOneIsToldAndBothInstancesAnswerFromTheOther() throws Exception {
        long seen = books().read().orElseThrow().number();
        CyclicBarrier loading = new CyclicBarrier(2 * MemoryStore.BACKENDS.size());
        engines.warming = () -> pass(loading);

        CompletableFuture<ApiClient.Reply> other = CompletableFuture.supplyAsync(() -> activate(there, "second", seen));
        ApiClient.Reply own = activate(here, "first", seen);
        List<ApiClient.Reply> replies = List.of(own, other.get(60, TimeUnit.SECONDS));

        assertThat(replies).extracting(ApiClient.Reply::status).containsExactlyInAnyOrder(200, 409);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 409)
                .allSatisfy(reply -> assertThat(reply.text()).contains("release-changed"));
        String winner = own.status() == 200 ? "first" : "second";
        Book book = books().read().orElseThrow().book();
        assertThat(book.active()).isEqualTo(winner);
        assertThat(book.previous()).isEqualTo("stays");
        assertThat(book.releases().stream().filter(release -> release.state() == State.ACTIVE))
                .hasSize(1);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> deployed(one).equals(Optional.of(Sample.model(winner)))
                        && deployed(one).equals(deployed(two)));
    }

    /** Both have found the book as they saw it before either writes. */
    private static void pass(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatAnEmptiedRedisLostIsWrittenAgainAndAnswersThroughout() {
        Book before =
                books().change(book -> book.canary("first", 20, Sample.NOW)).book();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> Stream.of(one, two)
                        .allMatch(each -> each.bean(DeploymentHere.class).book().equals(before)));

        one.expire(BOOK);

        await().atMost(Duration.ofSeconds(10)).until(() -> books().read().isPresent());
        assertThat(books().read().orElseThrow().book()).isEqualTo(before);
        assertThat(Stream.of(one, two)).allSatisfy(each -> {
            Deployed.Deployment now = each.bean(Deployed.class).now();
            assertThat(now.active()).isEqualTo(Sample.model("stays"));
            assertThat(now.canary()).isNotNull();
        });
        assertThat(activate(there, "second", books().read().orElseThrow().number())
                        .status())
                .isEqualTo(200);
    }

    /** What ends just when Redis comes back changes a book that is not there. */
    @Test
    void whoFindsNoBookInAnEmptiedRedisStillRemembersTheOneThatWas() {
        Book before = books().read().orElseThrow().book();

        one.expire(BOOK);
        for (IrisForTests each : List.of(one, two)) {
            each.bean(DeploymentHere.class)
                    .take(each.bean(BookStore.class).change(book -> book.failed("stays", "ended", TROUBLE)));
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> books().read().isPresent());
        assertThat(books().read().orElseThrow().book()).isEqualTo(before);
        assertThat(Stream.of(one, two))
                .allSatisfy(each ->
                        assertThat(each.bean(Deployed.class).now().active()).isEqualTo(Sample.model("stays")));
    }

    /** The instance that works comes to Redis later than the others, which find no sign of its life. */
    @Test
    void workWhoseSignOfLifeAnEmptiedRedisLostIsNotTakenForAbandoned() {
        one.bean(Progress.class).tell("late", new Progress.At("waiting", 0, 0, "cases"));
        books().change(book -> book.with(held("tried", State.EVALUATING).working("late")));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> Stream.of(one, two)
                        .allMatch(each -> each.bean(DeploymentHere.class)
                                .book()
                                .find("tried")
                                .isPresent()));

        one.expire("iris:release-work:{late}");
        one.expire(BOOK);

        await().atMost(Duration.ofSeconds(10)).until(() -> books().read().isPresent());
        await().during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(6))
                .until(() -> "late"
                        .equals(books().read().orElseThrow().book().get("tried").work()));
    }

    private static ApiClient.Reply activate(ApiClient operator, String id, long seen) {
        return operator.send("POST", Desk.RELEASES + "/" + id + "/activate", Map.of("revision", seen));
    }

    private BookStore books() {
        return one.bean(BookStore.class);
    }

    private static Optional<ModelDescription> deployed(IrisForTests instance) {
        return Optional.ofNullable(instance.bean(Deployed.class).now().active());
    }
}
