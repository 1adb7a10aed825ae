package fr.isere.iris.bench;

import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Ids;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.PurgeProof;
import fr.isere.iris.retention.PurgeProofs;
import fr.isere.iris.retention.Revision;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Redis full of conversations: their memory, the purge proof and what it costs those who work, and how soon what ends is gone. */
final class RetentionBench {

    private static final int MESSAGES = 20;
    private static final int ROUNDS = 5;
    private static final int ENDING = 20_000;
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);
    private static final String MESSAGE =
            "{\"text\":\"" + "Le texte d’un message de longueur ordinaire. ".repeat(14) + "\"}";

    private final IrisForTests iris;
    private final RedisForTests redis;
    private final ExpiringStore store;
    private final Ids ids = new Ids();

    private RetentionBench(IrisForTests iris, RedisForTests redis) {
        this.iris = iris;
        this.redis = redis;
        this.store = iris.bean(ExpiringStore.class);
    }

    /** Argument: how many conversations; 100 000 if none is given. */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int conversations = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        ScriptedModel model = new ScriptedModel();
        try (RedisForTests redis = RedisForTests.start();
                IrisForTests iris = IrisForTests.start(model, redis, "iris.purge.every=30d")) {
            RetentionBench bench = new RetentionBench(iris, redis);
            bench.fill(conversations);
            bench.prove(new Person(iris, model, "agent"), new Person(iris, model, "elue"));
            bench.end();
        }
        System.exit(0);
    }

    private void fill(int conversations) throws InterruptedException, ExecutionException {
        long before = memory();
        Instant end = Instant.now().plus(Duration.ofHours(20));
        inParallel(conversations, () -> conversation(end));
        long each = (memory() - before) / conversations;
        System.out.printf(
                "%d conversations of %d messages: %d bytes of Redis each, of which %d are text%n",
                conversations, MESSAGES, each, (long) MESSAGES * MESSAGE.length());
    }

    private void prove(Person alone, Person beside) throws InterruptedException {
        PurgeProofs proofs = iris.bean(PurgeProofs.class);
        List<Duration> took = new ArrayList<>();
        write(alone, 20);
        write(beside, 20);
        alone.forget();
        beside.forget();
        for (int round = 0; round < ROUNDS; round++) {
            write(alone, 10);
            AtomicBoolean walks = new AtomicBoolean(true);
            Thread walker = new Thread(() -> {
                while (walks.get()) {
                    proofs.renew().map(PurgeProof::took).ifPresent(took::add);
                }
            });
            walker.start();
            write(beside, 10);
            walks.set(false);
            walker.join();
        }
        System.out.printf(
                "purge proof over %d keys, beside somebody who writes: %.1f s%n",
                redis.size(), took.get(0).toMillis() / 1000.0);
        System.out.printf(
                "a message until its answer is announced, p99: %.1f ms alone, %.1f ms beside walk after walk (p50 %.1f, %.1f)%n",
                alone.sends().percentile(0.99),
                beside.sends().percentile(0.99),
                alone.sends().percentile(0.5),
                beside.sends().percentile(0.5));
    }

    private static void write(Person person, int conversations) {
        for (int i = 0; i < conversations; i++) {
            person.writesAConversation();
        }
    }

    /** Redis shows nobody what has ended; this is when it is out of its memory too, which Redis tells whoever asked to be told. */
    private void end() throws InterruptedException {
        Map<String, Long> ends = new ConcurrentHashMap<>();
        Queue<Long> lags = new ConcurrentLinkedQueue<>();
        CountDownLatch gone = new CountDownLatch(ENDING);
        RedisConnection listening = tellWhatExpires((message, pattern) -> {
            Long end = ends.get(new String(message.getBody(), StandardCharsets.UTF_8));
            if (end != null) {
                lags.add(TimeUnit.MILLISECONDS.toNanos(Math.max(System.currentTimeMillis() - end, 0)));
                gone.countDown();
            }
        });
        long begin = System.currentTimeMillis() + 20_000;
        for (int i = 0; i < ENDING; i++) {
            long at = begin + ENDS_WITHIN.toMillis() * i / ENDING;
            Key key = Key.of("ending", ids.next());
            ends.put(key.name(), at);
            store.writeBundle(key, Revision.unstored(), Map.of("header", MESSAGE), List.of(), Instant.ofEpochMilli(at));
        }
        boolean all = gone.await(10, TimeUnit.MINUTES);
        listening.close();
        Figures figures = new Figures(List.copyOf(lags));
        System.out.printf(
                "from the end to being out of memory, of %d within %d s%s: p50 %.0f ms, p99 %.0f ms, last %.0f ms%n",
                lags.size(),
                ENDS_WITHIN.toSeconds(),
                all ? "" : " (not all)",
                figures.percentile(0.5),
                figures.percentile(0.99),
                figures.percentile(1));
    }

    private RedisConnection tellWhatExpires(MessageListener listener) {
        RedisConnection connection = iris.bean(RedisConnectionFactory.class).getConnection();
        connection.serverCommands().setConfig("notify-keyspace-events", "Ex");
        connection.subscribe(listener, "__keyevent@0__:expired".getBytes(StandardCharsets.UTF_8));
        return connection;
    }

    private long memory() {
        Properties told = iris.bean(StringRedisTemplate.class).execute((RedisCallback<Properties>)
                connection -> Objects.requireNonNull(connection.serverCommands().info("memory")));
        return Long.parseLong(Objects.requireNonNull(told).getProperty("used_memory"));
    }

    private void conversation(Instant end) {
        Map<String, String> fields = new HashMap<>();
        fields.put("header", MESSAGE.substring(0, 200));
        for (int i = 1; i <= MESSAGES; i++) {
            fields.put("message:" + i, MESSAGE);
        }
        Key key = Key.of("conversation", ids.next()).ownedBy("bench");
        store.writeBundle(key, Revision.unstored(), fields, List.of(), end);
    }

    private static void inParallel(int times, Runnable work) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> shares = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int share = times / 4 + (thread < times % 4 ? 1 : 0);
            shares.add(threads.submit(() -> {
                for (int i = 0; i < share; i++) {
                    work.run();
                }
            }));
        }
        for (Future<?> share : shares) {
            share.get();
        }
        threads.shutdown();
    }
}
