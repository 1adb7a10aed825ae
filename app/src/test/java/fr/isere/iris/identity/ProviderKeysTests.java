package fr.isere.iris.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.sun.net.httpserver.HttpServer;
import fr.isere.iris.testing.MovingClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jose.jws.JwsAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** How often the provider is asked for its keys, whatever tokens come. */
class ProviderKeysTests {

    private static final int TOKENS = 20;

    private final MovingClock clock = new MovingClock(Instant.now());
    private final AtomicInteger discoveries = new AtomicInteger();
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile int discoveryStatus = 200;
    private volatile String keys = "";
    private HttpServer provider;
    private String issuer;
    private JWK key;
    private JwtDecoder decoder;

    @BeforeEach
    void start() throws IOException, JOSEException {
        key = rsa("first");
        keys = published(key);
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + provider.getAddress().getPort() + "/realms/iris";
        says("/realms/iris/.well-known/openid-configuration", discoveries);
        says("/keys", fetches);
        provider.start();
        decoder = ScriptAccess.decoder(
                new OidcSettings(
                        URI.create(issuer),
                        "iris",
                        "secret",
                        Duration.ofSeconds(10),
                        "groups",
                        "iris-ops",
                        new OidcSettings.Groups(List.of(), List.of(), List.of(), List.of())),
                clock);
    }

    private void says(String path, AtomicInteger counter) {
        provider.createContext(path, exchange -> {
            counter.incrementAndGet();
            boolean isKeys = path.equals("/keys");
            String text = isKeys
                    ? keys
                    : "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}"
                            .formatted(issuer, issuer.replace("/realms/iris", "/keys"));
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isKeys ? 200 : discoveryStatus, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void tokensThatNameUnknownKeysDoNotHaveThemFetchedEachTime() throws JOSEException {
        assertThat(decoder.decode(token(key)).getSubject()).isEqualTo("a-script");
        JWK stranger = rsa("any");
        for (int i = 0; i < TOKENS; i++) {
            String token = token(new RSAKey.Builder(stranger.toRSAKey())
                    .keyID("unknown-" + i)
                    .build());
            assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(BadJwtException.class);
        }
        assertThat(fetches).hasValue(2);
        assertThat(discoveries).hasValue(1);
        assertThat(decoder.decode(token(key)).getSubject()).isEqualTo("a-script");
    }

    @Test
    void aKeyThatIsNewIsFoundAtOnce() throws JOSEException {
        decoder.decode(token(key));
        JWK next = new ECKeyGenerator(Curve.P_256).keyID("next").generate();
        keys = published(key, next);
        assertThat(decoder.decode(token(next)).getSubject()).isEqualTo("a-script");
    }

    @Test
    void aProviderThatDoesNotTellItsAddressesIsLeftAloneForSomeSeconds() {
        discoveryStatus = 503;
        for (int i = 0; i < TOKENS; i++) {
            assertAway();
        }
        assertThat(discoveries).hasValue(1);

        discoveryStatus = 200;
        clock.pass(ProviderKeys.AFTER_FAILURE);
        assertThat(decoder.decode(token(key)).getSubject()).isEqualTo("a-script");
        assertThat(discoveries).hasValue(2);
    }

    @Test
    void aProviderWhoseKeysCannotBeReadIsAwayAndNotAskedEachTime() {
        keys = "no keys at all";
        for (int i = 0; i < TOKENS; i++) {
            assertAway();
        }
        assertThat(fetches).hasValue(2);
    }

    @Test
    void keysWithoutEndAreNotRead() {
        keys = published(key) + " ".repeat(1 << 20);
        assertAway();
    }

    @Test
    void addressesOfAnotherIssuerAreNone() {
        String before = issuer;
        issuer = "http://127.0.0.1:9/realms/iris";
        assertAway();
        issuer = before;
        assertThat(fetches).hasValue(0);
    }

    @Test
    void anAccessTokenMaySayThatItIsOneAndOneForALogoutIsRefused() {
        assertThat(decoder.decode(token(key, "at+jwt")).getSubject()).isEqualTo("a-script");
        String logout = token(key, "logout+jwt");
        assertThatThrownBy(() -> decoder.decode(logout)).isInstanceOf(BadJwtException.class);
    }

    private void assertAway() {
        String token = token(key);
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(AuthenticationException.class);
    }

    private String token(JWK by) {
        return token(by, "JWT");
    }

    private String token(JWK by, String type) {
        Instant now = Instant.now();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .subject("a-script")
                .audience(List.of("iris-ops"))
                .issuedAt(now)
                .expiresAt(now.plusSeconds(300))
                .build();
        JwsAlgorithm algorithm = by.toPublicJWK().getKeyType().getValue().equals("EC")
                ? SignatureAlgorithm.ES256
                : SignatureAlgorithm.RS256;
        return new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(by)))
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(algorithm)
                                .keyId(by.getKeyID())
                                .type(type)
                                .build(),
                        claims))
                .getTokenValue();
    }

    private static JWK rsa(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).generate();
    }

    private static String published(JWK... all) {
        return new JWKSet(List.of(all)).toPublicJWKSet().toString();
    }
}
