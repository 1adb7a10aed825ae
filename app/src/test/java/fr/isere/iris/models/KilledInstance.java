package fr.isere.iris.models;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.IrisProcess;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Two instances of IRIS on one Redis and one engine, the second a process of its own: it takes all slots, and is killed. */
final class KilledInstance implements AutoCloseable {

    private static final String MODEL = "smollm2:135m-instruct-q4_1";
    private static final int SLOTS = 3;

    private final ScriptedEngine engine = new ScriptedEngine();
    private final RedisForTests redis = RedisForTests.start();
    private final IrisForTests here;
    private final IrisProcess there;

    KilledInstance() throws IOException {
        ScriptedOllama.isWell(engine, MODEL);
        engine.on("/api/chat", ScriptedOllama::saysAWordAndGoesOn);
        here = IrisForTests.startWith(
                new ScriptedModel(), context -> context.removeBeanDefinition("scriptedModels"), settings());
        there = IrisProcess.start(ProcessBuilder.Redirect.DISCARD, settings());
    }

    private Stream<String> settings() {
        return Stream.of(
                "spring.data.redis.url=" + redis.url(),
                "iris.models.ollama.url=" + engine.url(""),
                "iris.models.slots=" + SLOTS);
    }

    /**
     * Kills the instance that has all slots.
     *
     * @return from then until the last of as many who wait at the other one has her first word
     */
    Duration untilTheSlotsAreBack() {
        ApiClient agent = here.signIn("agent").acceptsTheCharter();
        for (int i = 0; i < SLOTS; i++) {
            asked(agent.at(there.url())).next("token");
        }
        List<EventStream> waiting = new ArrayList<>();
        for (int i = 0; i < SLOTS; i++) {
            waiting.add(asked(agent));
        }
        waiting.forEach(stream -> stream.next("queued"));

        there.kill();
        long killed = System.nanoTime();
        waiting.stream()
                .map(stream -> CompletableFuture.runAsync(() -> stream.next("token")))
                .toList()
                .forEach(CompletableFuture::join);
        Duration took = Duration.ofNanos(System.nanoTime() - killed);
        waiting.forEach(EventStream::close);
        return took;
    }

    private static EventStream asked(ApiClient agent) {
        String conversation = agent.send("POST", "/api/conversations", Map.of())
                .json()
                .get("id")
                .asString();
        return agent.ask(conversation, Map.of("text", "Bonjour"));
    }

    @Override
    public void close() throws IOException {
        there.close();
        here.close();
        engine.close();
        redis.close();
    }
}
