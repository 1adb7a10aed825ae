package fr.isere.iris;

import fr.isere.iris.problems.StartRefused;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Refuses to start without the settings that have no sensible default, before anything is opened. */
class RequiredSettings implements ApplicationListener<ApplicationContextInitializedEvent> {

    private static final List<String> NAMES = List.of(
            "iris.oidc.issuer",
            "iris.oidc.client-id",
            "iris.oidc.client-secret",
            "spring.data.redis.url",
            "iris.models.active");

    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent event) {
        // Other applications may run in this JVM: the demo's provider does.
        if (event.getSpringApplication().getAllSources().contains(IrisApplication.class)) {
            check(event.getApplicationContext().getEnvironment());
        }
    }

    static void check(Environment environment) {
        for (String name : NAMES) {
            String value = environment.getProperty(name);
            if (value == null || value.isBlank()) {
                throw new StartRefused("%s is not set (environment variable %s)".formatted(name, variable(name)));
            }
        }
        mustBegin(environment, "iris.oidc.issuer", "https?://[^/]+.*", "http:// or https:// and a host");
        mustBegin(environment, "spring.data.redis.url", "rediss?://.+", "redis:// or rediss://");
    }

    private static void mustBegin(Environment environment, String name, String pattern, String beginning) {
        if (!environment.getRequiredProperty(name).matches(pattern)) {
            throw new StartRefused(
                    "%s must begin with %s (environment variable %s)".formatted(name, beginning, variable(name)));
        }
    }

    private static String variable(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
