package fr.isere.iris.retention;

import fr.isere.iris.testing.RedisCluster;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.RingForTests;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.util.unit.DataSize;

/** The store on a real Redis, without the rest of the application. */
final class RetentionFixture implements AutoCloseable {

    static final DataSize ROOM = DataSize.ofMegabytes(1);

    private final LettuceConnectionFactory connections;
    private final RedisMessageListenerContainer container;

    final KeyRing ring;
    final StringRedisTemplate redis;
    final RedisTemplate<String, byte[]> sealed;
    final RingMarker marker;
    final Signals signals;
    final Ends ends;
    final Shelves shelves;
    final ExpiringStore store;
    final PersonalIndexes indexes;
    final EventLog log;

    RetentionFixture(RedisForTests server) {
        this(server, ring());
    }

    RetentionFixture(RedisForTests server, KeyRing ring) {
        this(server, ring, erased(ring));
    }

    RetentionFixture(RedisForTests server, KeyRing ring, ErasedNames erased) {
        this(new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", server.port())), ring, erased);
    }

    RetentionFixture(RedisCluster cluster) {
        this(cluster, ring());
    }

    private RetentionFixture(RedisCluster cluster, KeyRing ring) {
        this(
                new LettuceConnectionFactory(new RedisClusterConfiguration(
                        List.of(cluster.addresses().split(",", -1)))),
                ring,
                erased(ring));
    }

    private RetentionFixture(LettuceConnectionFactory connections, KeyRing ring, ErasedNames erased) {
        this.connections = connections;
        this.ring = ring;
        connections.afterPropertiesSet();
        connections.start();
        redis = new StringRedisTemplate(connections);
        signals = new Signals(redis);
        container = new RedisConfiguration().signalContainer(connections, signals);
        container.afterPropertiesSet();
        container.start();
        sealed = new RedisConfiguration().sealedRedis(connections);
        sealed.afterPropertiesSet();
        marker = new RingMarker(redis);
        ends = new Ends(redis, Clock.systemUTC());
        shelves = new Shelves(
                new RedisShelf(sealed, redis, ends, Clock.systemUTC()), new MemoryShelf(ROOM, Clock.systemUTC()));
        store = new ExpiringStore(shelves, new Vault(ring, marker), erased, Clock.systemUTC());
        indexes = new PersonalIndexes(shelves);
        log = new EventLog(shelves, store, signals);
    }

    RedisClusterAsyncCommands<byte[], byte[]> commands() {
        return Replies.of(redis);
    }

    void write(Key bundle, String header, Instant end) {
        store.writeBundle(bundle, Revision.unstored(), Map.of("header", header), List.of(), end);
    }

    void flush() {
        redis.execute((RedisCallback<Boolean>) connection -> {
            connection.serverCommands().flushAll();
            return true;
        });
    }

    /** A journal in a file that goes with the test JVM. */
    static ErasedNames erased(KeyRing ring) {
        String name = "journal-" + new Ids().next();
        return new ErasedNames(
                ring, new RingJournal(new OwnerOnlyFile(RingForTests.path().resolveSibling(name))));
    }

    /** A ring in memory, as long as the test. */
    static KeyRing ring() {
        RingStore store = new MemoryRing();
        return new KeyRing(store, store.change(before -> RingKeys.draw()), Clock.systemUTC());
    }

    @Override
    public void close() {
        container.stop();
        connections.destroy();
    }
}
