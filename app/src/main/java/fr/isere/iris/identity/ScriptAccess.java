package fr.isere.iris.identity;

import fr.isere.iris.problems.StartRefused;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * How scripts of exploitants come in: with an access token of the provider in each request, for the addresses of ops alone, without a
 * session. A browser never sends such a header by itself, so no page can make it do so, and there is nothing for CSRF to guard.
 */
@Configuration(proxyBeanMethods = false)
class ScriptAccess {

    private static final String OPS = "/api/ops/";

    @Bean
    @Order(2)
    SecurityFilterChain scripts(
            HttpSecurity http,
            OidcSettings settings,
            Directory directory,
            Refusals refusals,
            TokenRefusals tokens,
            Clock clock) {
        return http.securityMatcher(ofAScript(settings))
                .authorizeHttpRequests(requests -> requests.anyRequest().hasRole(Role.EXPLOITANT.name()))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(tokens)
                        .accessDeniedHandler(refusals)
                        .jwt(jwt ->
                                jwt.decoder(decoder(settings, clock)).jwtAuthenticationConverter(directory::bearerOf)))
                .build();
    }

    /** Nothing is, where no audience is set: then the header means nothing, as ever. */
    private static RequestMatcher ofAScript(OidcSettings settings) {
        String audience = settings.scriptsAudience();
        if (audience == null || audience.isBlank()) {
            return request -> false;
        }
        if (audience.equals(settings.clientId())) {
            throw new StartRefused(
                    "iris.oidc.scripts-audience must not be iris.oidc.client-id: what the provider tells of who signs in to the page "
                            + "would open the API (environment variable IRIS_OIDC_SCRIPTS_AUDIENCE)");
        }
        return request -> request.getRequestURI().startsWith(OPS)
                && Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "")
                        .regionMatches(true, 0, "Bearer ", 0, 7);
    }

    /** Asks the provider for its keys at the first token. */
    static JwtDecoder decoder(OidcSettings settings, Clock clock) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(
                        new ProviderKeys(settings.issuer(), settings.timeout(), clock))
                // All that sign with a pair of keys: which of them it is, the provider's key says.
                .jwsAlgorithms(all -> all.addAll(EnumSet.allOf(SignatureAlgorithm.class)))
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier((type, context) -> {
                    // The validators look at it.
                }))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                new JwtTimestampValidator(),
                new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank()),
                new JwtIssuerValidator(settings.issuer().toString()),
                new JwtAudienceValidator(Objects.requireNonNullElse(settings.scriptsAudience(), "")),
                typed())));
        return token -> TokenRefusals.toldApart(() -> decoder.decode(token));
    }

    /** An access token is of the type that RFC 9068 gives it, or of none in particular; never a token for a logout, say. */
    private static JwtTypeValidator typed() {
        JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt");
        type.setAllowEmpty(true);
        return type;
    }
}
