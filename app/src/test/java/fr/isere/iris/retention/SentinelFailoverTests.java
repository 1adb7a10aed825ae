package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.EventStream;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisNode;
import fr.isere.iris.testing.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A master dies in mid-answer, and Sentinel puts its replica in its place: IRIS follows without a restart. */
class SentinelFailoverTests {

    private static final String CONVERSATIONS = "/api/conversations";

    @TempDir
    Path folder;

    private final ScriptedModel model = new ScriptedModel();
    private RedisNode master;
    private RedisNode replica;
    private RedisNode sentinel;
    private IrisForTests iris;

    @BeforeEach
    void start() throws IOException {
        master = RedisNode.start(RedisNode.freePort(), folder.resolve("master"));
        replica = RedisNode.start(
                RedisNode.freePort(), folder.resolve("replica"), "--replicaof", "127.0.0.1", "" + master.port());
        await().until(() -> replica.run("INFO", "replication").contains("master_link_status:up"));
        sentinel = sentinel();
        await().until(() -> sentinel.run("SENTINEL", "REPLICAS", "iris").contains(replica.address()));
        iris = IrisForTests.startOn(
                model,
                Stream.of(
                        "spring.data.redis.sentinel.master=iris",
                        "spring.data.redis.sentinel.nodes=" + sentinel.address()));
    }

    @AfterEach
    void stop() {
        iris.close();
        Stream.of(sentinel, replica, master).forEach(RedisNode::close);
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
        await().until(() -> master.run("WAIT", "1", "1000").equals("1"));

        master.close();
        asked.says("pendant ").ends();
        await().atMost(Duration.ofSeconds(40))
                .ignoreExceptions()
                .until(() ->
                        agent.get(CONVERSATIONS + "/" + conversation).text().contains("avant pendant "));

        assertThat(replica.run("ROLE")).startsWith("master");
        assertThat(EventStream.text(agent.resume(answer, 0).rest())).isEqualTo("avant pendant ");
        EventStream next = agent.ask(conversation, Map.of("text", "Et après ?"));
        model.nextAsked().says("après").ends();
        assertThat(EventStream.text(next.rest())).isEqualTo("après");
    }

    private RedisNode sentinel() throws IOException {
        int port = RedisNode.freePort();
        Path place = Files.createDirectories(folder.resolve("sentinel"));
        Path configuration = place.resolve("sentinel.conf");
        Files.writeString(configuration, """
                port %d
                bind 127.0.0.1
                sentinel monitor iris 127.0.0.1 %d 1
                sentinel down-after-milliseconds iris 1000
                sentinel failover-timeout iris 5000
                """.formatted(port, master.port()));
        return RedisNode.start(port, place, List.of(configuration.toString(), "--sentinel"), List.of());
    }
}
