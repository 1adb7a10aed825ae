package fr.isere.iris.demo;

import fr.isere.iris.IrisApplication;
import fr.isere.iris.models.LanguageModels;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * IRIS with all that it needs, on the loopback interface: what {@code ops/run} starts.
 *
 * <p>Settings: {@code iris.demo.engine} (auto, ollama, embedded, none), {@code iris.demo.gguf} (the small model's file),
 * {@code iris.demo.json} (true: one line for scripts when all is ready), {@code server.port}.
 */
public final class DemoApplication implements AutoCloseable {

    private final DemoFolder folder;
    private final DemoRedis redis;
    private final DemoProvider provider;
    private final DemoEngine engine;
    private final ConfigurableApplicationContext application;

    private DemoApplication(
            DemoFolder folder,
            DemoRedis redis,
            DemoProvider provider,
            DemoEngine engine,
            ConfigurableApplicationContext application) {
        this.folder = folder;
        this.redis = redis;
        this.provider = provider;
        this.engine = engine;
        this.application = application;
    }

    public static void main(String[] args) {
        DemoApplication demo;
        try {
            demo = start(args);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        // One hook, and in order: hooks run at once, and the application must not see its Redis go first.
        Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "demo-stop"));
        boolean json = demo.application.getEnvironment().getProperty("iris.demo.json", Boolean.class, false);
        System.out.println(json ? demo.report().line() : demo.report().block());
    }

    /** Starts everything; on failure nothing stays. */
    public static DemoApplication start(String... args) {
        DemoEngine engine = DemoEngine.choose(new StandardEnvironment());
        DemoRedis redis = DemoRedis.start();
        DemoFolder folder = DemoFolder.make();
        DemoProvider provider = null;
        try {
            provider = DemoProvider.start();
            ConfigurableApplicationContext application = application(engine, settings(folder, redis, provider, engine))
                    .run(args);
            return new DemoApplication(folder, redis, provider, engine, application);
        } catch (RuntimeException e) {
            if (provider != null) {
                provider.close();
            }
            redis.close();
            folder.close();
            throw e;
        }
    }

    /** Where people go. */
    public String url() {
        return "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
    }

    @Override
    public void close() {
        application.close();
        provider.close();
        redis.close();
        folder.close();
    }

    DemoReport report() {
        Map<String, String> accounts = new LinkedHashMap<>(provider.passwords());
        String model =
                application.getBean(LanguageModels.class).active().description().displayName();
        return new DemoReport(url(), redis.address(), engine.name(), model, accounts);
    }

    private static SpringApplication application(DemoEngine engine, Map<String, Object> settings) {
        ApplicationContextInitializer<ConfigurableApplicationContext> demo = context -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("demo", settings));
            context.getBeanFactory().registerSingleton("withoutTestClasses", new WithoutTestClasses());
        };
        SpringApplication application = new SpringApplicationBuilder(IrisApplication.class)
                .initializers(demo)
                .registerShutdownHook(false)
                .build();
        Class<?> configuration = engine.configuration();
        if (configuration != null) {
            application.addPrimarySources(List.of(configuration));
        }
        return application;
    }

    private static Map<String, Object> settings(
            DemoFolder folder, DemoRedis redis, DemoProvider provider, DemoEngine engine) {
        Map<String, Object> settings = new HashMap<>(engine.settings());
        settings.put("spring.data.redis.url", redis.url());
        settings.put("iris.audit.folder", folder.path("audit").toString());
        settings.put("iris.keys.path", folder.path("ring.json").toString());
        settings.put("iris.oidc.issuer", provider.issuer());
        settings.put("iris.oidc.client-id", DemoProvider.CLIENT_ID);
        settings.put("iris.oidc.client-secret", provider.clientSecret());
        settings.put("server.address", "127.0.0.1");
        settings.put("management.server.port", "0");
        settings.put("management.server.address", "127.0.0.1");
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "2s"); // Ctrl-C does not wait for an answer to end
        settings.put(
                "spring.autoconfigure.exclude", // on the class path for the provider
                String.join(
                        ",",
                        "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration",
                        "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration"));
        return settings;
    }
}
