package fr.isere.iris;

import fr.isere.iris.problems.StartRefused;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Refuses to start without the settings that have no sensible default, before anything is opened. */
class RequiredSettings implements ApplicationListener<ApplicationContextInitializedEvent> {

    private static final List<String> NAMES = List.of(
            "iris.oidc.issuer",
            "iris.oidc.client-id",
            "iris.oidc.client-secret",
            "iris.keys.path",
            "iris.models.active",
            "iris.audit.folder");

    private static final String REDIS = "spring.data.redis.url";
    private static final String CLUSTER = "spring.data.redis.cluster.nodes";
    private static final String SENTINELS = "spring.data.redis.sentinel.nodes";
    private static final String MASTER = "spring.data.redis.sentinel.master";

    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent event) {
        // Other applications may run in this JVM: the demo's provider does.
        if (event.getSpringApplication().getAllSources().contains(IrisApplication.class)) {
            check(event.getApplicationContext().getEnvironment());
        }
    }

    static void check(Environment environment) {
        NAMES.forEach(name -> mustBeSet(environment, name));
        mustBegin(environment, "iris.oidc.issuer", "https?://[^/]+.*", "http:// or https:// and a host");
        checkRedis(environment);
    }

    /** One Redis, a cluster or sentinels: exactly one of the three, since Spring would take one and pass over the others in silence. */
    private static void checkRedis(Environment environment) {
        List<String> chosen = Stream.of(REDIS, CLUSTER, SENTINELS)
                .filter(name -> isSet(environment, name))
                .toList();
        if (chosen.size() > 1) {
            throw new StartRefused("%s and %s are both set: only one of them says where Redis is"
                    .formatted(chosen.get(0), chosen.get(1)));
        }
        if (isSet(environment, SENTINELS)) {
            mustBeSet(environment, MASTER);
        } else if (!isSet(environment, CLUSTER)) {
            mustBeSet(environment, REDIS);
            mustBegin(environment, REDIS, "rediss?://.+", "redis:// or rediss://");
        }
    }

    private static void mustBeSet(Environment environment, String name) {
        if (!isSet(environment, name)) {
            throw new StartRefused("%s is not set (environment variable %s)".formatted(name, variable(name)));
        }
    }

    /** A list may be written with commas, or one element a property. */
    private static boolean isSet(Environment environment, String name) {
        return Stream.of(name, name + "[0]")
                .map(environment::getProperty)
                .anyMatch(value -> value != null && !value.isBlank());
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
