package fr.isere.iris.identity;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/** How IRIS calls the provider: as Spring Security does, but never for long. Somebody waits to be signed in. */
final class ProviderCalls {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private ProviderCalls() {}

    static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens(Duration timeout) {
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(impatient(timeout))
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokens;
    }

    static OidcUserService people(Duration timeout) {
        RestTemplate http = new RestTemplate(impatient(timeout));
        http.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService userInfo = new DefaultOAuth2UserService();
        userInfo.setRestOperations(http);
        OidcUserService people = new OidcUserService();
        people.setOauth2UserService(userInfo);
        return people;
    }

    /** For what the provider publishes: its addresses, its keys. */
    static RestOperations plain(Duration timeout) {
        return new RestTemplate(impatient(timeout));
    }

    private static JdkClientHttpRequestFactory impatient(Duration timeout) {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        factory.setReadTimeout(timeout);
        return factory;
    }
}
