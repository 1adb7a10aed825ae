package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisInstallation;
import fr.isere.iris.testing.RedisNode;
import fr.isere.iris.testing.ScriptedModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A master dies in mid-answer, and Sentinels put its replica in its place: IRIS follows without a restart. All of them run with the
 * files of {@code ops/redis}: TLS only, and users who may do what they do and nothing else.
 */
class SentinelFailoverTests {

    private static final String CONVERSATIONS = "/api/conversations";
    private static final Pattern OFFSET = Pattern.compile("(?m)^(?:master|slave)_repl_offset:(\\d+)");

    @TempDir
    Path folder;

    private final ScriptedModel model = new ScriptedModel();
    private RedisInstallation redis;
    private RedisNode master;
    private RedisNode replica;
    private List<RedisNode> sentinels;
    private IrisForTests iris;

    @BeforeEach
    void start() {
        redis = RedisInstallation.in(folder, "ip:127.0.0.1");
        master = redis.start("replicated.conf");
        replica = redis.start("replicated.conf", "--replicaof", "127.0.0.1", "" + master.port());
        await().until(() -> copies(replica));
        redis.change("sentinel.conf", "redis-1.interne 6379", "127.0.0.1 " + master.port());
        redis.change("sentinel.conf", "down-after-milliseconds iris 5000", "down-after-milliseconds iris 1000");
        redis.change("sentinel.conf", "failover-timeout iris 60000", "failover-timeout iris 5000");
        sentinels = Stream.generate(() -> redis.start("sentinel.conf", "--sentinel"))
                .limit(3)
                .toList();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sentinels).allSatisfy(sentinel -> {
                    assertThat(sentinel.run("SENTINEL", "CKQUORUM", "iris")).startsWith("OK 3 usable");
                    assertThat(sentinel.run("SENTINEL", "REPLICAS", "iris")).contains(replica.address());
                }));
        iris = IrisForTests.startOn(model, settings());
    }

    @AfterEach
    void stop() {
        iris.close();
        redis.close();
    }

    @Test
    void whatWasReplicatedStaysAndIrisHealsByItself() {
        ApiClient agent = iris.signIn("agent").acceptsTheCharter();
        String conversation =
                agent.send("POST", CONVERSATIONS, Map.of()).json().get("id").asString();
        EventStream stream = agent.ask(conversation, Map.of("text", "CANARI-7f3a Bonjour"));
        ScriptedModel.Asked asked = model.nextAsked();
        String answer = stream.next("answer").data().get("id").asString();
        asked.says("avant ");
        stream.next("token");
        long written = offset(master);
        await().until(() -> offset(replica) >= written);

        master.close();
        asked.says("pendant ").ends();
        await().atMost(Duration.ofSeconds(40))
                .ignoreExceptions()
                .until(() ->
                        agent.get(CONVERSATIONS + "/" + conversation).text().contains("avant pendant "));

        assertThat(replica.run("INFO", "replication")).contains("role:master");
        assertThat(EventStream.text(agent.resume(answer, 0).rest())).isEqualTo("avant pendant ");
        EventStream next = agent.ask(conversation, Map.of("text", "Et après ?"));
        model.nextAsked().says("après").ends();
        assertThat(EventStream.text(next.rest())).isEqualTo("après");

        master.resume();
        await("the former master copies the new one")
                .atMost(Duration.ofSeconds(40))
                .until(() -> copies(master));
        assertNothingWasRefused();
    }

    private void assertNothingWasRefused() {
        assertThat(Stream.concat(Stream.of(master, replica), sentinels.stream()))
                .allSatisfy(node -> assertThat(node.run("ACL", "LOG"))
                        .as(
                                "what ops/redis/users-replicated.acl or users-sentinel.acl lacks: reason, context, then the name")
                        .isEmpty());
    }

    private Stream<String> settings() {
        return Stream.concat(
                redis.settings(),
                Stream.of(
                        "spring.data.redis.sentinel.master=iris",
                        "spring.data.redis.sentinel.nodes="
                                + sentinels.stream().map(RedisNode::address).collect(Collectors.joining(",")),
                        "spring.data.redis.sentinel.username=iris",
                        "spring.data.redis.sentinel.password=" + RedisInstallation.PASSWORD));
    }

    private static boolean copies(RedisNode node) {
        return node.run("INFO", "replication").contains("master_link_status:up");
    }

    /** How much was written to a master, or has arrived at a replica. */
    private static long offset(RedisNode node) {
        Matcher offset = OFFSET.matcher(node.run("INFO", "replication"));
        assertThat(offset.find()).isTrue();
        return Long.parseLong(offset.group(1));
    }
}
