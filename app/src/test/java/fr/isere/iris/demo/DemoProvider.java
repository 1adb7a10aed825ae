package fr.isere.iris.demo;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * An OpenID Connect provider with four accounts, for a demonstration on one machine: Spring Authorization Server as an application of
 * its own in this JVM, on its own loopback port. Its passwords are drawn at each start.
 */
public final class DemoProvider implements AutoCloseable {

    /** IRIS at this provider. */
    public static final String CLIENT_ID = "iris";

    /** Scripts of exploitants at this provider, and whom their tokens are for. */
    public static final String SCRIPTS_CLIENT_ID = "iris-ops";

    private final ConfigurableApplicationContext application;
    private final String issuer;
    private final String clientSecret;
    private final Map<String, String> passwords;

    private DemoProvider(
            ConfigurableApplicationContext application,
            String issuer,
            String clientSecret,
            Map<String, String> passwords) {
        this.application = application;
        this.issuer = issuer;
        this.clientSecret = clientSecret;
        this.passwords = passwords;
    }

    /** Starts one on a free port. */
    public static DemoProvider start() {
        int port = freePort();
        String issuer = "http://127.0.0.1:" + port;
        Map<String, String> passwords = new LinkedHashMap<>();
        DemoAccount.ALL.forEach(account -> passwords.put(account.username(), secret(6)));
        String clientSecret = secret(24);
        ConfigurableApplicationContext application = new SpringApplicationBuilder(DemoProviderApplication.class)
                .web(WebApplicationType.SERVLET)
                .initializers(context -> context.getBeanFactory()
                        .registerSingleton(
                                "demoSecrets",
                                new DemoProviderApplication.Secrets(issuer, clientSecret, Map.copyOf(passwords))))
                // Not IRIS's own settings; and cookies ignore ports, so the session's needs its own name.
                .properties(
                        "spring.config.name=demo-provider",
                        "server.address=127.0.0.1",
                        "server.port=" + port,
                        "server.servlet.session.cookie.name=demo-provider",
                        "spring.main.banner-mode=off",
                        "spring.jmx.enabled=false",
                        "logging.level.root=warn")
                .run();
        return new DemoProvider(application, issuer, clientSecret, passwords);
    }

    /** Its address, as in the tokens that it issues. */
    public String issuer() {
        return issuer;
    }

    /** A token signed by this provider, whatever it says. */
    public String token(Map<String, Object> claims) {
        JwtClaimsSet all =
                JwtClaimsSet.builder().claims(set -> set.putAll(claims)).build();
        return new NimbusJwtEncoder(application
                        .<JWKSource<SecurityContext>>getBeanProvider(ResolvableType.forClass(JWKSource.class))
                        .getObject())
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256).build(), all))
                .getTokenValue();
    }

    /** The secret of {@link #SCRIPTS_CLIENT_ID}. */
    public String scriptsSecret() {
        return scriptsSecret(clientSecret);
    }

    static String scriptsSecret(String clientSecret) {
        return clientSecret + "-scripts";
    }

    /** The secret of {@link #CLIENT_ID}. */
    public String clientSecret() {
        return clientSecret;
    }

    /** Password by user name, in the order of {@link DemoAccount#ALL}. */
    public Map<String, String> passwords() {
        return passwords;
    }

    @Override
    public void close() {
        application.close();
    }

    private static String secret(int bytes) {
        byte[] drawn = new byte[bytes];
        new SecureRandom().nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
