package fr.isere.iris.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.isere.iris.demo.DemoProvider;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The command-line client: that it signs in at a real provider to a real IRIS, and what its exit codes say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpsClientTests {

    private static final String CLIENT = "ops/iris";
    private static final String RELEASES =
            "{\"revision\": 7, \"active\": \"r1\", \"previous\": null, \"canary\": null, "
                    + "\"releases\": [%s], \"catalogue\": [], \"files\": []}";

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private RedisForTests redis;
    private IrisForTests iris;
    private HttpServer scripted;

    @TempDir
    Path folder;

    record Reply(int status, String body) {}

    @BeforeAll
    void start() {
        redis = RedisForTests.start();
        iris = IrisForTests.start(new ScriptedModel(), redis);
    }

    @AfterAll
    void stop() {
        iris.close();
        redis.close();
    }

    @BeforeEach
    void openScripted() throws IOException {
        scripted = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        scripted.createContext("/", this::answer);
        scripted.start();
    }

    @AfterEach
    void closeScripted() {
        scripted.stop(0);
        asked.clear();
        replies.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip());
        Reply reply = replies.isEmpty() ? new Reply(500, "") : replies.remove();
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void itSignsInAtTheProviderAndReadsTheProofOfARealIris() throws Exception {
        Script.Result result = real(provider().scriptsSecret()).run("purge", "--check", "--json");

        assertThat(result.errors()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(JsonMapper.shared()
                        .readTree(result.output())
                        .get("withoutEnd")
                        .asInt())
                .isZero();
        assertThat(real(provider().scriptsSecret()).run("purge").output()).contains("0 sans échéance");
    }

    @Test
    void aWrongSecretIsToldAsSuch() throws Exception {
        Script.Result result = real("wrong").run("purge");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.errors()).contains("le fournisseur ne donne pas de jeton");
    }

    @Test
    void aTokenThatIrisRefusesIsToldAsSuch() throws Exception {
        Script.Result result = Script.at(CLIENT)
                .with("IRIS_URL", iris.url())
                .with("IRIS_OPS_TOKEN", "anything")
                .run("purge");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.errors()).contains("Le jeton d’accès est refusé").doesNotContain("anything");
    }

    @Test
    void aSecretThatOthersCanReadIsNotUsed() throws Exception {
        Script client = real("secret");
        Files.setPosixFilePermissions(folder.resolve("secret"), PosixFilePermissions.fromString("rw-r--r--"));

        Script.Result result = client.run("purge");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.errors()).contains("lisible par d’autres");
    }

    @ParameterizedTest
    @CsvSource({"http://iris.exemple.fr, 2, il faut https", "http://127.0.0.1:9, 5, ne répond pas"})
    void aTokenLeavesNeitherInClearNorToNobody(String url, int code, String reason) throws Exception {
        Script.Result result = Script.at(CLIENT)
                .with("IRIS_URL", url)
                .with("IRIS_OPS_TOKEN", "token")
                .run("releases");

        assertThat(result.code()).isEqualTo(code);
        assertThat(result.errors()).contains(reason);
    }

    @Test
    void aRedirectionIsNotFollowed() throws Exception {
        replies.add(new Reply(302, ""));

        assertThat(client().run("backends").code()).isEqualTo(1);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aChangeCarriesTheRevisionThatWasSeen() throws Exception {
        replies.add(new Reply(200, RELEASES.formatted(release("r2", "ready", "null"))));
        replies.add(new Reply(200, release("r2", "active", "null")));

        Script.Result result = client().run("activate", "r2");

        assertThat(result.errors()).isEmpty();
        assertThat(result.output()).isEqualTo("r2 : active");
        assertThat(asked).contains("POST /api/ops/releases/r2/activate {\"revision\": 7}");
    }

    @Test
    void aReleaseIsNamedByItsModelToo() throws Exception {
        replies.add(new Reply(
                200, RELEASES.formatted(release("r2", "ready", "null") + "," + release("r1", "retired", "null"))));
        replies.add(new Reply(200, release("r2", "canary", "null")));

        assertThat(client().run("canary", "smollm2", "10", "--revision", "6").code())
                .isZero();
        assertThat(asked).contains("POST /api/ops/releases/r2/canary {\"revision\": 6, \"percent\": 10}");
    }

    @Test
    void somebodyElsesChangeHasACodeOfItsOwn() throws Exception {
        replies.add(new Reply(200, RELEASES.formatted(release("r2", "ready", "null"))));
        replies.add(new Reply(
                409,
                "{\"type\": \"urn:iris:problem:release-changed\", \"title\": \"Changé\", \"detail\": \"Relisez.\"}"));

        Script.Result result = client().run("retire", "r2");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.errors()).isEqualTo("Erreur : Changé. Relisez.");
    }

    @Test
    void anImportIsWaitedForAndItsFailureIsTold() throws Exception {
        String progress = "{\"phase\": \"pull\", \"done\": 1, \"total\": 2, \"unit\": \"bytes\"}";
        replies.add(new Reply(200, RELEASES.formatted(release("r2", "proposed", "null"))));
        replies.add(new Reply(202, release("r2", "importing", progress)));
        replies.add(new Reply(200, RELEASES.formatted(release("r2", "imported", "null"))));

        assertThat(client().run("import", "r2", "--from", "file", "--file", "m.gguf", "--wait")
                        .code())
                .isZero();
        assertThat(asked)
                .contains(
                        "POST /api/ops/releases/r2/import {\"revision\": 7, \"from\": \"file\", \"file\": \"m.gguf\"}");

        replies.add(new Reply(200, RELEASES.formatted(release("r2", "proposed", "null"))));
        replies.add(new Reply(202, release("r2", "importing", progress)));
        replies.add(new Reply(
                200,
                RELEASES.formatted(release("r2", "proposed", "null")
                        .replace("\"problem\": null", "\"problem\": {\"code\": \"x\", \"text\": \"Disque plein\"}"))));
        Script.Result failed = client().run("import", "r2", "--wait");
        assertThat(failed.code()).isEqualTo(6);
        assertThat(failed.errors()).contains("Disque plein");
    }

    @Test
    void whatItShowsCanBeReadByAPersonOrAScript() throws Exception {
        String backends =
                "{\"waiting\": 3, \"backends\": [{\"name\": \"gpu-1:11434\", \"kind\": \"ollama\", \"state\": \"up\", \"version\": "
                        + "\"0.17.4\", \"models\": [{\"name\": \"m\", \"loaded\": true}], \"slots\": 4, \"taken\": 1, \"failure\": null}]}";
        replies.add(new Reply(200, backends));
        replies.add(new Reply(200, backends));

        assertThat(client().run("backends").output()).contains("gpu-1:11434  up", "1/4", "3 demande(s) en attente");
        assertThat(JsonMapper.shared()
                        .readTree(client().run("backends", "--json").output()))
                .isEqualTo(JsonMapper.shared().readTree(backends));
    }

    @Test
    void everyCommandOfTheContractIsThere() throws Exception {
        String help = Script.at(CLIENT).run("--help").output();
        assertThat(List.of(
                        "releases propose import cancel evaluate report ready canary activate rollback retire backends drain resume purge"
                                .split(" ", -1)))
                .allSatisfy(command -> assertThat(help).contains("\n    " + command + " "));
        assertThat(Script.at(CLIENT).run("explode").code()).isEqualTo(2);
    }

    private static String release(String id, String state, String progress) {
        return ("{\"id\": \"%s\", \"model\": \"smollm2\", \"displayName\": \"SmolLM2\", \"state\": \"%s\", \"progress\": %s, \"problem\": null, "
                        + "\"drift\": false, \"evaluation\": null, \"sizeBytes\": 1, \"can\": []}")
                .formatted(id, state, progress);
    }

    private Script client() {
        return Script.at(CLIENT)
                .with("IRIS_URL", "http://127.0.0.1:" + scripted.getAddress().getPort())
                .with("IRIS_OPS_TOKEN", "token");
    }

    private Script real(String secret) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), secret);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return Script.at(CLIENT)
                .with("IRIS_URL", iris.url())
                .with("IRIS_OPS_ISSUER", provider().issuer())
                .with("IRIS_OPS_CLIENT_ID", DemoProvider.SCRIPTS_CLIENT_ID)
                .with("IRIS_OPS_CLIENT_SECRET_FILE", file);
    }

    private static DemoProvider provider() {
        return IrisForTests.provider();
    }
}
