package fr.isere.iris.testing;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What IRIS refuses to start without, where a test does not say otherwise. */
public final class TestSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The provider's address: nobody answers there. */
    public static final String ISSUER = "http://127.0.0.1:9/provider";

    private static final Path AUDIT = TemporaryFolder.untilExit("audit");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> settings = Map.of(
                "iris.documents.warm",
                "false",
                "iris.audit.folder",
                AUDIT.toString(),
                "iris.keys.path",
                RingForTests.path().toString(),
                "iris.oidc.issuer",
                ISSUER,
                "iris.oidc.client-id",
                "iris",
                "iris.oidc.client-secret",
                "secret-of-tests",
                "iris.models.active",
                "smollm2-135m",
                "iris.models.ollama.url",
                "http://127.0.0.1:9",
                "spring.data.redis.url",
                RedisForTests.shared().url());
        context.getEnvironment().getPropertySources().addLast(new MapPropertySource("tests", settings));
    }
}
