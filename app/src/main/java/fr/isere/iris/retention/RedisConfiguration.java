package fr.isere.iris.retention;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.TimeoutOptions;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** How IRIS speaks to Redis. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    /** Of the stop: an instance that lets its answers end is told by the others to stop one. Before the connections, at 0. */
    private static final int HEARD_UNTIL = 500;

    private static final Logger LOG = LoggerFactory.getLogger(RedisConfiguration.class);

    /** The time of Redis: see there. While Redis is away, this machine's. */
    @Bean
    StoreClock clock(RedisTime time) {
        StoreClock clock = new StoreClock(Clock.systemUTC(), System::nanoTime);
        try {
            time.hear(clock);
        } catch (DataAccessException e) {
            LOG.warn("Redis does not answer yet; until it does, ends are reckoned by this machine's clock");
        }
        return clock;
    }

    /** Values as they are: ciphertexts. */
    @Bean
    RedisTemplate<String, byte[]> sealedRedis(RedisConnectionFactory connections) {
        RedisTemplate<String, byte[]> template = new RedisTemplate<>();
        template.setConnectionFactory(connections);
        template.setKeySerializer(RedisSerializer.string());
        template.setHashKeySerializer(RedisSerializer.string());
        template.setValueSerializer(RedisSerializer.byteArray());
        template.setHashValueSerializer(RedisSerializer.byteArray());
        return template;
    }

    /** Runs the upkeep; a thread more than what may take long, so that what ends is removed meanwhile. */
    @Bean
    ThreadPoolTaskScheduler retentionScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("retention-");
        scheduler.setPoolSize(3);
        return scheduler;
    }

    /** While Redis is away a command fails at once: a person is told, and nothing queues up in memory. Lettuce reconnects by itself. */
    @Bean
    LettuceClientOptionsBuilderCustomizer failFast() {
        return options -> options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled());
    }

    @Bean
    RedisMessageListenerContainer signalContainer(RedisConnectionFactory connections, Signals signals) {
        RedisMessageListenerContainer container = new RedisMessageListenerContainer();
        container.setConnectionFactory(connections);
        container.addMessageListener(signals, ChannelTopic.of(Signals.CHANNEL));
        container.setTaskExecutor(Runnable::run);
        container.setSubscriptionExecutor(new SimpleAsyncTaskExecutor("redis-signals-"));
        container.setPhase(HEARD_UNTIL);
        return container;
    }
}
