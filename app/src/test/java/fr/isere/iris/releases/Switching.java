package fr.isere.iris.releases;

import static org.awaitility.Awaitility.await;

import fr.isere.iris.models.Completion;
import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.models.GenerationListener;
import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.LanguageModels;
import fr.isere.iris.models.ModelRequest;
import fr.isere.iris.models.Sender;
import fr.isere.iris.models.Turn;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Many answers under way while an exploitant has another model answer. */
final class Switching implements AutoCloseable {

    private static final String OLD = "smollm2:135m-instruct-q4_1";
    private static final Duration LONG = Duration.ofMinutes(3);

    private final int streams;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final RedisForTests redis = RedisForTests.start();
    private final TalkingOllama ollama;
    private final IrisForTests iris;

    Switching(int streams) throws IOException {
        this.streams = streams;
        ollama = new TalkingOllama();
        ollama.held.put(OLD, "a".repeat(64));
        iris = start();
    }

    /**
     * What became of it.
     *
     * @param release its id
     * @param before what the engine calls the models of the answers that were under way
     * @param after what it calls that of the next conversation
     * @param asked whether it was asked for that
     * @param firstOfTheNew from the click to the end of the first answer of the new model
     */
    record Outcome(
            String release,
            List<String> before,
            String after,
            boolean asked,
            int done,
            int failed,
            Duration firstOfTheNew) {

        Outcome {
            before = List.copyOf(before);
        }
    }

    Outcome run() throws InterruptedException {
        Desk desk = new Desk(iris.signIn("exploitant"));
        LanguageModels models = iris.bean(LanguageModels.class);
        String id = desk.proposes("smollm2-135m");
        desk.imports(id, Map.of("from", "registry"));
        desk.evaluates(id);
        must(desk.step(id, "ready", Map.of()).status() == 200, "ready");

        CountDownLatch ended = new CountDownLatch(streams);
        List<LanguageModel> before = new ArrayList<>();
        for (int i = 0; i < streams; i++) {
            before.add(ask(models, i, TalkingOllama.SLOWLY, ended));
        }
        await().atMost(LONG).until(() -> begun.get() == streams);

        long click = System.nanoTime();
        must(desk.step(id, "activate", Map.of()).status() == 200, "activate");
        CountDownLatch next = new CountDownLatch(1);
        LanguageModel after = ask(models, streams, "vite", next);
        must(next.await(LONG.toSeconds(), TimeUnit.SECONDS), "an answer of the new");
        Duration firstOfTheNew = Duration.ofNanos(System.nanoTime() - click);
        ollama.goOn.countDown();
        must(ended.await(LONG.toSeconds(), TimeUnit.SECONDS), "the answers of the old");
        String name = after.description().engineModel();
        return new Outcome(
                id,
                before.stream().map(model -> model.description().engineModel()).toList(),
                name,
                ollama.asked.contains(name),
                done.get(),
                failed.get(),
                firstOfTheNew);
    }

    private static void must(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("there was not: " + what);
        }
    }

    private IrisForTests start() {
        return IrisForTests.startWith(
                new ScriptedModel(),
                context -> context.removeBeanDefinition("scriptedModels"),
                Stream.of(
                        "spring.data.redis.url=" + redis.url(),
                        "iris.models.ollama.url=" + ollama.url(),
                        "iris.models.slots=" + (streams + 20)));
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

    @Override
    public void close() {
        iris.close();
        ollama.close();
        redis.close();
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
