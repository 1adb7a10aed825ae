package fr.isere.iris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.isere.iris.problems.StartRefused;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class RequiredSettingsTests {

    private static final Map<String, Object> COMPLETE = Map.of(
            "iris.oidc.issuer", "https://sso.example.fr/realms/isere",
            "iris.oidc.client-id", "iris",
            "iris.oidc.client-secret", "secret",
            "spring.data.redis.url", "redis://redis.example.fr",
            "iris.keys.path", "/var/lib/iris/ring.json",
            "iris.models.active", "smollm2-135m",
            "iris.audit.folder", "/var/lib/iris/audit");

    @ParameterizedTest
    @CsvSource({
        "iris.oidc.issuer, IRIS_OIDC_ISSUER",
        "iris.oidc.client-id, IRIS_OIDC_CLIENT_ID",
        "iris.oidc.client-secret, IRIS_OIDC_CLIENT_SECRET",
        "spring.data.redis.url, SPRING_DATA_REDIS_URL",
        "iris.keys.path, IRIS_KEYS_PATH",
        "iris.models.active, IRIS_MODELS_ACTIVE",
        "iris.audit.folder, IRIS_AUDIT_FOLDER"
    })
    void startIsRefusedWithOneLineThatNamesTheMissingSetting(String name, String variable, CapturedOutput output) {
        Map<String, Object> settings = new HashMap<>(COMPLETE);
        settings.put(name, "");
        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> start(settings));
        assertThat(output.getAll().lines().filter(line -> line.contains(" ERROR ")))
                .singleElement()
                .asString()
                .endsWith("IRIS does not start: %s is not set (environment variable %s)".formatted(name, variable));
        assertThat(output.getAll()).doesNotContain("\tat ", "APPLICATION FAILED TO START");
    }

    @ParameterizedTest
    @CsvSource({"iris.oidc.issuer, sso.example.fr", "spring.data.redis.url, redis.example.fr:6379"})
    void addressWithoutASchemeIsRefused(String name, String value) {
        Map<String, Object> settings = new HashMap<>(COMPLETE);
        settings.put(name, value);
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> start(settings))
                .withMessageStartingWith(name + " must begin with");
    }

    @Test
    void completeSettingsPass() {
        MockEnvironment environment = new MockEnvironment();
        COMPLETE.forEach((name, value) -> environment.setProperty(name, value.toString()));
        RequiredSettings.check(environment);
    }

    @ParameterizedTest
    @CsvSource({
        "spring.data.redis.cluster.nodes, 'a.example.fr:6379,b.example.fr:6379'",
        "spring.data.redis.cluster.nodes[0], a.example.fr:6379",
        "spring.data.redis.sentinel.nodes, 'a.example.fr:26379,b.example.fr:26379'"
    })
    void aClusterOrSentinelsStandInTheAddressOfRedis(String name, String value) {
        MockEnvironment environment = withoutRedis();
        environment.setProperty(name, value);
        environment.setProperty("spring.data.redis.sentinel.master", "iris");
        RequiredSettings.check(environment);
    }

    @Test
    void sentinelsWithoutTheNameOfTheirMasterAreRefused() {
        MockEnvironment environment = withoutRedis();
        environment.setProperty("spring.data.redis.sentinel.nodes", "a.example.fr:26379");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> RequiredSettings.check(environment))
                .withMessage(
                        "spring.data.redis.sentinel.master is not set (environment variable SPRING_DATA_REDIS_SENTINEL_MASTER)");
    }

    @Test
    void twoPlacesForRedisAreRefused() {
        MockEnvironment environment = withoutRedis();
        environment.setProperty("spring.data.redis.url", "redis://redis.example.fr");
        environment.setProperty("spring.data.redis.cluster.nodes", "a.example.fr:6379");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> RequiredSettings.check(environment))
                .withMessageStartingWith("spring.data.redis.url and spring.data.redis.cluster.nodes are both set");
    }

    private static MockEnvironment withoutRedis() {
        MockEnvironment environment = new MockEnvironment();
        COMPLETE.forEach((name, value) -> environment.setProperty(name, value.toString()));
        environment.setProperty("spring.data.redis.url", "");
        return environment;
    }

    private static void start(Map<String, Object> settings) {
        SpringApplication application = new SpringApplication(IrisApplication.class);
        application.setDefaultProperties(settings);
        application.run().close();
    }
}
