package fr.isere.iris.testing;

import fr.isere.iris.IrisApplication;
import fr.isere.iris.demo.DemoProvider;
import fr.isere.iris.models.LanguageModels;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * IRIS on a random port with a real Redis and a real provider, and a model in the hands of the test. Several on one Redis are the
 * instances of one installation.
 */
public final class IrisForTests implements AutoCloseable {

    private final ConfigurableApplicationContext application;
    private final String url;

    private IrisForTests(ConfigurableApplicationContext application) {
        this.application = application;
        int port = Objects.requireNonNull(((ServletWebServerApplicationContext) application).getWebServer())
                .getPort();
        this.url = "http://127.0.0.1:" + port;
    }

    /** Starts it on the Redis that tests share. */
    public static IrisForTests start(ScriptedModel model, String... settings) {
        return start(model, RedisForTests.shared(), settings);
    }

    /** Starts it on this Redis. */
    public static IrisForTests start(ScriptedModel model, RedisForTests redis, String... settings) {
        return startOn(model, Stream.concat(Stream.of("spring.data.redis.url=" + redis.url()), Stream.of(settings)));
    }

    /** Starts it on whatever Redis these settings lead to. */
    public static IrisForTests startOn(ScriptedModel model, Stream<String> settings) {
        return startWith(model, context -> {}, settings);
    }

    /** Starts it with some of its parts replaced by those that a test registers as primary. */
    public static IrisForTests startWith(
            ScriptedModel model, Consumer<GenericApplicationContext> parts, Stream<String> settings) {
        return new IrisForTests(new SpringApplicationBuilder(IrisApplication.class)
                .initializers(context -> {
                    GenericApplicationContext replaced = (GenericApplicationContext) context;
                    replaced.registerBean(
                            "scriptedModels", LanguageModels.class, () -> model, bean -> bean.setPrimary(true));
                    parts.accept(replaced);
                })
                .run(arguments(Provider.SHARED, settings)));
    }

    /** The command line that starts it: these settings before those that all tests share. */
    static String[] arguments(DemoProvider provider, Stream<String> settings) {
        Stream<String> common = Stream.of(
                "server.address=127.0.0.1",
                "server.port=0",
                "management.server.port=0",
                "iris.keys.path=" + RingForTests.path(),
                "iris.oidc.issuer=" + provider.issuer(),
                "iris.oidc.client-id=" + DemoProvider.CLIENT_ID,
                "iris.oidc.client-secret=" + provider.clientSecret(),
                "iris.oidc.scripts-audience=" + DemoProvider.SCRIPTS_CLIENT_ID,
                "iris.models.active=smollm2-135m",
                "iris.chat.finish=0s",
                "iris.documents.warm=false",
                "iris.audit.folder=" + TemporaryFolder.untilExit("audit"),
                "iris.models.ollama.url=http://127.0.0.1:9");
        List<String> own = settings.toList();
        Set<String> given = own.stream().map(IrisForTests::name).collect(Collectors.toSet());
        return Stream.concat(common.filter(setting -> !given.contains(name(setting))), own.stream())
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    /** One of its parts. */
    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /** Its address. */
    public String url() {
        return url;
    }

    /** The address of its management port. */
    public String managementUrl() {
        return "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.management.port");
    }

    /** The provider that all of them have. */
    public static DemoProvider provider() {
        return Provider.SHARED;
    }

    /** Signs in with one of the demonstration's accounts. */
    public ApiClient signIn(String account) {
        return signIn(url, account);
    }

    static ApiClient signIn(String url, String account) {
        String password = Objects.requireNonNull(Provider.SHARED.passwords().get(account));
        return ApiClient.signIn(url, account, password);
    }

    /** The names of all keys in its Redis. */
    public Set<String> keys() {
        return redis().keys("*");
    }

    /** Takes a key away, as time would. */
    public void expire(String key) {
        redis().delete(key);
    }

    /** Whether a key has no end: one that has ended since it was listed had one. */
    public boolean isWithoutEnd(String key) {
        return secondsLeft(key) == -1;
    }

    /** How long a key has to live, in whole seconds; -1 if it has no end, -2 if it is gone. */
    public long secondsLeft(String key) {
        return redis().getExpire(key);
    }

    /** Copies what is in its Redis under names that contain one of these, which running the copy puts back. */
    public Runnable copyOf(String... parts) {
        StringRedisTemplate redis = redis();
        Map<String, byte[]> copy = keys().stream()
                .filter(key -> Stream.of(parts).anyMatch(key::contains))
                .collect(Collectors.toMap(key -> key, key -> Objects.requireNonNull(redis.dump(key))));
        return () -> copy.forEach((key, dump) -> redis.restore(key, dump, 1, TimeUnit.HOURS, true));
    }

    private StringRedisTemplate redis() {
        return application.getBean(StringRedisTemplate.class);
    }

    /** What the health endpoint would tell of this part. */
    public Health health(String part) {
        return Objects.requireNonNull(
                application.getBean(part, HealthIndicator.class).health());
    }

    /** Stops it as an exploitant would. */
    @Override
    public void close() {
        application.close();
    }

    /** Holder: started by the first who asks, ended with the JVM. */
    private static final class Provider {
        private static final DemoProvider SHARED = DemoProvider.start();
    }
}
