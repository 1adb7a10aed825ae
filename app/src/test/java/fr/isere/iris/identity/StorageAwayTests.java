package fr.isere.iris.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.demo.DemoProvider;
import fr.isere.iris.testing.IrisTest;
import fr.isere.iris.testing.RedisForTests;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@IrisTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class StorageAwayTests {

    private static final DemoProvider PROVIDER = DemoProvider.start();
    private static final RedisForTests REDIS = RedisForTests.start();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry settings) {
        REDIS.register(settings);
        settings.add("iris.oidc.issuer", PROVIDER::issuer);
        settings.add("iris.oidc.client-id", () -> DemoProvider.CLIENT_ID);
        settings.add("iris.oidc.client-secret", PROVIDER::clientSecret);
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
        REDIS.close();
    }

    @Test
    void redisThatGoesIsToldSoonAndHealsWithoutARestart() {
        WebClient browser = new WebClient("http://127.0.0.1:" + port);
        browser.signIn("agent", PROVIDER.passwords().getOrDefault("agent", ""));
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);

        REDIS.close();
        long began = System.nanoTime();
        HttpResponse<String> api = browser.get("/api/me");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(api.statusCode()).isEqualTo(503);
        assertThat(api.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(api.body()).contains("urn:iris:problem:storage-unavailable", "\"retryable\":true");
        HttpResponse<String> page = browser.get("/");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("Le stockage temporaire ne répond pas");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();

        REDIS.resume();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> browser.get("/api/me").statusCode() == 401); // this Redis came back empty
        browser.get("/"); // the provider still knows who this is
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
    }
}
