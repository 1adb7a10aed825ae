package fr.isere.iris.retention;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Words between instances: a topic and an id, never content, over one Redis channel. They are hints: one may be lost with the
 * connection, so whoever listens also looks by itself now and then.
 */
@Component
public class Signals implements MessageListener {

    static final String CHANNEL = "iris:signals";

    private final StringRedisTemplate redis;
    private final Map<String, Set<Runnable>> listeners = new ConcurrentHashMap<>();

    Signals(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Ends a listening. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {

        @Override
        void close();
    }

    /** Tells every instance, this one included; of what stands in the memory of this one, only this one. */
    public void send(String topic, String id) {
        String word = topic + ' ' + id;
        if (Ids.isInMemory(id)) {
            hear(word);
        } else {
            redis.convertAndSend(CHANNEL, word);
        }
    }

    /** Calls {@code heard} on each such signal, from a thread that must not be held, until closed. */
    public Subscription listen(String topic, String id, Runnable heard) {
        String word = topic + ' ' + id;
        listeners.compute(word, (key, others) -> {
            Set<Runnable> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(heard);
            return all;
        });
        return () -> listeners.computeIfPresent(word, (key, all) -> {
            all.remove(heard);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public void onMessage(Message message, byte @Nullable [] pattern) {
        hear(new String(message.getBody(), StandardCharsets.UTF_8));
    }

    private void hear(String word) {
        listeners.getOrDefault(word, Set.of()).forEach(Runnable::run);
    }
}
