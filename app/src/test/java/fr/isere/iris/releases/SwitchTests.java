package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.models.Completion;
import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.models.GenerationListener;
import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.LanguageModels;
import fr.isere.iris.models.ModelRequest;
import fr.isere.iris.models.Sender;
import fr.isere.iris.models.Turn;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The model changes under 200 answers, and nobody notices. */
class SwitchTests {

    private static final String RELEASES = "/api/ops/releases";
    private static final int STREAMS = 200;
    private static final String OLD = "smollm2:135m-instruct-q4_1";

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    @Test
    void twoHundredAnswersGoOnAndTheNextConversationIsOnTheNewWithinASecond() throws IOException, InterruptedException {
        try (TalkingOllama ollama = new TalkingOllama();
                RedisForTests redis = RedisForTests.start();
                IrisForTests iris = start(ollama, redis)) {
            ollama.held.put(OLD, "a".repeat(64));
            ApiClient exploitant = iris.signIn("exploitant");
            LanguageModels models = iris.bean(LanguageModels.class);
            String id = readyRelease(exploitant);

            CountDownLatch ended = new CountDownLatch(STREAMS);
            List<LanguageModel> before = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                before.add(ask(models, i, TalkingOllama.SLOWLY, ended));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> begun.get() == STREAMS);

            long click = System.nanoTime();
            assertThat(step(exploitant, id, "activate", Map.of()).status()).isEqualTo(200);
            CountDownLatch next = new CountDownLatch(1);
            LanguageModel after = ask(models, STREAMS, "vite", next);
            assertThat(next.await(10, TimeUnit.SECONDS)).isTrue();
            long millis = (System.nanoTime() - click) / 1_000_000;
            ollama.goOn.countDown();
            assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();

            System.out.printf(
                    "switch under %d streams: %d done, %d failed, %d ms from the click to the first answer of the"
                            + " new%n",
                    STREAMS, done.get() - 1, failed.get(), millis);
            assertThat(failed).hasValue(0);
            assertThat(done).hasValue(STREAMS + 1);
            // A pull moves the tag: what answered under it goes on under a name of its own.
            assertThat(before)
                    .allMatch(model -> !model.description().engineModel().endsWith(":" + id));
            assertThat(after.description().engineModel()).isEqualTo("iris/smollm2-135m:" + id);
            assertThat(ollama.asked).contains("iris/smollm2-135m:" + id);
            assertThat(millis).isLessThan(1000);
        }
    }

    private static IrisForTests start(TalkingOllama ollama, RedisForTests redis) {
        return IrisForTests.startWith(
                new ScriptedModel(),
                context -> context.removeBeanDefinition("scriptedModels"),
                Stream.of(
                        "spring.data.redis.url=" + redis.url(),
                        "iris.models.ollama.url=" + ollama.url(),
                        "iris.models.slots=" + (STREAMS + 20)));
    }

    private LanguageModel ask(LanguageModels models, int number, String text, CountDownLatch ended) {
        LanguageModel model = models.answering("conversation-" + number, Instant.now());
        var unused = model.answer(
                new ModelRequest(
                        List.of(new Turn(Turn.Speaker.USER, text)),
                        100,
                        new Sender("person-" + number, "conversation-" + number, Sender.Urgency.CONVERSATION)),
                new Counting(ended));
        return model;
    }

    private static String readyRelease(ApiClient exploitant) {
        String id = exploitant
                .send("POST", RELEASES, Map.of("revision", revision(exploitant), "model", "smollm2-135m"))
                .json()
                .at("/id")
                .asString();
        step(exploitant, id, "import", Map.of("from", "registry"));
        awaitState(exploitant, id, "imported");
        step(exploitant, id, "evaluate", Map.of());
        awaitState(exploitant, id, "evaluated");
        assertThat(step(exploitant, id, "ready", Map.of()).status()).isEqualTo(200);
        return id;
    }

    private static void awaitState(ApiClient exploitant, String id, String state) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> exploitant
                        .get(RELEASES)
                        .json()
                        .at("/releases")
                        .valueStream()
                        .filter(release -> release.at("/id").asString().equals(id))
                        .map(release -> release.at("/state").asString())
                        .anyMatch(state::equals));
    }

    private static ApiClient.Reply step(ApiClient exploitant, String id, String step, Map<String, ?> body) {
        Map<String, Object> sent = new HashMap<>(body);
        sent.put("revision", revision(exploitant));
        return exploitant.send("POST", RELEASES + "/" + id + "/" + step, sent);
    }

    private static long revision(ApiClient exploitant) {
        JsonNode all = exploitant.get(RELEASES).json();
        return all.at("/revision").asLong();
    }

    private final class Counting implements GenerationListener {

        private final CountDownLatch ended;
        private boolean spoke;

        Counting(CountDownLatch ended) {
            this.ended = ended;
        }

        @Override
        public void queued(int position) {
            // There are slots for all.
        }

        @Override
        public void loading() {
            // The engine of this test loads nothing.
        }

        @Override
        public void token(String text) {
            if (!spoke) {
                spoke = true;
                begun.incrementAndGet();
            }
        }

        @Override
        public void done(Completion completion) {
            done.incrementAndGet();
            ended.countDown();
        }

        @Override
        public void failed(EngineFailure failure) {
            failed.incrementAndGet();
            ended.countDown();
        }
    }
}
