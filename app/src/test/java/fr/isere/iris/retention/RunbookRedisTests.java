package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.ProductionRedis;
import fr.isere.iris.testing.RedisInstallation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the runbooks have somebody send to Redis, sent to a Redis with the files of {@code ops/redis} as the user whom they name. */
class RunbookRedisTests {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern SENT = Pattern.compile("redis-cli .*--user (\\w+) (.+)");

    /** A command of Redis with arguments, which nobody can send without saying who they are. */
    private static final Pattern BARE = Pattern.compile("(redis-cli|(ACL|CONFIG|EXPIRE|INFO|PTTL|SCAN)) .*");

    private static final String KEY = "iris:conversation:x";
    private static final String CONTENT = "un contenu";

    @TempDir
    static Path folder;

    private static ProductionRedis redis;

    @BeforeAll
    static void start() {
        redis = ProductionRedis.start(folder);
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    static Stream<String> sent() {
        return code().filter(code -> SENT.matcher(code).find()).distinct();
    }

    @ParameterizedTest
    @MethodSource("sent")
    void whatARunbookSendsIsAllowed(String line) {
        redis.as("iris", "SET", KEY, CONTENT);
        Matcher found = SENT.matcher(line);
        assertThat(found.find()).isTrue();
        String command = found.group(2).replace("'", "").replace("clé", KEY);

        assertThat(redis.as(found.group(1), command.split(" ", -1)))
                .as(line)
                .doesNotContain("NOPERM", "ERR ", "WRONGPASS", "Unrecognized");
    }

    @Test
    void everyCommandSaysAsWhomItIsSent() {
        assertThat(code().filter(code -> BARE.matcher(code).matches()))
                .isNotEmpty()
                .filteredOn(code -> !code.equals("redis-cli …"))
                .allMatch(code -> SENT.matcher(code).find());
    }

    @Test
    void theAdministratorGivesRoomAndAnEndWithoutARestart() {
        redis.as("iris", "SET", KEY, CONTENT);

        assertThat(redis.as("administrateur", "CONFIG", "SET", "maxmemory", "3gb"))
                .isEqualTo("OK");
        assertThat(redis.node().run("INFO", "memory")).contains("maxmemory:3221225472");
        assertThat(redis.as("administrateur", "--scan", "--pattern", "iris:*")).isEqualTo(KEY);
        assertThat(redis.as("administrateur", "PTTL", KEY)).isEqualTo("-1");
        assertThat(redis.as("administrateur", "EXPIRE", KEY, "3600")).isEqualTo("1");
        assertThat(Long.parseLong(redis.as("iris", "PTTL", KEY))).isPositive();
        assertThat(redis.as("administrateur", "ACL", "LOAD")).isEqualTo("OK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET iris:conversation:x",
                "GETRANGE iris:conversation:x 0 9",
                "GETEX iris:conversation:x",
                "MGET iris:conversation:x",
                "HGETALL iris:conversation:x",
                "HGET iris:conversation:x a",
                "XRANGE iris:conversation:x - +",
                "ZRANGE iris:conversation:x 0 9",
                "SORT iris:conversation:x",
                "DUMP iris:conversation:x",
                "COPY iris:conversation:x iris:y",
                "EVAL return 1 0",
                "MONITOR",
                "REPLCONF listening-port 9",
                "SUBSCRIBE iris:signals",
                "CONFIG GET masterauth",
                "CONFIG REWRITE",
                "ACL SETUSER administrateur +@all",
                "ACL GETUSER iris",
                "FLUSHALL",
                "UNLINK iris:conversation:x",
                "SHUTDOWN",
                "REPLICAOF 127.0.0.1 9",
                "MIGRATE 127.0.0.1 9 iris:conversation:x 0 1"
            })
    void theAdministratorReadsNoContentAndGivesNobodyRights(String command) {
        assertThat(redis.as("administrateur", command.split(" ", -1))).startsWith("NOPERM");
    }

    @Test
    void theAdministratorIsTheSameWhereverRedisRuns() {
        List<String> lines = Stream.of("users.acl", "users-replicated.acl", "users-cluster.acl")
                .flatMap(file -> RedisInstallation.file(file).lines())
                .filter(line -> line.startsWith("user administrateur "))
                .toList();
        assertThat(lines).hasSize(3).containsOnly(lines.get(0));
    }

    /** All that the runbooks and the exploitants' guide have in code, but for blocks of it. */
    private static Stream<String> code() {
        try (Stream<Path> runbooks = Files.list(DOCS.resolve("runbooks"))) {
            return Stream.concat(runbooks.toList().stream(), Stream.of(DOCS.resolve("guides/exploitant.md")))
                    .flatMap(page -> CODE.matcher(text(page)).results().map(code -> code.group(1)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path page) {
        try {
            return Files.readString(page).replaceAll("(?ms)^```.*?^```", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
