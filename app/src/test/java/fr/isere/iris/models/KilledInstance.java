package fr.isere.iris.models;

import static org.awaitility.Awaitility.await;

import fr.isere.iris.IrisApplication;
import fr.isere.iris.demo.DemoProvider;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.RedisNode;
import fr.isere.iris.testing.RingForTests;
import fr.isere.iris.testing.ScriptedModel;
import fr.isere.iris.testing.TemporaryFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
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
    private final Process there;
    private final String thereUrl;

    KilledInstance() throws IOException {
        ScriptedOllama.isWell(engine, MODEL);
        engine.on("/api/chat", ScriptedOllama::saysAWordAndGoesOn);
        here = IrisForTests.startWith(
                new ScriptedModel(), context -> context.removeBeanDefinition("scriptedModels"), settings());
        int port = RedisNode.freePort();
        thereUrl = "http://127.0.0.1:" + port;
        there = process(port);
        await().atMost(Duration.ofMinutes(5)).until(() -> !there.isAlive() || listens(port));
    }

    private Stream<String> settings() {
        return Stream.of(
                "spring.data.redis.url=" + redis.url(),
                "iris.models.ollama.url=" + engine.url(""),
                "iris.models.slots=" + SLOTS);
    }

    private Process process(int port) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                IrisApplication.class.getName()));
        DemoProvider provider = IrisForTests.provider();
        Stream.concat(
                        settings(),
                        Stream.of(
                                "server.address=127.0.0.1",
                                "server.port=" + port,
                                "management.server.port=0",
                                "iris.documents.warm=false",
                                "iris.keys.path=" + RingForTests.path(),
                                "iris.audit.folder=" + TemporaryFolder.untilExit("audit"),
                                "iris.oidc.issuer=" + provider.issuer(),
                                "iris.oidc.client-id=" + DemoProvider.CLIENT_ID,
                                "iris.oidc.client-secret=" + provider.clientSecret(),
                                "iris.models.active=smollm2-135m"))
                .forEach(setting -> command.add("--" + setting));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /**
     * Kills the instance that has all slots.
     *
     * @return from then until the last of as many who wait at the other one has her first word
     */
    Duration untilTheSlotsAreBack() {
        ApiClient agent = here.signIn("agent").acceptsTheCharter();
        for (int i = 0; i < SLOTS; i++) {
            asked(agent.at(thereUrl)).next("token");
        }
        List<EventStream> waiting = new ArrayList<>();
        for (int i = 0; i < SLOTS; i++) {
            waiting.add(asked(agent));
        }
        waiting.forEach(stream -> stream.next("queued"));

        there.destroyForcibly();
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

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        there.destroyForcibly();
        here.close();
        engine.close();
        redis.close();
    }
}
