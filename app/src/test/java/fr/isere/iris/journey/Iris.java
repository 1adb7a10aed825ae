package fr.isere.iris.journey;

import fr.isere.iris.IrisApplication;
import fr.isere.iris.models.LanguageModels;
import fr.isere.iris.page.Browser;
import fr.isere.iris.testing.OllamaForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.RingForTests;
import fr.isere.iris.testing.ScriptedModel;
import fr.isere.iris.testing.TemporaryFolder;
import fr.isere.iris.testing.TerseModel;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The whole application on a random port. */
final class Iris implements AutoCloseable {

    private static final String REAL_OLLAMA =
            System.getenv().getOrDefault("IRIS_TEST_OLLAMA_URL", "http://127.0.0.1:11434");
    private static final String NOBODY = "http://127.0.0.1:9";
    private static final Predicate<String> NOT_OF_CONVERSATIONS = Pattern.compile(
                    "^iris:(session|sessions|slots|erased:.*|ring|purge-.*):")
            .asPredicate();

    private final ConfigurableApplicationContext application;

    private Iris(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /** With the model that the real Ollama serves; ops/test brings both. */
    static Iris withRealModel(RedisForTests redis, IdentityProvider provider) {
        return new Iris(start(new SpringApplicationBuilder(IrisApplication.class), REAL_OLLAMA, redis, provider));
    }

    /** The same, its answers kept short. */
    static Iris withTerseModel(RedisForTests redis, IdentityProvider provider) {
        var builder = new SpringApplicationBuilder(IrisApplication.class).properties(TerseModel.setting());
        return new Iris(start(builder, REAL_OLLAMA, redis, provider));
    }

    /**
     * With two real Ollamas of its own, of which only the first has the model, its answers kept short, and a Redis of its own.
     *
     * @param browser closes them all after the test
     */
    static Iris withTwoOllamas(Browser browser, IdentityProvider provider, String... settings) throws IOException {
        var first = browser.closesLater(OllamaForTests.start());
        var second = browser.closesLater(OllamaForTests.startEmpty());
        var redis = browser.closesLater(RedisForTests.start());
        var builder = new SpringApplicationBuilder(IrisApplication.class).properties(TerseModel.setting());
        return browser.closesLater(
                new Iris(start(builder, first.url() + "," + second.url(), redis, provider, settings)));
    }

    /** With a model in the hands of the test. */
    static Iris with(ScriptedModel model, RedisForTests redis, IdentityProvider provider) {
        var builder = new SpringApplicationBuilder(IrisApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(
                                "scriptedModels", LanguageModels.class, () -> model, bean -> bean.setPrimary(true)));
        return new Iris(start(builder, NOBODY, redis, provider));
    }

    private static ConfigurableApplicationContext start(
            SpringApplicationBuilder builder,
            String engine,
            RedisForTests redis,
            IdentityProvider provider,
            String... settings) {
        Stream<String> all = Stream.of(
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--management.server.port=0",
                "--spring.data.redis.url=" + redis.url(),
                "--iris.oidc.issuer=" + provider.issuer(),
                "--iris.oidc.client-id=" + provider.clientId(),
                "--iris.oidc.client-secret=" + provider.clientSecret(),
                "--iris.models.active=smollm2-135m",
                "--iris.keys.path=" + RingForTests.path(),
                "--iris.audit.folder=" + TemporaryFolder.untilExit("audit"),
                "--iris.models.ollama.url=" + engine);
        return builder.run(Stream.concat(all, Stream.of(settings)).toArray(String[]::new));
    }

    String url() {
        return "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** All keys in Redis that belong to a conversation: no session, no slot of an engine, and none of what retention keeps of itself. */
    Set<String> keys() {
        var keys = new TreeSet<>(application.getBean(StringRedisTemplate.class).keys("*"));
        keys.removeIf(NOT_OF_CONVERSATIONS);
        return keys;
    }

    @Override
    public void close() {
        application.close();
    }
}
