package fr.isere.iris.ops;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real nginx with the proxy's own configuration before two instances: answers stream through it, and an instance may go. */
class ProxyTests {

    @TempDir
    Path folder;

    private final ScriptedModel model = new ScriptedModel();
    private RedisForTests redis;
    private IrisForTests first;
    private IrisForTests second;
    private @Nullable Process nginx;
    private String url = "";

    @BeforeEach
    void start() throws Exception {
        String binary = Tool.path("nginx");
        redis = RedisForTests.start();
        first = IrisForTests.start(
                model, redis, "iris.chat.finish=20s", "spring.lifecycle.timeout-per-shutdown-phase=1s");
        second = IrisForTests.start(model, redis);
        int port = freePort();
        url = "http://127.0.0.1:" + port;
        Path configuration = render(port);
        Process started = new ProcessBuilder(
                        binary, "-p", folder.toString(), "-c", configuration.toString(), "-g", "daemon off; user root;")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        nginx = started;
        ApiClient anybody = ApiClient.anonymous(url);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .ignoreExceptionsMatching(e -> true)
                .until(() -> {
                    assertThat(started.isAlive())
                            .as(Files.readString(folder.resolve("nginx.log")))
                            .isTrue();
                    return accepts(port) && anybody.get("/au-revoir").status() == 200;
                });
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            nginx.waitFor(5, TimeUnit.SECONDS);
            second.close();
            first.close();
            redis.close();
        }
    }

    @Test
    void answersComeWordByWordAndGoOnWhenTheirInstanceStops() throws Exception {
        ApiClient agent = first.signIn("agent").acceptsTheCharter().at(url);
        String conversation = conversation(agent);
        EventStream answer = agent.ask(conversation, Map.of("text", "Bonjour"));
        ScriptedModel.Asked asked = model.nextAsked();
        String id = answer.next("answer").data().get("id").asString();

        asked.says("un ");
        long seen = answer.next("token").id(); // nothing waits in a buffer
        asked.says("deux ");
        assertThat(answer.next("token").data().get("text").asString()).isEqualTo("deux ");
        answer.close();

        Thread stopping = new Thread(first::close);
        stopping.start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !accepts(portOf(first)));
        // The proxy asks the other instance, which reads what the one that stops still writes.
        EventStream resumed = agent.resume(id, seen);
        asked.says("trois").ends();

        assertThat(EventStream.text(resumed.rest())).isEqualTo("deux trois");
        stopping.join();
        assertThat(agent.get("/api/conversations/" + conversation)
                        .json()
                        .at("/messages/1/state")
                        .asString())
                .isEqualTo("complete");
        EventStream next = agent.ask(conversation, Map.of("text", "Encore"));
        model.nextAsked().says("oui").ends();
        assertThat(EventStream.text(next.rest())).isEqualTo("oui");
        assertThat(Files.readString(folder.resolve("nginx.log")))
                .contains("\"trace.id\":", "\"url.path\":\"/api/conversations")
                .doesNotContain("127.0.0.1\",\"http")
                .doesNotContain("client: ", "request: "); // what nginx tells of the instance that went
    }

    private static String conversation(ApiClient agent) {
        return agent.send("POST", "/api/conversations", Map.of())
                .json()
                .get("id")
                .asString();
    }

    /** The proxy's files, with the places of this test, and without TLS, which is not what is tried here. */
    private Path render(int port) throws IOException {
        String site = Repository.text("ops/compose/nginx/sites.conf.template")
                .replaceAll("(?m)^(ssl_|resolver | *listen 443 ).*$", "")
                .replace("app-1:8080 resolve", "127.0.0.1:" + portOf(first))
                .replace("app-2:8080 resolve", "127.0.0.1:" + portOf(second))
                .replace("listen 8443 ssl", "listen 127.0.0.1:" + port)
                .replace("X-Forwarded-Proto https", "X-Forwarded-Proto http")
                .replace("${IRIS_HOST}", "127.0.0.1")
                .replace("${SSO_HOST}", "sso.invalid");
        Path sites = Files.writeString(folder.resolve("sites.conf"), site);
        String main = Repository.text("ops/compose/nginx/nginx.conf")
                .replace("include /tmp/sites.conf;", "include SITES;")
                .replace("include /etc/nginx/mime.types;", "")
                .replace("/tmp/", folder + "/")
                .replace("SITES", sites.toString());
        return Files.writeString(folder.resolve("nginx.conf"), main);
    }

    private static int portOf(IrisForTests iris) {
        return Integer.parseInt(iris.url().substring(iris.url().lastIndexOf(':') + 1));
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
