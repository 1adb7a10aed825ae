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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Redis full of conversations: their memory, the purge proof and what it costs those who work, and how soon what ends is gone. */
final class RetentionBench {

    private static final int MESSAGES = 20;
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
            bench.prove(new Person(iris, model, "agent"));
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

    private void prove(Person person) throws InterruptedException, ExecutionException {
        PurgeProofs proofs = iris.bean(PurgeProofs.class);
        write(person, 20);
        Figures alone = write(person, 40);
        ExecutorService walker = Executors.newSingleThreadExecutor();
        List<Duration> walks = new ArrayList<>();
        Future<?> walking = walker.submit(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                proofs.renew().map(PurgeProof::took).ifPresent(walks::add);
            }
        });
        Figures beside = write(person, 40);
        walker.shutdownNow();
        walker.awaitTermination(1, TimeUnit.MINUTES);
        System.out.printf(
                "purge proof: %s over %d keys, in %d walks; done: %s%n",
                walks.get(0), redis.size(), walks.size(), walking.isDone());
        System.out.printf(
                "a message until its answer is announced, p99: %.1f ms alone, %.1f ms beside the walk (p50 %.1f, %.1f)%n",
                alone.percentile(0.99), beside.percentile(0.99), alone.percentile(0.5), beside.percentile(0.5));
    }

    private static Figures write(Person person, int conversations) {
        person.forget();
        for (int i = 0; i < conversations; i++) {
            person.writesAConversation();
        }
        return person.sends();
    }

    /** Redis shows nobody what has ended; this is when it is out of its memory too. */
    private void end() throws InterruptedException, ExecutionException {
        long standing = redis.size();
        long begin = System.currentTimeMillis() + 10_000;
        List<Long> ends = new ArrayList<>();
        for (int i = 0; i < ENDING; i++) {
            ends.add(begin + ENDS_WITHIN.toMillis() * i / ENDING);
        }
        ends.forEach(at -> store.writeBundle(
                Key.of("ending", ids.next()),
                Revision.unstored(),
                Map.of("header", MESSAGE),
                List.of(),
                Instant.ofEpochMilli(at)));
        List<Long> lags = new ArrayList<>();
        int gone = 0;
        while (gone < ENDING) {
            TimeUnit.MILLISECONDS.sleep(5);
            long now = System.currentTimeMillis();
            int goneNow = (int) (standing + ENDING - redis.size());
            for (; gone < Math.min(goneNow, ENDING); gone++) {
                lags.add(TimeUnit.MILLISECONDS.toNanos(Math.max(now - ends.get(gone), 0)));
            }
        }
        Figures figures = new Figures(lags);
        System.out.printf(
                "from the end to being out of memory: p50 %.0f ms, p99 %.0f ms%n",
                figures.percentile(0.5), figures.percentile(0.99));
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
