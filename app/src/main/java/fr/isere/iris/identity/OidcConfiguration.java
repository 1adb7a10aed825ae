package fr.isere.iris.identity;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** IRIS as a client of the provider. */
@Configuration(proxyBeanMethods = false)
class OidcConfiguration {

    static final String REGISTRATION = "iris";

    private static final Logger log = LoggerFactory.getLogger(OidcConfiguration.class);

    /** Asks the provider for its addresses at the first sign-in, not at the start: IRIS starts while the provider is away. */
    @Bean
    ClientRegistrationRepository clientRegistrations(OidcSettings settings) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(List.of(found(settings))));
    }

    /** IRIS calls nothing in people's names: their access tokens are dropped at once. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new NoAuthorizedClients();
    }

    private static ClientRegistration found(OidcSettings settings) {
        try {
            return registration(settings);
        } catch (RuntimeException e) {
            log.warn("Nobody can sign in: the provider at {} cannot be used: {}", settings.issuer(), e.getMessage());
            throw e;
        }
    }

    private static ClientRegistration registration(OidcSettings settings) {
        return ClientRegistrations.fromIssuerLocation(settings.issuer().toString())
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid", "profile")
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }
}
