package fr.isere.iris.retention;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.TimeoutOptions;
import java.time.Clock;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

/** How IRIS speaks to Redis. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
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
        return container;
    }
}
