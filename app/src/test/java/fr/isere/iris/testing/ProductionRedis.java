package fr.isere.iris.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A real Redis that runs with the files of {@code ops/redis}: TLS, users, no eviction. */
public final class ProductionRedis implements AutoCloseable {

    private final RedisInstallation installation;
    private final RedisNode node;

    private ProductionRedis(RedisInstallation installation, RedisNode node) {
        this.installation = installation;
        this.node = node;
    }

    /**
     * Starts one.
     *
     * @param options further arguments of redis-server
     */
    public static ProductionRedis start(Path folder, String... options) {
        RedisInstallation installation = RedisInstallation.in(folder, "ip:127.0.0.1");
        return new ProductionRedis(installation, installation.start("redis.conf", options));
    }

    /** The settings that lead IRIS here, by TLS, as the user {@code iris}. */
    public Stream<String> settings() {
        return settings(installation.authority());
    }

    /** The same with the certificate of some authority, which may be the wrong one. */
    public Stream<String> settings(Path authority) {
        return Stream.concat(
                Stream.of("spring.data.redis.url=rediss://iris:" + RedisInstallation.PASSWORD + "@" + node.address()),
                RedisInstallation.trusting(authority));
    }

    /** The node, whose commands are sent as its exploitant. */
    public RedisNode node() {
        return node;
    }

    /** What Redis answers to the user {@code iris}. */
    public String asIris(String... command) {
        return as("iris", command);
    }

    /** What Redis answers to one of the users of {@code users.acl}. */
    public String as(String user, String... command) {
        return node.as(installation.client(user), command);
    }

    /** What Redis answers to somebody who gives no name. */
    public String asNobody(String... command) {
        return node.as(installation.withoutName(), command);
    }

    /** What Redis answers to somebody without TLS. */
    public String withoutTls(String... command) {
        return node.as(List.of(), command);
    }

    @Override
    public void close() {
        installation.close();
    }
}
