package fr.isere.iris.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys that the provider signs with, had from it at the first token. Anybody can send a token, so what a token says must not decide how
 * often the provider is asked: neither one that names a key which the provider does not have, nor one that comes while it is away.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {

    /** Nimbus lets two fetches pass within it: the one that is due, and one for a key that is new. */
    static final Duration BETWEEN_FETCHES = Duration.ofSeconds(30);

    /** How long a provider that did not tell its addresses is not asked for them again. */
    static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private static final Duration KEPT = Duration.ofMinutes(5);

    /** Some keys with their certificates, or the addresses, many times over. */
    private static final int LARGEST = 512 * 1024;

    private final String issuer;
    private final Duration timeout;
    private final RestOperations http;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();
    private @Nullable JWKSource<SecurityContext> found;
    private Instant notBefore = Instant.MIN;

    /** Whether the last fetch gave keys. */
    private volatile boolean fetched;

    ProviderKeys(URI issuer, Duration timeout, Clock clock) {
        this.issuer = issuer.toString();
        this.timeout = timeout;
        this.http = ProviderCalls.plain(timeout);
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            return found().get(selector, context);
        } catch (RateLimitReachedException tooSoon) {
            if (fetched) {
                return List.of(); // they were looked at a moment ago, and this one is not among them
            }
            throw tooSoon;
        }
    }

    private synchronized JWKSource<SecurityContext> found() throws KeySourceException {
        JWKSource<SecurityContext> known = found;
        if (known != null) {
            return known;
        }
        if (clock.instant().isBefore(notBefore)) {
            throw new RemoteKeySourceException("the provider did not tell its addresses a moment ago", null);
        }
        try {
            JWKSource<SecurityContext> first = at(discovered());
            found = first;
            return first;
        } catch (IOException | RestClientException | JacksonException | IllegalArgumentException e) {
            notBefore = clock.instant().plus(AFTER_FAILURE);
            throw new RemoteKeySourceException("the provider does not tell its addresses", e);
        }
    }

    /** Without a refresh ahead, which would need a thread of its own. */
    private JWKSource<SecurityContext> at(URL keys) {
        return JWKSourceBuilder.create(keys, this::fetch)
                .cache(KEPT.toMillis(), timeout.multipliedBy(2).toMillis())
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_FETCHES.toMillis())
                .build();
    }

    private URL discovered() throws IOException {
        String below = issuer.endsWith("/") ? issuer : issuer + "/";
        JsonNode told = json.readTree(read(URI.create(below + ".well-known/openid-configuration")));
        if (!told.path("issuer").asString("").equals(issuer)) {
            throw new IOException("these are the addresses of another issuer");
        }
        return URI.create(told.path("jwks_uri").asString("")).toURL();
    }

    private Resource fetch(URL keys) throws IOException {
        boolean sound = false;
        try {
            String body = read(URI.create(keys.toString()));
            JWKSet.parse(body); // what is none tells nothing of what it should have told
            sound = true;
            return new Resource(body, "application/json");
        } catch (RestClientException | ParseException | IllegalArgumentException e) {
            throw new IOException(e);
        } finally {
            fetched = sound;
        }
    }

    private String read(URI address) throws IOException {
        byte[] body = http.execute(
                address, HttpMethod.GET, null, answer -> answer.getBody().readNBytes(LARGEST + 1));
        if (Objects.requireNonNull(body).length > LARGEST) {
            throw new IOException("the provider's answer is too long");
        }
        return new String(body, StandardCharsets.UTF_8);
    }
}
