package fr.isere.iris.testing;

import java.nio.file.Path;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real Redis that is plain: no TLS, no users, and no persistence unless it is asked for.
 *
 * <p>{@link #shared()} runs as long as the test JVM: its users keep to keys of their own or {@link #flush()} first. A test
 * that stops Redis starts one for itself. In a Spring test: {@code @DynamicPropertySource static void redis(DynamicPropertyRegistry r)
 * { RedisForTests.shared().register(r); }}
 */
public final class RedisForTests implements AutoCloseable {

    private final RedisNode node;

    private RedisForTests(RedisNode node) {
        this.node = node;
    }

    /** The one that the tests of this JVM share. */
    public static RedisForTests shared() {
        return Shared.REDIS;
    }

    /** A new one, for a test that stops it. */
    public static RedisForTests start() {
        return new RedisForTests(RedisNode.start(RedisNode.freePort(), TemporaryFolder.untilExit("redis")));
    }

    /** A new one that finds everything again when it is resumed, as an installation's does. */
    public static RedisForTests startPersistent(Path folder) {
        return new RedisForTests(
                RedisNode.start(RedisNode.freePort(), folder, "--appendonly", "yes", "--appendfsync", "always"));
    }

    public String url() {
        return "redis://" + node.address();
    }

    public int port() {
        return node.port();
    }

    /** Tells Spring where this Redis is. */
    public void register(DynamicPropertyRegistry registry) {
        registry.add("spring.data.redis.url", this::url);
    }

    /** Starts it again on the same port, empty unless it is persistent. */
    public void resume() {
        node.resume();
    }

    @Override
    public void close() {
        kill();
    }

    /** Kills it, as a power cut would. */
    public void kill() {
        node.close();
    }

    /** Has it hang, with all that it holds, as behind a network that is cut. */
    public void freeze() {
        node.freeze();
    }

    /** Has it go on. */
    public void thaw() {
        node.thaw();
    }

    /** Forgets everything. */
    public void flush() {
        node.run("FLUSHALL");
    }

    /** Puts a value there that never ends. */
    public void plant(String key) {
        node.run("SET", key, "planted");
    }

    /** Writes all that it holds to its disk, as for a backup. */
    public void dump() {
        node.run("SAVE");
    }

    /** How many keys it holds. */
    public long size() {
        return Long.parseLong(node.run("DBSIZE"));
    }

    /** Holder: started by the first who asks. */
    private static final class Shared {
        private static final RedisForTests REDIS = start();
    }
}
