package fr.isere.iris.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.isere.iris.demo.DemoProvider;
import fr.isere.iris.problems.StartRefused;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.BeanCreationException;

/** A script of an exploitant comes in with a token of the provider, to the addresses of ops alone; any other token is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptAccessTests {

    private static final String PURGE = "/api/ops/purge";

    private final DemoProvider provider = IrisForTests.provider();
    private final HttpClient http = HttpClient.newHttpClient();
    private RedisForTests redis;
    private IrisForTests iris;

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

    @Test
    void anExploitantsTokenOpensOpsWithoutASessionOrACsrfToken() {
        String token = token(Map.of());

        HttpResponse<String> read = send("GET", PURGE, token);
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(read.headers().map()).doesNotContainKey("set-cookie");
        assertThat(send("POST", PURGE + "/checks", token).statusCode()).isEqualTo(200);
        assertThat(iris.keys()).noneMatch(key -> key.startsWith("iris:session:"));
    }

    @Test
    void itOpensNothingElse() {
        String token = token(Map.of());

        assertThat(send("GET", "/api/conversations", token).statusCode()).isEqualTo(401);
        assertThat(send("GET", "/api/me", token).statusCode()).isEqualTo(401);
        assertThat(send("GET", "/api/audit", token).statusCode()).isEqualTo(401);
    }

    @Test
    void anAgentsTokenIsForbidden() {
        for (List<String> groups : List.of(List.of("iris-agents"), List.of("iris-referents"), List.<String>of())) {
            HttpResponse<String> refused = send("GET", PURGE, token(Map.of("groups", groups)));
            assertThat(refused.statusCode()).as(groups.toString()).isEqualTo(403);
        }
        assertThat(send("GET", PURGE, token(Map.of("groups", List.of("iris-agents"))))
                        .body())
                .contains("urn:iris:problem:forbidden");
    }

    @Test
    void aTokenForSomebodyElseIsRefused() {
        refused(token(Map.of("aud", List.of("another-service"))));
        refused(token(Map.of("aud", List.of(DemoProvider.CLIENT_ID))));
    }

    @Test
    void anExpiredTokenIsRefusedAndOneWithoutAnEndToo() {
        Instant past = Instant.now().minus(Duration.ofMinutes(10));
        refused(token(Map.of("iat", past, "exp", past.plusSeconds(60))));
        Map<String, Object> endless = claims();
        endless.remove("exp");
        refused(provider.token(endless));
    }

    @Test
    void aTokenOfAnotherIssuerOrAnotherKeyIsRefused() {
        refused(token(Map.of("iss", "https://another.example")));
        try (DemoProvider another = DemoProvider.start()) {
            refused(another.token(claims()));
        }
        String token = token(Map.of());
        refused(token.substring(0, token.lastIndexOf('.') + 1));
        refused("anything");
    }

    @Test
    void theNameOfATokenIsToldNeitherInTheAnswerNorKept() {
        HttpResponse<String> refused = send("GET", PURGE, token(Map.of("aud", List.of("secret-service"))));

        assertThat(refused.body())
                .contains("urn:iris:problem:token-refused", "Le jeton d’accès est refusé")
                .doesNotContain("secret-service");
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
    }

    @Test
    void withoutAnAudienceNoScriptComesIn() {
        try (IrisForTests closed = IrisForTests.start(new ScriptedModel(), "iris.oidc.scripts-audience=")) {
            assertThat(send(closed.url(), "GET", PURGE, token(Map.of())).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aProviderThatIsAwayIsToldApart() {
        try (IrisForTests alone = IrisForTests.start(new ScriptedModel(), "iris.oidc.issuer=http://127.0.0.1:9")) {
            HttpResponse<String> refused = send(alone.url(), "GET", PURGE, token(Map.of()));
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("urn:iris:problem:sign-in-unavailable");
        }
    }

    @Test
    void theAudienceOfThePageIsRefusedAtTheStart() {
        assertThatThrownBy(() ->
                        IrisForTests.start(new ScriptedModel(), "iris.oidc.scripts-audience=" + DemoProvider.CLIENT_ID))
                .isInstanceOf(BeanCreationException.class)
                .hasRootCauseInstanceOf(StartRefused.class);
    }

    private void refused(String token) {
        HttpResponse<String> answer = send("GET", PURGE, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    }

    private String token(Map<String, Object> other) {
        Map<String, Object> claims = claims();
        claims.putAll(other);
        return provider.token(claims);
    }

    private Map<String, Object> claims() {
        Instant now = Instant.now();
        return new HashMap<>(Map.of(
                "iss", provider.issuer(),
                "sub", "a-script",
                "aud", List.of(DemoProvider.SCRIPTS_CLIENT_ID),
                "iat", now,
                "exp", now.plusSeconds(300),
                "groups", List.of("iris-exploitants")));
    }

    private HttpResponse<String> send(String method, String path, String token) {
        return send(iris.url(), method, path, token);
    }

    private HttpResponse<String> send(String url, String method, String path, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
