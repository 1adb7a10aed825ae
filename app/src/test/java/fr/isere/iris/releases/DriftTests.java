package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.identity.Audited;
import fr.isere.iris.models.Deployed;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import tools.jackson.databind.JsonNode;

/** Somebody changes on an engine, behind IRIS's back, what a release answers with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriftTests {

    private static final String RELEASES = "/api/ops/releases";
    private static final String PINNED = "a".repeat(64);
    private static final String CHANGED = "b".repeat(64);

    private final RedisForTests redis = RedisForTests.start();
    private final List<ReleaseStep> told = new CopyOnWriteArrayList<>();
    private TalkingOllama ollama;
    private IrisForTests iris;
    private BookStore store;
    private ApiClient exploitant;

    @BeforeAll
    void start() throws IOException {
        ollama = new TalkingOllama();
        iris = IrisForTests.startWith(
                new ScriptedModel(),
                context -> context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
                    if (event.getPayload() instanceof ReleaseStep step) {
                        told.add(step);
                    }
                }),
                Stream.of(
                        "spring.data.redis.url=" + redis.url(),
                        "iris.models.ollama.url=" + ollama.url(),
                        "iris.releases.drift=50ms"));
        store = iris.bean(BookStore.class);
        exploitant = iris.signIn("exploitant");
    }

    @AfterAll
    void stop() {
        iris.close();
        ollama.close();
        redis.close();
    }

    @BeforeEach
    void oneAnswersAndOneMay() {
        ollama.held.put("answers:1b", PINNED);
        ollama.held.put("may:1b", PINNED);
        iris.bean(DeploymentHere.class)
                .take(store.change(book ->
                        Book.EMPTY.adopting(pinned("answers", State.ACTIVE)).with(pinned("may", State.READY))));
        told.clear();
    }

    private Release pinned(String id, State state) {
        return Sample.release(id, state)
                .bound(Sample.model(id), iris.bean(Bindings.class).of(Sample.model(id), PINNED, 1000L));
    }

    @Test
    void whatWasEvaluatedWithOtherPromptsSaysSoAndMayNotBeginToAnswerButComeBack() {
        Release.Binding others = new Release.Binding("other prompts", PINNED, 1000L, "digest");
        for (State state : List.of(State.EVALUATED, State.READY)) {
            String id = state.code() + "-of-others";
            ollama.held.put(id + ":1b", PINNED);
            iris.bean(DeploymentHere.class)
                    .take(store.change(
                            book -> book.with(Sample.release(id, state).bound(Sample.model(id), others))));
        }
        JsonNode all = exploitant.get(RELEASES).json().at("/releases");
        assertThat(all.valueStream()
                        .filter(one -> one.at("/promptsChanged").asBoolean())
                        .map(one -> one.at("/id").asString()))
                .containsExactly("ready-of-others", "evaluated-of-others");
        assertRefused(step("evaluated-of-others/ready", Map.of()));
        assertRefused(step("ready-of-others/activate", Map.of()));
        assertRefused(step("ready-of-others/canary", Map.of("percent", 5)));

        iris.bean(DeploymentHere.class).take(store.change(book -> book.activated("ready-of-others", Sample.NOW)));
        assertThat(activate("may").status()).isEqualTo(200);
        assertThat(step("rollback", Map.of()).status()).isEqualTo(200);
    }

    private static void assertRefused(ApiClient.Reply reply) {
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.text()).contains("release-prompts");
    }

    private ApiClient.Reply step(String path, Map<String, Object> body) {
        Map<String, Object> sent = new HashMap<>(body);
        sent.put("revision", store.read().orElseThrow().number());
        return exploitant.send("POST", RELEASES + "/" + path, sent);
    }

    @Test
    void aDigestThatChangedIsFoundToldOnceAndRollsNothingBack() {
        ollama.held.put("answers:1b", CHANGED);

        await().atMost(Duration.ofSeconds(10)).until(() -> !told.isEmpty());
        assertThat(release("answers").drift()).isNotNull();
        assertThat(release("may").drift()).isNull();
        assertThat(drifted()).isEqualTo(1);
        awaitMoreLooks();
        assertThat(told).singleElement().satisfies(step -> {
            assertThat(step.action()).isEqualTo("release-drifted");
            assertThat(step.person()).isEqualTo(Audited.IRIS);
            assertThat(step.details()).containsEntry("release", "answers").containsEntry("reason", "changed");
        });
        Deployed.Deployment now = iris.bean(Deployed.class).now();
        assertThat(now.active()).isEqualTo(Sample.model("answers"));
    }

    @Test
    void whatChangedMayNotBeginToAnswerAndMayAgainOnceItIsBack() {
        ollama.held.put("may:1b", CHANGED);
        await().atMost(Duration.ofSeconds(10)).until(() -> release("may").drift() != null);
        ApiClient.Reply refused = activate("may");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("release-drifted");

        ollama.held.put("may:1b", PINNED);
        await().atMost(Duration.ofSeconds(10)).until(() -> told.size() == 2);
        assertThat(told).extracting(step -> step.details().get("reason")).containsExactly("changed", "back");
        assertThat(release("may").drift()).isNull();
        assertThat(drifted()).isZero();
        assertThat(activate("may").status()).isEqualTo(200);
    }

    @Test
    void anEngineThatHasNothingOfItAnyMoreIsNoDrift() {
        ollama.held.remove("may:1b");
        awaitMoreLooks();
        assertThat(release("may").drift()).isNull();
        assertThat(told).isEmpty();
    }

    @Test
    void anEngineThatLacksWhatAnswersIsCountedUntilItHasItAgain() {
        ollama.held.remove("may:1b"); // nobody is answered by it: that one is nowhere is no fault yet
        awaitMoreLooks();
        assertThat(gauge("iris.release.lacking")).isZero();

        ollama.held.remove("answers:1b");
        await().atMost(Duration.ofSeconds(10)).until(() -> gauge("iris.release.lacking") == 1);

        ollama.held.put("answers:1b", PINNED);
        await().atMost(Duration.ofSeconds(10)).until(() -> gauge("iris.release.lacking") == 0);
    }

    @Test
    void whatNoLongerAnswersIsNoLongerLacking() {
        ollama.held.remove("answers:1b");
        await().atMost(Duration.ofSeconds(10)).until(() -> gauge("iris.release.lacking") == 1);

        assertThat(activate("may").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> gauge("iris.release.lacking") == 0);
    }

    /** Two: the first may have begun before what it should see. */
    private void awaitMoreLooks() {
        int before = ollama.listed.get();
        int releases = 2;
        await().atMost(Duration.ofSeconds(10)).until(() -> ollama.listed.get() > before + 3 * releases);
    }

    private ApiClient.Reply activate(String id) {
        long revision = store.read().orElseThrow().number();
        return exploitant.send("POST", RELEASES + "/" + id + "/activate", Map.of("revision", revision));
    }

    private Release release(String id) {
        return store.read().orElseThrow().book().get(id);
    }

    private double drifted() {
        return gauge("iris.release.drift");
    }

    private double gauge(String name) {
        return iris.bean(MeterRegistry.class).get(name).gauge().value();
    }
}
