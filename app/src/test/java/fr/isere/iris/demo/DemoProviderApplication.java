package fr.isere.iris.demo;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisRepositoriesAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.boot.session.autoconfigure.SessionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The provider's own application. No stereotype annotation here: IRIS scans these packages for its components. */
@EnableAutoConfiguration(
        exclude = {
            DataRedisAutoConfiguration.class,
            DataRedisRepositoriesAutoConfiguration.class,
            SessionAutoConfiguration.class,
            OAuth2ClientAutoConfiguration.class
        })
class DemoProviderApplication {

    private static final String LOGIN = "/login";

    /**
     * What is drawn at the start.
     *
     * @param issuer its own address
     * @param clientSecret of IRIS
     * @param passwords by user name
     */
    record Secrets(String issuer, String clientSecret, Map<String, String> passwords) {}

    @Bean
    AuthorizationServerSettings authorizationServerSettings(Secrets secrets) {
        return AuthorizationServerSettings.builder().issuer(secrets.issuer()).build();
    }

    @Bean
    RegisteredClientRepository registeredClients(Secrets secrets) {
        RegisteredClient scripts = RegisteredClient.withId(DemoProvider.SCRIPTS_CLIENT_ID)
                .clientId(DemoProvider.SCRIPTS_CLIENT_ID)
                .clientSecret("{noop}" + DemoProvider.scriptsSecret(secrets.clientSecret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
        return new InMemoryRegisteredClientRepository(
                scripts,
                RegisteredClient.withId(DemoProvider.CLIENT_ID)
                        .clientId(DemoProvider.CLIENT_ID)
                        .clientSecret("{noop}" + secrets.clientSecret())
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        // On the loopback interface any port is the client's (RFC 8252, 7.3).
                        .redirectUri("http://127.0.0.1/login/oauth2/code/iris")
                        .scope(OidcScopes.OPENID)
                        .scope(OidcScopes.PROFILE)
                        .clientSettings(ClientSettings.builder()
                                .requireProofKey(true)
                                .requireAuthorizationConsent(false)
                                .build())
                        .build());
    }

    @Bean
    UserDetailsService accounts(Secrets secrets) {
        return new InMemoryUserDetailsManager(DemoAccount.ALL.stream()
                .map(account -> User.withUsername(account.username())
                        .password("{noop}" + secrets.passwords().get(account.username()))
                        .build())
                .toList());
    }

    /** The name and the groups, in the ID token; scripts are exploitants, and their tokens are for scripts. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return context -> {
            String who = context.getPrincipal().getName();
            if (who.equals(DemoProvider.SCRIPTS_CLIENT_ID)) {
                context.getClaims()
                        .audience(List.of(DemoProvider.SCRIPTS_CLIENT_ID))
                        .claim("groups", List.of("iris-exploitants"));
            }
            DemoAccount.ALL.stream()
                    .filter(account -> account.username().equals(who))
                    .findFirst()
                    .ifPresent(account -> context.getClaims()
                            .claim("name", account.name())
                            .claim("groups", List.of(account.group())));
        };
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain protocol(HttpSecurity http) {
        Consumer<OidcLogoutAuthenticationContext> anywhereOnLoopback = context -> {};
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(oidc ->
                            oidc.logoutEndpoint(logout -> logout.authenticationProviders(providers -> providers.stream()
                                    .filter(OidcLogoutAuthenticationProvider.class::isInstance)
                                    .map(OidcLogoutAuthenticationProvider.class::cast)
                                    .forEach(provider -> provider.setAuthenticationValidator(anywhereOnLoopback)))));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(LOGIN), new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    @Bean
    SecurityFilterChain login(HttpSecurity http) {
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(LOGIN).permitAll().anyRequest().authenticated())
                .formLogin(form -> form.loginPage(LOGIN))
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> loginPage() {
        return RouterFunctions.route(RequestPredicates.GET(LOGIN), new DemoLoginPage());
    }
}
