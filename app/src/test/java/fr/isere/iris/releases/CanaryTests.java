package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.feedback.Ratings;
import fr.isere.iris.identity.Audited;
import fr.isere.iris.models.AnswerMeasured;
import fr.isere.iris.models.Deployed;
import fr.isere.iris.models.Sender;
import fr.isere.iris.models.Usage;
import fr.isere.iris.releases.Release.Trouble;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.data.redis.RedisConnectionFailureException;
import tools.jackson.databind.json.JsonMapper;

/** A canary that does badly is withdrawn, whichever instances its answers were given on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryTests {

    private static final Sender PERSON = new Sender("p", "c", Sender.Urgency.CONVERSATION);

    private final RedisForTests redis = RedisForTests.start();
    private final List<Audited> audited = new CopyOnWriteArrayList<>();
    private volatile Ratings.Rating rating = new Ratings.Rating(0, 0);
    private volatile boolean isAway;
    private final AtomicInteger notTold = new AtomicInteger();
    private final List<ApplicationEventPublisher> contexts = new CopyOnWriteArrayList<>();
    private IrisForTests one;
    private IrisForTests two;

    @BeforeAll
    void start() {
        one = instance();
        two = instance();
    }

    private IrisForTests instance() {
        Ratings ratings = (model, since) -> rating;
        return IrisForTests.startWith(
                new ScriptedModel(),
                context -> {
                    contexts.add(context);
                    context.registerBean("ratingsOfTest", Ratings.class, () -> ratings, bean -> bean.setPrimary(true));
                    context.registerBean(
                            "countsOfTest",
                            WatchStore.class,
                            () -> new Blinking(
                                    context.getBean(ExpiringStore.class),
                                    context.getBean(JsonMapper.class),
                                    context.getBean(Clock.class)),
                            bean -> bean.setPrimary(true));
                    context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
                        if (event.getPayload() instanceof ReleaseStep step) {
                            audited.add(step);
                        }
                    });
                },
                Stream.of("spring.data.redis.url=" + redis.url(), "iris.releases.least=10"));
    }

    @AfterAll
    void stop() {
        one.close();
        two.close();
        redis.close();
    }

    @BeforeEach
    void aCanaryIsTried() {
        rating = new Ratings.Rating(0, 0);
        audited.clear();
        String id = "r" + System.nanoTime();
        one.bean(BookStore.class).change(book -> book.canary() == null ? tried(book, id) : book);
        await().atMost(Duration.ofSeconds(3))
                .until(() -> canary(one) != null && canary(two) != null && id.equals(canaryId()));
    }

    private static Book tried(Book book, String id) {
        return book.with(Sample.release(id, State.READY)).canary(id, 50, Instant.now());
    }

    private static Deployed.@Nullable Canary canary(IrisForTests instance) {
        return instance.bean(Deployed.class).now().canary();
    }

    private String canaryId() {
        Book.Canary canary =
                one.bean(BookStore.class).read().orElseThrow().book().canary();
        return canary == null ? "" : canary.release();
    }

    @Test
    void faultsOnBothInstancesTogetherWithdrawIt() {
        String id = canaryId();
        answers(0, 6, AnswerMeasured.Outcome.COMPLETE, Duration.ofSeconds(1));
        answers(1, 4, AnswerMeasured.Outcome.INTERRUPTED, Duration.ofSeconds(1));
        assertThat(withdrawn(id).code()).isEqualTo("canary-faults");
        assertThat(audited).extracting(Audited::action).containsOnlyOnce("release-withdrawn");
        assertThat(audited.get(0).details()).containsEntry("reason", "canary-faults");
        assertThat(audited.get(0).person()).isEqualTo(Audited.IRIS);
    }

    @Test
    void whatWasCountedWhileRedisWasAwayIsToldWhenItIsBack() {
        String id = canaryId();
        isAway = true;
        answers(0, 10, AnswerMeasured.Outcome.INTERRUPTED, Duration.ofSeconds(1));
        await().atMost(Duration.ofSeconds(5)).until(() -> notTold.get() >= 10);
        isAway = false;
        assertThat(withdrawn(id).code()).isEqualTo("canary-faults");
    }

    /** Counts as it does in production, and is away when the test says so. */
    private final class Blinking extends WatchStore {

        Blinking(ExpiringStore store, JsonMapper json, Clock clock) {
            super(store, json, clock);
        }

        @Override
        boolean add(Book.Canary canary, Watch.Counted counted, Duration kept) {
            if (isAway) {
                notTold.addAndGet(counted.answers());
                throw new RedisConnectionFailureException("Redis is away");
            }
            return super.add(canary, counted, kept);
        }
    }

    @Test
    void answersThatBeginLateWithdrawIt() {
        String id = canaryId();
        answers(0, 12, AnswerMeasured.Outcome.COMPLETE, Duration.ofSeconds(40));
        assertThat(withdrawn(id).code()).isEqualTo("canary-slow");
    }

    @Test
    void opinionsWithdrawIt() {
        String id = canaryId();
        rating = new Ratings.Rating(20, 15);
        assertThat(withdrawn(id).code()).isEqualTo("canary-disliked");
    }

    @Test
    void aFewFaultsAnEvaluationAndWhatPeopleStopDoNot() {
        String id = canaryId();
        answers(0, 9, AnswerMeasured.Outcome.INTERRUPTED, Duration.ofSeconds(1));
        contexts.get(0)
                .publishEvent(answer(
                        "Modèle " + id, AnswerMeasured.Outcome.INTERRUPTED, Duration.ofSeconds(1), Sender.NOBODY));
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(5)).until(() -> canary(one) != null);
        answers(0, 1, AnswerMeasured.Outcome.STOPPED, Duration.ofSeconds(1));
        assertThat(withdrawn(id).code()).isEqualTo("canary-faults");
    }

    /** Three summaries, of which the passages take their time and those of one fail; of another, some are answered when asked again. */
    @Test
    void summariesAreNotSlowAndAreOneAnswerEach() {
        String id = canaryId();
        for (int passage = 0; passage < 20; passage++) {
            for (String conversation : List.of("a", "b", "c")) {
                publishes(id, conversation, AnswerMeasured.Outcome.COMPLETE);
            }
            publishes(id, "c", AnswerMeasured.Outcome.INTERRUPTED);
        }
        for (int conversation = 0; conversation < 22; conversation++) {
            publishes(id, "mended " + conversation, AnswerMeasured.Outcome.INTERRUPTED);
            publishes(id, "mended " + conversation, AnswerMeasured.Outcome.COMPLETE);
        }
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(5)).until(() -> canary(one) != null);

        for (int more = 0; more < 7; more++) {
            publishes(id, "failing " + more, AnswerMeasured.Outcome.INTERRUPTED);
            publishes(id, "failing " + more, AnswerMeasured.Outcome.INTERRUPTED);
        }
        assertThat(withdrawn(id).code()).isEqualTo("canary-faults");
    }

    private void publishes(String id, String conversation, AnswerMeasured.Outcome outcome) {
        Sender summary = new Sender("p", conversation, Sender.Urgency.BATCH);
        contexts.get(0).publishEvent(answer("Modèle " + id, outcome, Duration.ofSeconds(40), summary));
    }

    private Trouble withdrawn(String id) {
        await().atMost(Duration.ofSeconds(10)).until(() -> canary(one) == null && canary(two) == null);
        Release release = one.bean(BookStore.class).read().orElseThrow().book().get(id);
        assertThat(release.state()).isEqualTo(State.EVALUATED);
        Trouble trouble = release.trouble();
        assertThat(trouble).isNotNull();
        return trouble;
    }

    private void answers(int instance, int count, AnswerMeasured.Outcome outcome, Duration first) {
        ApplicationEventPublisher events = contexts.get(instance);
        String name = "Modèle " + canaryId();
        for (int i = 0; i < count; i++) {
            events.publishEvent(answer(name, outcome, first, PERSON));
        }
    }

    private static AnswerMeasured answer(String name, AnswerMeasured.Outcome outcome, Duration first, Sender sender) {
        return new AnswerMeasured(
                "any", name, "un:1", sender, Duration.ZERO, first, first.plusSeconds(1), new Usage(1, 1), outcome);
    }
}
