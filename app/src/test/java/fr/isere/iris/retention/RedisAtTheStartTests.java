package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import fr.isere.iris.testing.Certificates;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.ProductionRedis;
import fr.isere.iris.testing.RedisInstallation;
import fr.isere.iris.testing.RedisNode;
import fr.isere.iris.testing.ScriptedModel;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A Redis that cannot be used stops the start, with one line that names the setting. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class RedisAtTheStartTests {

    @TempDir
    static Path folder;

    private ProductionRedis redis;

    @BeforeAll
    void start() {
        redis = ProductionRedis.start(folder);
    }

    @AfterAll
    void stop() {
        redis.close();
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused(CapturedOutput output) {
        Certificates others = Certificates.make(folder.resolve("others"), "ip:127.0.0.1");

        assertRefused(
                redis.settings(others.authority()),
                output,
                "spring.ssl.bundle.pem.redis.truststore.certificate does not vouch for the certificate of Redis, or Redis has no"
                        + " TLS (environment variable SPRING_SSL_BUNDLE_PEM_REDIS_TRUSTSTORE_CERTIFICATE)");
    }

    @Test
    void aWrongPasswordIsRefused(CapturedOutput output) {
        assertRefused(
                redis.settings().map(setting -> setting.replace(RedisInstallation.PASSWORD, "autre")),
                output,
                "spring.data.redis.url: Redis refuses the user or the password (environment variable SPRING_DATA_REDIS_URL)");
    }

    @Test
    void aPlaceWithoutRedisIsRefused(CapturedOutput output) {
        assertRefused(
                Stream.of("spring.data.redis.url=redis://127.0.0.1:" + RedisNode.freePort()),
                output,
                "spring.data.redis.url: Redis does not answer there (environment variable SPRING_DATA_REDIS_URL)");
    }

    private static void assertRefused(Stream<String> settings, CapturedOutput output, String reason) {
        assertThatException().isThrownBy(() -> IrisForTests.startOn(new ScriptedModel(), settings));
        assertThat(output.getAll().lines().filter(line -> line.contains(" ERROR ")))
                .singleElement()
                .asString()
                .endsWith("IRIS does not start: " + reason);
        assertThat(output.getAll()).doesNotContain("\tat ", "autre");
    }
}
