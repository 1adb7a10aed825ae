package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.releases.Importing.From;
import fr.isere.iris.releases.Progress.At;
import fr.isere.iris.releases.Release.Verdict;
import fr.isere.iris.releases.Workshop.Work;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** What IRIS does with a release when somebody else was quicker: the book stays as they left it, and the audit trail tells nothing of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TooLateTests {

    private static final From REGISTRY = new From(null, null);
    private static final At BEGUN = new At("waiting", 0, 0, "bytes");

    private final RedisForTests redis = RedisForTests.start();
    private final MemoryStore engines = new MemoryStore();
    private final List<ReleaseStep> told = new CopyOnWriteArrayList<>();
    private IrisForTests iris;
    private BookStore store;

    @BeforeAll
    void start() {
        iris = IrisForTests.startWith(
                new ScriptedModel(),
                context -> {
                    engines.serve(context, request -> "Oui.");
                    context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
                        if (event.getPayload() instanceof ReleaseStep step) {
                            told.add(step);
                        }
                    });
                },
                Stream.of("spring.data.redis.url=" + redis.url(), "iris.releases.drift=1d"));
        store = iris.bean(BookStore.class);
    }

    @AfterAll
    void stop() {
        iris.close();
        redis.close();
    }

    @BeforeEach
    void nothingWasTold() {
        told.clear();
        engines.asked = backend -> {};
    }

    @Test
    void anImportThatEndsAfterItWasBrokenOffIsNotTold() {
        Release release = given(Sample.release("broken", State.PROPOSED));

        iris.bean(Importing.class).run(release, REGISTRY, work(release));

        assertThat(told).isEmpty();
        assertThat(inTheBook(release)).isEqualTo(release);
    }

    @Test
    void anImportThatEndsInTimeIs() {
        Release release = given(Sample.release("intime", State.IMPORTING).working("w"));

        iris.bean(Importing.class).run(release, REGISTRY, work(release));

        assertThat(told).extracting(ReleaseStep::action).containsExactly("release-imported");
        assertThat(inTheBook(release).state()).isEqualTo(State.IMPORTED);
    }

    @Test
    void anImportThatEndsAfterItsReleaseWasRetiredLeavesNothingOnTheEngines() {
        Release release = given(Sample.release("retired", State.RETIRED));

        iris.bean(Importing.class).run(release, REGISTRY, work(release));

        await().atMost(Duration.ofSeconds(5))
                .until(() -> engines.held.keySet().stream().noneMatch(name -> name.endsWith(":retired")));
    }

    @Test
    void anEvaluationThatEndsAfterItWasBrokenOffIsNotToldAndTheReportBeforeStands() {
        Release release = given(Sample.release("judged", State.EVALUATED).evaluated(new Verdict(true, Sample.NOW)));
        Reports reports = iris.bean(Reports.class);
        Report before = report();
        reports.put(release.id(), before);
        engines.held.put("un:1 judged:1b", "e");

        iris.bean(Evaluating.class).run(release, work(release));

        assertThat(told).isEmpty();
        assertThat(inTheBook(release)).isEqualTo(release);
        assertThat(reports.of(inTheBook(release))).contains(before);
        assertThat(iris.keys().stream().filter(key -> key.startsWith("iris:release-report:{judged")))
                .hasSize(1);
    }

    @Test
    void anEvaluationThatEndsInTimeIsToldAndItsReportIsTheLast() {
        Release release = given(Sample.release("seen", State.EVALUATING).working("w"));
        engines.held.put("un:1 seen:1b", "e");

        iris.bean(Evaluating.class).run(release, work(release));

        assertThat(told).extracting(ReleaseStep::action).containsExactly("release-evaluated");
        Verdict verdict = inTheBook(release).evaluation();
        assertThat(verdict).isNotNull();
        assertThat(iris.bean(Reports.class).of(inTheBook(release)))
                .hasValueSatisfying(report -> assertThat(report.at()).isEqualTo(verdict.at()));
    }

    @Test
    void workOfAnInstanceThatDiedIsTakenBackAndToldOnce() {
        Release dead = Sample.release("dead", State.EVALUATING).working("of-the-dead");
        iris.bean(DeploymentHere.class).take(store.change(book -> book.with(dead)));

        await().atMost(Progress.LIFE.multipliedBy(2))
                .until(() -> inTheBook(dead).work() == null);
        assertThat(inTheBook(dead).state()).isEqualTo(State.IMPORTED);
        await().atMost(Duration.ofSeconds(5)).until(() -> !told.isEmpty());
        assertThat(told).singleElement().satisfies(step -> {
            assertThat(step.action()).isEqualTo("release-failed");
            assertThat(step.details()).containsEntry("reason", "release-abandoned");
        });
    }

    @Test
    void aReportIsComparedWithThatOfTheOneThatAnswers() {
        Release best = given(Sample.release("best", State.EVALUATED).evaluated(new Verdict(true, Sample.NOW)));
        Release weaker = given(Sample.release("weaker", State.EVALUATING).working("w"));
        store.change(book -> book.ready(best.id(), Sample.NOW).activated(best.id(), Sample.NOW));
        await().atMost(Duration.ofSeconds(5))
                .until(() ->
                        best.id().equals(iris.bean(DeploymentHere.class).book().active()));
        Report.SuiteReport all = new Report.SuiteReport("consignes", "Consignes", 1, null, 0.5, true, List.of());
        iris.bean(Reports.class).put(best.id(), report(List.of(all)));
        engines.held.put("un:1 weaker:1b", "e");

        iris.bean(Evaluating.class).run(weaker, work(weaker));

        Report report = iris.bean(Reports.class).of(inTheBook(weaker)).orElseThrow();
        assertThat(report.comparedWith()).isEqualTo("Modèle best");
        assertThat(report.passed()).as("of one who only says yes").isFalse();
        assertThat(report.suites())
                .filteredOn(suite -> suite.id().equals("consignes"))
                .singleElement()
                .satisfies(suite -> {
                    assertThat(suite.active()).isEqualTo(1.0);
                    assertThat(suite.passed()).isFalse();
                });
    }

    @Test
    void aNewReportTakesThePlaceOfTheOneBefore() {
        Release release =
                given(Sample.release("again", State.EVALUATING).working("w").evaluated(new Verdict(false, Sample.NOW)));
        Reports reports = iris.bean(Reports.class);
        reports.put(release.id(), report());
        engines.held.put("un:1 again:1b", "e");

        iris.bean(Evaluating.class).run(release, work(release));

        assertThat(reports.of(inTheBook(release))).isPresent();
        assertThat(reports.of(release)).as("the one before").isEmpty();
        assertThat(iris.keys().stream().filter(key -> key.startsWith("iris:release-report:{again")))
                .hasSize(1);
    }

    @Test
    void aDriftThatAnotherInstanceSawFirstIsToldOnce() {
        Release release = given(Sample.release("drifting", State.READY));
        engines.held.put("un:1 drifting:1b", "another");
        engines.asked = backend -> store.change(book -> book.drifted(release.id(), Sample.NOW));

        iris.bean(Drift.class).look();

        assertThat(told).isEmpty();
        assertThat(inTheBook(release).drift()).isEqualTo(Sample.NOW);
    }

    /** With a sign of life of its work, if it has one: without, any instance takes it for abandoned in the end. */
    private Release given(Release release) {
        if (release.work() != null) {
            iris.bean(Progress.class).tell(release.work(), BEGUN);
        }
        BookStore.Page page = iris.bean(DeploymentHere.class).take(store.change(book -> book.with(release)));
        return page.book().get(release.id());
    }

    private Release inTheBook(Release release) {
        return store.read().orElseThrow().book().get(release.id());
    }

    /** Of which the book does not know unless it names it; the workshop does not either, and so never breaks it off. */
    private static Work work(Release release) {
        return new Work(release.id(), "w", BEGUN);
    }

    private static Report report() {
        return report(List.of());
    }

    private static Report report(List<Report.SuiteReport> suites) {
        return new Report(
                true, Sample.NOW, "default", null, suites, 0, new Report.Speed(1, 1, 1, 1, true), null, "binding");
    }
}
