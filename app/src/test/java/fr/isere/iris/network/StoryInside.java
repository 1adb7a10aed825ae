package fr.isere.iris.network;

import fr.isere.iris.demo.DemoProvider;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.RedisNode;
import fr.isere.iris.testing.RingForTests;
import fr.isere.iris.testing.Story;
import fr.isere.iris.testing.TemporaryFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;

/**
 * Runs inside the closed network: Redis, a provider and an engine there, IRIS as a process of its own, and a person who signs in,
 * accepts, asks, reads, erases and leaves. Prints the ports that each of them listens on, and {@link #TOLD} at the end.
 */
final class StoryInside {

    /** The story came to its end. */
    static final String TOLD = "the story is told";

    /** Before a port of the loopback interface that somebody has business with. */
    static final String PORT = "port ";

    private StoryInside() {}

    /** Tells the story; the one argument names the class whose main starts IRIS. */
    public static void main(String[] arguments) throws Exception {
        try (RedisForTests redis = RedisForTests.start();
                DemoProvider provider = DemoProvider.start();
                SmallEngine engine = new SmallEngine()) {
            int port = RedisNode.freePort();
            int management = RedisNode.freePort();
            int issuer = Integer.parseInt(provider.issuer().substring("http://127.0.0.1:".length()));
            for (int one : new int[] {redis.port(), issuer, engine.port(), port, management}) {
                System.out.println(PORT + one);
            }
            Process iris = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            arguments[0],
                            "--server.address=127.0.0.1",
                            "--server.port=" + port,
                            "--management.server.address=127.0.0.1",
                            "--management.server.port=" + management,
                            "--spring.data.redis.url=" + redis.url(),
                            "--iris.keys.path=" + RingForTests.path(),
                            "--iris.audit.folder=" + TemporaryFolder.untilExit("audit"),
                            "--iris.oidc.issuer=" + provider.issuer(),
                            "--iris.oidc.client-id=" + DemoProvider.CLIENT_ID,
                            "--iris.oidc.client-secret=" + provider.clientSecret(),
                            "--iris.models.active=smollm2-135m",
                            "--iris.models.ollama.url=http://127.0.0.1:" + engine.port()))
                    .inheritIO()
                    .start();
            try {
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !iris.isAlive() || listens(port));
                tell(
                        "http://127.0.0.1:" + port,
                        Objects.requireNonNull(provider.passwords().get("agent")));
                System.out.println(TOLD);
            } finally {
                iris.destroy();
                iris.waitFor();
            }
        }
        System.exit(0);
    }

    private static void tell(String url, String password) {
        ApiClient agent = ApiClient.signIn(url, "agent", password).acceptsTheCharter();
        String conversation = agent.send("POST", "/api/conversations", Map.of())
                .json()
                .get("id")
                .asString();
        EventStream stream = agent.ask(conversation, Map.of("text", "CANARI-7f3a Bonjour"));
        String heard = EventStream.text(stream.rest());
        must(heard.equals(SmallEngine.ANSWER), "the answer");
        must(agent.get("/api/conversations/" + conversation).text().contains(SmallEngine.ANSWER), "the message");
        String document = Story.isRead(agent, conversation, "note.txt");
        must(agent.get("/api/documents/" + document + "/pages/1").text().contains("CANARI-7f3a"), "the document");
        must(agent.send("DELETE", "/api/conversations/" + conversation, null).status() == 204, "the erasure");
        must(agent.get("/api/documents/" + document).status() == 404, "the end of the document");
        must(agent.get("/api/conversations/" + conversation).status() >= 400, "the end");
        agent.send("POST", "/logout", null);
        must(agent.get("/api/me").status() == 401, "the sign-out");
    }

    private static void must(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what + " is not as it should be");
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
