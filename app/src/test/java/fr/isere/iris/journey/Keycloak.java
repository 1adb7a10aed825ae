package fr.isere.iris.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** A real Keycloak, in memory, with IRIS as a client and Camille in the agents' group. */
final class Keycloak implements IdentityProvider, AutoCloseable {

    private static final String ADMIN = "tests";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String secret = UUID.randomUUID().toString();
    private final String password = UUID.randomUUID().toString();
    private final String url;
    private final Process process;

    private Keycloak(String home, int port) throws IOException {
        url = "http://127.0.0.1:" + port;
        var command = new ProcessBuilder(
                Path.of(home, "bin", "kc.sh").toString(),
                "start-dev",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port);
        command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", password);
        command.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        process = command.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "keycloak.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Starts the one that {@code IRIS_TEST_KEYCLOAK_HOME} names; ops/test brings it. */
    static Keycloak start() throws IOException {
        var home = System.getenv("IRIS_TEST_KEYCLOAK_HOME");
        assertThat(home)
                .as("IRIS_TEST_KEYCLOAK_HOME: run ops/test, which brings Keycloak")
                .isNotNull();
        var keycloak = new Keycloak(Objects.requireNonNull(home), freePort());
        Awaitility.await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(keycloak::isUp);
        keycloak.importRealm();
        return keycloak;
    }

    @Override
    public String issuer() {
        return url + "/realms/isere";
    }

    @Override
    public String clientId() {
        return "iris";
    }

    @Override
    public String clientSecret() {
        return secret;
    }

    @Override
    public void signIn(Page page) {
        page.locator("#username").fill("camille");
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isUp() throws IOException, InterruptedException {
        assertThat(process.isAlive())
                .as("Keycloak runs: see target/keycloak.log")
                .isTrue();
        var probe = HttpRequest.newBuilder(URI.create(url + "/realms/master")).build();
        return http.send(probe, BodyHandlers.discarding()).statusCode() == 200;
    }

    private void importRealm() throws IOException {
        var realm = new ClassPathResource("journey/keycloak-realm.json")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("{{secret}}", secret)
                .replace("{{password}}", password);
        var status = send(HttpRequest.newBuilder(URI.create(url + "/admin/realms"))
                .header("Authorization", "Bearer " + administratorToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(realm)));
        assertThat(status).as("what Keycloak says to the realm").isEmpty();
    }

    private String administratorToken() throws IOException {
        var form = "grant_type=password&client_id=admin-cli&username=" + ADMIN + "&password=" + password;
        var answer = send(HttpRequest.newBuilder(URI.create(url + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return JsonMapper.shared().readTree(answer).get("access_token").asString();
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
