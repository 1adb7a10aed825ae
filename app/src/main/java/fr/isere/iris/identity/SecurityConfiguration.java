package fr.isere.iris.identity;

import java.util.Arrays;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Who may ask for what, and what every answer tells the browser to refuse. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String LOGOUT = "/logout";
    static final String SIGNED_OUT = "/au-revoir";

    private static final String[] FILES = {"/css/**", "/js/**", "/img/**", "/webjars/**"};
    private static final String[] ROLES =
            Arrays.stream(Role.values()).map(Enum::name).toArray(String[]::new);

    /** The management port is closed to the network that people are on; its endpoints say nothing of them. */
    @Bean
    @Order(0)
    SecurityFilterChain managementPort(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .build();
    }

    /** The page's files are the same for everybody: they cost no look at the session. */
    @Bean
    @Order(1)
    SecurityFilterChain files(HttpSecurity http, OidcSettings settings) {
        return http.securityMatcher(FILES)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .securityContext(context -> context.disable())
                .sessionManagement(session -> session.disable())
                .requestCache(cache -> cache.disable())
                .headers(headers -> headers(headers, settings))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain application(
            HttpSecurity http,
            OidcSettings settings,
            Directory directory,
            Refusals refusals,
            ClientRegistrationRepository clients,
            ApplicationEventPublisher events) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(SIGNED_OUT)
                        .permitAll()
                        .anyRequest()
                        .hasAnyRole(ROLES))
                .csrf(csrf ->
                        csrf.csrfTokenRepository(new CsrfTokens()).csrfTokenRequestHandler(new CsrfTokenFromPage()))
                .headers(headers -> headers(headers, settings))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .oauth2Login(login -> login.loginPage(Refusals.SIGN_IN)
                        .successHandler(new SignIn(events))
                        .failureHandler(refusals)
                        .tokenEndpoint(
                                token -> token.accessTokenResponseClient(ProviderCalls.tokens(settings.timeout())))
                        .userInfoEndpoint(info -> info.oidcUserService(directory))
                        .withObjectPostProcessor(failingBy(refusals)))
                .logout(logout ->
                        logout.logoutUrl(LOGOUT).logoutSuccessHandler(new SignOut(atProvider(clients), events)))
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, OidcSettings settings) {
        String policy = ContentSecurityPolicy.of(new ClassPathResource("static/index.html"), settings.issuerOrigin());
        headers.contentSecurityPolicy(content -> content.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy(
                                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    private static OidcClientInitiatedLogoutSuccessHandler atProvider(ClientRegistrationRepository clients) {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(clients);
        handler.setPostLogoutRedirectUri("{baseUrl}" + SIGNED_OUT);
        handler.setDefaultTargetUrl(SIGNED_OUT);
        return handler;
    }

    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> failingBy(Refusals refusals) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(refusals);
                return filter;
            }
        };
    }
}
