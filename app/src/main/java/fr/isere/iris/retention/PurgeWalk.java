package fr.isere.iris.retention;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One walk over all keys of all nodes with SCAN, some hundred at a time with a pause between, so that nobody waits for it. It looks
 * at names and ends, never at what is sealed; and it brings forward what ends later than the policy of today allows anybody.
 */
final class PurgeWalk {

    private static final Pattern NAME = Pattern.compile("iris:((?:erased:)?[a-z-]+):\\{.*}");
    private static final Pattern MILLIS = Pattern.compile("\\d{1,15}");
    private static final String CONVERSATION = "conversation";

    /** What lives as conversations do, from its own beginning at the latest. */
    private static final Set<String> BUNDLES =
            Set.of(CONVERSATION, "document", "documents", "summary-parts", "vectors", "feedback-votes");

    private static final byte[] BEGAN = Shelf.BEGAN.getBytes(StandardCharsets.US_ASCII);
    private static final ScanArgs PAGE = ScanArgs.Builder.limit(200);

    /** Between reckoning an end and looking at it. */
    private static final Duration LEEWAY = Duration.ofSeconds(1);

    private static final long NO_END = -1;
    private static final long GONE = -2;

    private final RedisClusterAsyncCommands<byte[], byte[]> redis;
    private final Life longest;
    private final Clock clock;

    private final Map<String, Long> keys = new TreeMap<>();
    private long withoutEnd;
    private long foreign;
    private long shortened;
    private @Nullable Instant oldest;
    private @Nullable Instant nextEnd;

    /**
     * A walk to come.
     *
     * @param redis of one node or of a cluster: Lettuce then walks over all its masters
     * @param longest the life that no conversation may exceed, whoever it is of
     */
    PurgeWalk(RedisClusterAsyncCommands<byte[], byte[]> redis, Life longest, Clock clock) {
        this.redis = redis;
        this.longest = longest;
        this.clock = clock;
    }

    /** Walks, with this pause between two pages. */
    PurgeProof walk(Duration pause, PurgeProof.Ring ring, PurgeProof.Time time) throws InterruptedException {
        Instant begin = clock.instant();
        KeyScanCursor<byte[]> page = Replies.await(redis.scan(PAGE));
        look(page.getKeys());
        while (!page.isFinished()) {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            page = Replies.await(redis.scan(page, PAGE));
            look(page.getKeys());
        }
        Instant end = clock.instant();
        Duration took = Duration.between(begin, end);
        return new PurgeProof(end, took, keys, withoutEnd, foreign, shortened, oldest, nextEnd, ring, time);
    }

    /** Asks of each key of a page its end, and of each bundle when it began: all at once. */
    private void look(List<byte[]> names) throws InterruptedException {
        List<String> kinds = names.stream().map(PurgeWalk::kind).toList();
        List<RedisFuture<Long>> ends = names.stream().map(redis::pttl).toList();
        Map<Integer, Future<byte[]>> begins = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (BUNDLES.contains(kinds.get(i))) {
                begins.put(i, began(names.get(i)));
            }
        }
        for (int i = 0; i < names.size(); i++) {
            long left = Replies.await(ends.get(i));
            if (left == GONE) {
                continue;
            }
            count(kinds.get(i), left);
            Future<byte[]> begin = begins.get(i);
            if (begin != null) {
                bundle(names.get(i), kinds.get(i), left, Replies.await(begin));
            }
        }
    }

    /** When a conversation began, in ms; empty for something that only has the name of one. */
    private Future<byte[]> began(byte[] name) {
        return redis.hget(name, BEGAN).toCompletableFuture().exceptionally(failure -> {
            if (failure instanceof RedisCommandExecutionException) {
                return new byte[0];
            }
            throw new CompletionException(failure);
        });
    }

    private void count(String kind, long left) {
        if (kind.isEmpty()) {
            foreign++;
            return;
        }
        keys.merge(kind, 1L, Long::sum);
        if (left == NO_END) {
            withoutEnd++;
        } else {
            Instant end = clock.instant().plusMillis(left);
            nextEnd = nextEnd == null ? end : Life.earlier(nextEnd, end);
        }
    }

    private void bundle(byte[] name, String kind, long left, byte @Nullable [] began) throws InterruptedException {
        if (began == null) {
            return; // it ended between the two questions
        }
        String millis = new String(began, StandardCharsets.US_ASCII);
        if (!MILLIS.matcher(millis).matches()) {
            foreign++;
            return;
        }
        Instant begin = Instant.ofEpochMilli(Long.parseLong(millis));
        if (kind.equals(CONVERSATION)) {
            oldest = oldest == null ? begin : Life.earlier(oldest, begin);
        }
        Instant now = clock.instant();
        Instant latest = longest.end(begin, now);
        if (left == NO_END || now.plusMillis(left).isAfter(latest.plus(LEEWAY))) {
            Replies.await(redis.pexpireat(name, latest.toEpochMilli()));
            shortened += kind.equals(CONVERSATION) ? 1 : 0;
        }
    }

    /** Empty for what is not IRIS's. */
    private static String kind(byte[] name) {
        Matcher matcher = NAME.matcher(new String(name, StandardCharsets.UTF_8));
        return matcher.matches() ? matcher.group(1) : "";
    }
}
