package fr.isere.iris.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.isere.iris.testing.IrisTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.UriComponentsBuilder;

/** A provider that knows its addresses, sends people back, and then never answers IRIS. */
@IrisTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "iris.oidc.timeout=200ms")
class SlowProviderTests {

    private static final CountDownLatch OVER = new CountDownLatch(1);
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static final HttpServer PROVIDER = start();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("iris.oidc.issuer", SlowProviderTests::issuer);
    }

    @AfterAll
    static void stop() {
        OVER.countDown();
        PROVIDER.stop(0);
        THREADS.shutdown();
    }

    @Test
    void whoSignsInIsToldThatTheProviderDoesNotAnswer() {
        WebClient browser = new WebClient("http://127.0.0.1:" + port);
        HttpResponse<String> page = browser.get("/");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.uri().getPath()).isEqualTo("/login/oauth2/code/iris");
        assertThat(page.body()).contains("Le service de connexion ne répond pas");
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(THREADS);
            server.createContext("/.well-known/openid-configuration", SlowProviderTests::addresses);
            server.createContext("/authorize", SlowProviderTests::sendBack);
            server.createContext("/token", exchange -> sleepUntilOver());
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String issuer() {
        return "http://127.0.0.1:" + PROVIDER.getAddress().getPort();
    }

    private static void addresses(HttpExchange exchange) throws IOException {
        String at = issuer();
        byte[] body = """
                {"issuer": "%s", "authorization_endpoint": "%s/authorize", "token_endpoint": "%s/token", "jwks_uri": "%s/keys",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(at, at, at, at).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void sendBack(HttpExchange exchange) throws IOException {
        var asked =
                UriComponentsBuilder.fromUri(exchange.getRequestURI()).build().getQueryParams();
        URI back = UriComponentsBuilder.fromUriString(
                        URLDecoder.decode(String.valueOf(asked.getFirst("redirect_uri")), StandardCharsets.UTF_8))
                .queryParam("code", "code")
                .queryParam("state", asked.getFirst("state"))
                .build(true)
                .toUri();
        exchange.getResponseHeaders().add("Location", back.toString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void sleepUntilOver() {
        try {
            OVER.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
