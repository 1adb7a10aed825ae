package fr.isere.iris.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.demo.DemoProvider;
import fr.isere.iris.testing.IrisTest;
import fr.isere.iris.testing.RedisForTests;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Over real HTTP, with a real provider and a real Redis. */
@IrisTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "iris.oidc.roles.exploitant=another-group")
class SignInTests {

    private static final DemoProvider PROVIDER = DemoProvider.start();
    private static final String ACCEPTANCE = "{\"version\": \"none\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private Sessions sessions;

    @Autowired
    private SessionValues values;

    private WebClient browser = new WebClient("");

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("iris.oidc.issuer", PROVIDER::issuer);
        settings.add("iris.oidc.client-id", () -> DemoProvider.CLIENT_ID);
        settings.add("iris.oidc.client-secret", PROVIDER::clientSecret);
    }

    @AfterAll
    static void stopProvider() {
        PROVIDER.close();
    }

    @BeforeEach
    void openBrowser() {
        browser = new WebClient("http://127.0.0.1:" + port);
    }

    @ParameterizedTest
    @CsvSource({"agent, Camille Martin, AGENT", "elue, Nadia Berthet, ELU", "referent, Inès Lambert, REFERENT"})
    void groupsOfTheProviderGiveTheRoles(String account, String name, String role) {
        signIn(account);
        assertThat(browser.get("/api/me").body()).contains("\"name\":\"" + name + "\"", "\"roles\":[\"" + role + "\"]");
    }

    @Test
    void accountWithoutAKnownGroupIsToldSoAndCanLeave() {
        HttpResponse<String> page = signIn("exploitant");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Vous n’avez pas accès à IRIS");
        HttpResponse<String> api = browser.get("/api/me");
        assertThat(api.statusCode()).isEqualTo(403);
        assertThat(api.body()).contains("urn:iris:problem:no-role");
        assertThat(browser.submit(page, Map.of()).body()).contains("Vous êtes déconnecté");
    }

    @Test
    void requestIsProvedWithPkce() {
        HttpResponse<String> form = browser.get("/");
        HttpResponse<String> asked = form.previousResponse().orElseThrow();
        assertThat(asked.uri().getQuery())
                .contains("code_challenge_method=S256", "code_challenge=", "scope=openid profile");
    }

    @Test
    void nobodyIsSignedInAtFirst() {
        HttpResponse<String> api = browser.get("/api/me");
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(api.body()).contains("urn:iris:problem:not-signed-in");
        assertThat(browser.post("/api/charter/acceptances", ACCEPTANCE, Map.of())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheProvider() {
        signIn("agent");
        HttpResponse<String> bye = browser.signOut();
        assertThat(bye.uri().getPath()).isEqualTo("/au-revoir");
        assertThat(bye.body()).contains("Vous êtes déconnecté");
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(browser.get("/").uri().toString()).startsWith(PROVIDER.issuer());
    }

    @Test
    void actionNeedsTheTokenOfItsOwnSession() {
        signIn("agent");
        String former = browser.cookie("XSRF-TOKEN");
        assertThat(act(former).statusCode()).isEqualTo(409); // it got as far as the charter
        browser.signOut();
        signIn("agent");
        HttpResponse<String> replayed = act(former);
        assertThat(replayed.statusCode()).isEqualTo(403);
        assertThat(replayed.body()).contains("urn:iris:problem:csrf-invalid");
        assertThat(browser.post("/api/charter/acceptances", ACCEPTANCE, Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(act(browser.cookie("XSRF-TOKEN")).statusCode()).isEqualTo(409);
    }

    @Test
    void sessionKeepsWhatItNeedsAndNoAccessToken() {
        RedisForTests.shared().flush();
        signIn("agent");
        Set<String> keys = redis.keys("iris:session:*");
        assertThat(keys).hasSize(1);
        String key = keys.iterator().next();
        assertThat(key).doesNotContain(browser.cookie("iris"));
        Map<Object, Object> stored = redis.opsForHash().entries(key);
        assertThat(stored.keySet().stream().map(String::valueOf).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "v", "k", "t", "format", "created", "accessed", "a:csrf", "a:SPRING_SECURITY_CONTEXT");
        String id = new String(Base64.getDecoder().decode(browser.cookie("iris")), StandardCharsets.US_ASCII);
        Object context = Objects.requireNonNull(sessions.findById(id)).getAttribute("SPRING_SECURITY_CONTEXT");
        assertThat(values.write(Objects.requireNonNull(context)))
                .contains("Camille Martin")
                .doesNotContain("access_token", "accessToken");
        assertThat(redis.getExpire(key)).isBetween(1700L, 1800L);
    }

    @Test
    void bodyOfUnannouncedLengthIsCutAtTheLimit() {
        signIn("agent");
        HttpResponse<String> answer = browser.stream(
                "/api/charter/acceptances",
                "{\"version\": \"" + "a".repeat(3_000_000) + "\"}",
                Map.of("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN")));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:iris:problem:request-too-large");
    }

    @Test
    void lateStepOfASignInIsToldAsAPage() {
        HttpResponse<String> page = browser.get("/login/oauth2/code/iris?code=x&state=y");
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("La connexion n’a pas abouti");
    }

    private HttpResponse<String> act(String token) {
        return browser.post("/api/charter/acceptances", ACCEPTANCE, Map.of("X-XSRF-TOKEN", token));
    }

    private HttpResponse<String> signIn(String account) {
        return browser.signIn(account, PROVIDER.passwords().getOrDefault(account, ""));
    }
}
