package fr.isere.iris.retention;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Many questions to Redis at once, and their answers. */
final class Replies {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Replies() {}

    /** Commands that do not wait, of one node or of a cluster. */
    @SuppressWarnings("unchecked") // Lettuce's connections of Spring Data speak bytes
    static RedisClusterAsyncCommands<byte[], byte[]> of(StringRedisTemplate redis) {
        @Nullable Object commands = redis.execute((RedisCallback<Object>) RedisConnection::getNativeConnection);
        return (RedisClusterAsyncCommands<byte[], byte[]>) Objects.requireNonNull(commands);
    }

    /**
     * Waits for an answer.
     *
     * @throws DataAccessResourceFailureException if none comes
     */
    static <T> T await(Future<T> answer) throws InterruptedException {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new DataAccessResourceFailureException("Redis does not answer", e);
        }
    }
}
