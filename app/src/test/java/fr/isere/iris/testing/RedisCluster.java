package fr.isere.iris.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A real Redis Cluster of three masters on the loopback interface: keys are spread, and a script keeps to one slot. */
public final class RedisCluster implements AutoCloseable {

    private final List<RedisNode> nodes;

    private RedisCluster(List<RedisNode> nodes) {
        this.nodes = nodes;
    }

    /** The one that the tests of this JVM share, plain and without replicas; it ends with the JVM. */
    public static RedisCluster shared() {
        return Shared.CLUSTER;
    }

    /** One with the files of {@code ops/redis}: TLS, users, and a replica for each master. */
    public static RedisCluster withReplicas(RedisInstallation installation) {
        installation.change("cluster.conf", "redis-1.interne", "localhost");
        List<RedisNode> nodes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            nodes.add(installation.start(
                    "cluster.conf",
                    "--cluster-port",
                    Integer.toString(RedisNode.freePort()),
                    "--cluster-node-timeout",
                    "2000"));
        }
        return new RedisCluster(nodes).join(1, installation.client("cluster"));
    }

    private static RedisCluster start() {
        Path folder = TemporaryFolder.untilExit("redis-cluster");
        List<RedisNode> nodes = new ArrayList<>();
        for (int port : freePorts()) {
            nodes.add(RedisNode.start(
                    port,
                    folder.resolve("node-" + port),
                    "--cluster-enabled",
                    "yes",
                    "--cluster-port",
                    Integer.toString(RedisNode.freePort()),
                    "--cluster-node-timeout",
                    "2000"));
        }
        return new RedisCluster(nodes).join(0, List.of());
    }

    /** The settings that lead IRIS here. */
    public String[] settings() {
        return new String[] {"spring.data.redis.cluster.nodes=" + addresses()};
    }

    /** Addresses of all nodes, with commas. */
    public String addresses() {
        return nodes.stream().map(RedisNode::address).collect(Collectors.joining(","));
    }

    /** Each node by itself. */
    public List<RedisNode> nodes() {
        return nodes;
    }

    /** The names of all keys, of all nodes. */
    public Set<String> keys() {
        return nodes.stream()
                .flatMap(node -> node.run("KEYS", "*").lines())
                .filter(line -> !line.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        nodes.forEach(RedisNode::close);
    }

    private RedisCluster join(int replicas, List<String> client) {
        List<String> create = new ArrayList<>(List.of("redis-cli"));
        create.addAll(client);
        create.addAll(List.of("--cluster", "create"));
        nodes.forEach(node -> create.add(node.address()));
        create.addAll(List.of("--cluster-replicas", Integer.toString(replicas), "--cluster-yes"));
        String told = RedisNode.output(create);
        if (!told.contains("All 16384 slots covered")) {
            throw new IllegalStateException("no cluster: " + told);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> nodes.stream()
                        .allMatch(node -> node.run("CLUSTER", "INFO").contains("cluster_state:ok")));
        return this;
    }

    private static Set<Integer> freePorts() {
        Set<Integer> ports = new LinkedHashSet<>();
        while (ports.size() < 3) {
            ports.add(RedisNode.freePort());
        }
        return ports;
    }

    /** Holder: started by the first who asks. */
    private static final class Shared {
        private static final RedisCluster CLUSTER = start();
    }
}
