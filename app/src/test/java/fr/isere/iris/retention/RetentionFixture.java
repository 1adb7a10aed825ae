package fr.isere.iris.retention;

import fr.isere.iris.testing.RedisCluster;
import fr.isere.iris.testing.RedisForTests;
import java.time.Clock;
import java.util.List;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

/** The store on a real Redis, without the rest of the application. */
final class RetentionFixture implements AutoCloseable {

    private final LettuceConnectionFactory connections;
    private final RedisMessageListenerContainer container;

    final StringRedisTemplate redis;
    final Signals signals;
    final ExpiringStore store;
    final EventLog log;

    RetentionFixture(RedisForTests server) {
        this(new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", server.port())));
    }

    RetentionFixture(RedisCluster cluster) {
        this(new LettuceConnectionFactory(
                new RedisClusterConfiguration(List.of(cluster.addresses().split(",", -1)))));
    }

    private RetentionFixture(LettuceConnectionFactory connections) {
        this.connections = connections;
        connections.afterPropertiesSet();
        connections.start();
        redis = new StringRedisTemplate(connections);
        signals = new Signals(redis);
        container = new RedisConfiguration().signalContainer(connections, signals);
        container.afterPropertiesSet();
        container.start();
        store = new ExpiringStore(redis, Clock.systemUTC());
        log = new EventLog(redis, signals);
    }

    @Override
    public void close() {
        container.stop();
        connections.destroy();
    }
}
