package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisCluster;
import fr.isere.iris.testing.RedisInstallation;
import fr.isere.iris.testing.RedisNode;
import fr.isere.iris.testing.ScriptedModel;
import fr.isere.iris.testing.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** IRIS on a Redis Cluster as the files of {@code ops/redis} make it: TLS only, users, a replica for each master. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class ProductionClusterTests {

    @TempDir
    static Path folder;

    private final ScriptedModel model = new ScriptedModel();
    private RedisInstallation installation;
    private RedisCluster cluster;
    private Map<String, Long> madeWith = Map.of();
    private IrisForTests first;
    private IrisForTests second;

    @BeforeAll
    void start() {
        installation = RedisInstallation.in(folder, "dns:localhost");
        cluster = RedisCluster.withReplicas(installation);
        await().until(() -> cluster.nodes().stream()
                        .filter(node -> node.run("INFO", "replication").contains("master_link_status:up"))
                        .count()
                == 3);
        madeWith = Commands.calls(cluster.nodes());
        first = IrisForTests.startOn(model, settings("localhost"));
        second = IrisForTests.startOn(model, settings("localhost"));
    }

    @AfterAll
    void stop() {
        first.close();
        second.close();
        installation.close();
    }

    @Test
    void allThatIrisDoesWithItsStoreWorksAndNobodyIsRefusedAnything() {
        Story.begin(model, first, second).goOn();

        assertNothingIsRefused(cluster.nodes());
    }

    @Test
    void nothingIsAllowedThatNobodyDoes() {
        Set<String> more = Commands.allowed("users-cluster.acl", "iris");
        more.removeAll(Commands.allowed("users.acl", "iris"));
        assertThat(ApiClient.anonymous(first.managementUrl())
                        .get("/actuator/health")
                        .status())
                .isEqualTo(200);
        Map<String, Long> now = Commands.calls(cluster.nodes());

        assertThat(more)
                .isNotEmpty()
                .allSatisfy(command -> assertThat(now.getOrDefault(command, 0L))
                        .as(command)
                        .isGreaterThan(madeWith.getOrDefault(command, 0L)));
        assertThat(madeWith.keySet())
                .containsAll(Commands.allowed("users-cluster.acl", "cluster"))
                .containsAll(Commands.allowed("users-cluster.acl", "replica"));
    }

    /** The certificates have the name that nodes announce, and not the address at which they are. */
    @Test
    void aNodeIsBelievedOnlyUnderTheNameInItsCertificate(CapturedOutput output) {
        assertThatException().isThrownBy(() -> IrisForTests.startOn(model, settings("127.0.0.1")));
        assertThat(output.getAll())
                .contains("IRIS does not start: spring.ssl.bundle.pem.redis.truststore.certificate does not vouch");
    }

    @Test
    void whenAMasterDiesItsReplicaTakesItsPlaceAndIrisFollows() {
        Story story = Story.begin(model, first, second);
        String conversation = story.startsAConversation();
        story.asksHereAndReadsThere(conversation);
        RedisNode master = masterOf("iris:conversation:{" + conversation + "}");

        master.close();
        await().atMost(Duration.ofSeconds(40))
                .ignoreExceptions()
                .until(() -> cluster.nodes().stream()
                        .filter(node -> node != master)
                        .allMatch(node -> node.run("CLUSTER", "INFO").contains("cluster_state:ok")));
        for (IrisForTests instance : List.of(first, second)) {
            ApiClient agent = story.person().at(instance.url());
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> agent.get("/api/conversations/" + conversation)
                            .text()
                            .contains("un deux trois"));
        }
        story.asksHereAndReadsThere(conversation);

        master.resume();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> master.run("INFO", "replication").contains("master_link_status:up"));
        assertNothingIsRefused(cluster.nodes());
    }

    private RedisNode masterOf(String key) {
        List<RedisNode> masters = cluster.nodes().stream()
                .filter(node -> node.run("INFO", "replication").contains("role:master"))
                .filter(node ->
                        node.as(installation.client("iris"), "EXISTS", key).equals("1"))
                .toList();
        assertThat(masters).hasSize(1);
        return masters.get(0);
    }

    private static void assertNothingIsRefused(List<RedisNode> nodes) {
        assertThat(nodes)
                .allSatisfy(node -> assertThat(node.run("ACL", "LOG"))
                        .as("what ops/redis/users-cluster.acl lacks: reason, context, then the name")
                        .isEmpty());
    }

    private Stream<String> settings(String host) {
        String nodes =
                cluster.nodes().stream().map(node -> host + ":" + node.port()).collect(Collectors.joining(","));
        return Stream.concat(installation.settings(), Stream.of("spring.data.redis.cluster.nodes=" + nodes));
    }
}
