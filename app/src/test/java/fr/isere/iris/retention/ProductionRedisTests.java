package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.ProductionRedis;
import fr.isere.iris.testing.ScriptedModel;
import fr.isere.iris.testing.Story;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IRIS on a Redis that runs with the files of {@code ops/redis}: TLS only, and a user who may do what IRIS does and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductionRedisTests {

    /** No part of the story: the purge proof walks Redis with these, the measures of its memory read the last. */
    private static final Set<String> BESIDE_THE_STORY = Set.of("scan", "dbsize", "pttl", "info");

    @TempDir
    static Path folder;

    private final ScriptedModel model = new ScriptedModel();
    private ProductionRedis redis;
    private String refused = "";
    private Set<String> used = Set.of();

    @BeforeAll
    void tellTheStory() {
        redis = ProductionRedis.start(folder);
        try (IrisForTests first = IrisForTests.startOn(model, redis.settings());
                IrisForTests second = IrisForTests.startOn(model, redis.settings())) {
            Story.begin(model, first, second).goOn();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "What ops/redis/users.acl lacks: " + redis.node().run("ACL", "LOG"), e);
        }
        refused = redis.node().run("ACL", "LOG");
        used = Commands.used(redis.node());
    }

    @AfterAll
    void stop() {
        redis.close();
    }

    @Test
    void nothingThatIrisDoesIsRefused() {
        assertThat(refused)
                .as("what ops/redis/users.acl lacks: reason, context, then the name of the command, key or channel")
                .isEmpty();
    }

    @Test
    void nothingIsAllowedThatIrisDoesNotDo() {
        Set<String> allowed = Commands.allowed("users.acl", "iris");
        allowed.removeAll(BESIDE_THE_STORY);
        assertThat(used).containsAll(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KEYS *",
                "FLUSHALL",
                "FLUSHDB",
                "CONFIG GET *",
                "CONFIG SET maxmemory 1",
                "MONITOR",
                "ACL LIST",
                "ACL SETUSER iris +@all",
                "SLOWLOG GET",
                "CLIENT LIST",
                "SAVE",
                "BGSAVE",
                "BGREWRITEAOF",
                "SHUTDOWN",
                "REPLICAOF 127.0.0.1 9",
                "MIGRATE 127.0.0.1 9 iris:x 0 1",
                "MODULE LIST",
                "SCRIPT FLUSH",
                "FUNCTION LIST",
                "PERSIST iris:x",
                "RENAME iris:x iris:y",
                "COPY iris:x iris:y",
                "DUMP iris:x",
                "SELECT 1",
                "PSUBSCRIBE *",
                "PUBSUB CHANNELS"
            })
    void aCommandThatIrisDoesNotUseIsRefused(String command) {
        assertThat(redis.asIris(command.split(" ", -1))).startsWith("NOPERM").contains("has no permissions to run");
    }

    /** Refused before anybody's rights are looked at, by a line of redis.conf. */
    @Test
    void debuggingIsRefusedToAll() {
        assertThat(redis.asIris("DEBUG", "SLEEP", "0")).startsWith("ERR DEBUG command not allowed");
    }

    @Test
    void otherKeysAreOutOfReachInScriptsToo() {
        assertThat(redis.asIris("SET", "other:x", "1")).startsWith("NOPERM");
        assertThat(redis.asIris("GET", "iris")).startsWith("NOPERM");
        assertThat(redis.asIris("EVAL", "return redis.call('GET', KEYS[1])", "1", "other:x"))
                .startsWith("NOPERM");
        assertThat(redis.asIris("EVAL", "return redis.call('GET', 'other:x')", "0"))
                .contains("The user executing the script can't access at least one of the keys");
        assertThat(redis.asIris("EVAL", "return redis.call('FLUSHALL')", "0"))
                .contains("The user executing the script can't run this command");
        assertThat(redis.asIris("SET", "iris:x", "1", "PX", "1000")).isEqualTo("OK");
    }

    @Test
    void otherChannelsAreOutOfReach() {
        assertThat(redis.asIris("PUBLISH", "other", "1")).startsWith("NOPERM");
        assertThat(redis.asIris("SUBSCRIBE", "iris:other")).startsWith("NOPERM");
        assertThat(redis.asIris("PUBLISH", "iris:signals", "topic id")).isEqualTo("0");
    }

    @Test
    void nobodyComesInWithoutANameNorWithoutTls() {
        assertThat(redis.asNobody("PING")).startsWith("NOAUTH");
        assertThat(redis.asNobody("SET", "iris:x", "1")).startsWith("NOAUTH");
        assertThat(redis.asNobody("AUTH", "default", "")).startsWith("WRONGPASS");
        assertThat(redis.withoutTls("PING")).doesNotContain("PONG");
    }

    @Test
    void theExploitantMeasuresAndReadsNothing() {
        assertThat(redis.node().run("INFO", "memory")).contains("maxmemory_policy:noeviction");
        assertThat(redis.node().run("GET", "iris:x")).startsWith("NOPERM");
        assertThat(redis.node().run("SCAN", "0")).startsWith("NOPERM");
        assertThat(redis.node().run("MONITOR")).startsWith("NOPERM");
    }
}
