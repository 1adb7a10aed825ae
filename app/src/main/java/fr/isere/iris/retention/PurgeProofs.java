package fr.isere.iris.retention;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the purge proof now and then, on one instance for all, and keeps the last one in Redis for each. */
@Component
public class PurgeProofs {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeProofs.class);
    private static final Key PROOF = Key.of("purge-proof", "last");
    private static final Key TURN = Key.of("purge-turn", "last");
    private static final Duration KEPT = Duration.ofDays(7);

    private final StringRedisTemplate redis;
    private final ExpiringStore store;
    private final Lifetimes lifetimes;
    private final PurgeSettings settings;
    private final KeyRing ring;
    private final RingJournal journal;
    private final StoreClock clock;
    private final JsonMapper json;
    private final AtomicBoolean walking = new AtomicBoolean();
    private final List<Consumer<PurgeProof>> watchers = new CopyOnWriteArrayList<>();
    private volatile @Nullable PurgeProof seen;

    PurgeProofs(
            StringRedisTemplate redis,
            ExpiringStore store,
            Lifetimes lifetimes,
            PurgeSettings settings,
            KeyRing ring,
            RingJournal journal,
            StoreClock clock,
            JsonMapper json) {
        this.redis = redis;
        this.store = store;
        this.lifetimes = lifetimes;
        this.settings = settings;
        this.ring = ring;
        this.journal = journal;
        this.clock = clock;
        this.json = json;
    }

    /** The last proof, by whichever instance; empty before the first. */
    public Optional<PurgeProof> last() {
        Optional<PurgeProof> last = store.get(PROOF).map(text -> StoredJson.read(json, text, PurgeProof.class));
        last.ifPresent(this::see);
        return last;
    }

    /** The last proof that this instance made or read, which it does every minute: Redis is not asked. */
    public Optional<PurgeProof> lastSeen() {
        return Optional.ofNullable(seen);
    }

    /** Has this told of each proof that is new to this instance. */
    public void whenSeen(Consumer<PurgeProof> watcher) {
        watchers.add(watcher);
        lastSeen().ifPresent(watcher);
    }

    /** The key ring as this instance has it now. */
    public PurgeProof.Ring ring() {
        RingJournal.Destroyed destroyed = journal.destroyed();
        return new PurgeProof.Ring(
                ring.alive().size(),
                destroyed.count(),
                destroyed.last(),
                ring.nextDestruction().orElse(null));
    }

    /** The clocks as this instance has them now. */
    public PurgeProof.Time time() {
        return new PurgeProof.Time(clock.isSure(), clock.machineAhead());
    }

    /** The longest that a conversation may live, whoever it is of. */
    public Duration longest() {
        return lifetimes.longestOfAll().max();
    }

    /**
     * Makes a proof now. Whoever asks while one is being made gets the last one.
     *
     * @return the newest; empty before the first
     */
    public Optional<PurgeProof> renew() {
        if (!walking.compareAndSet(false, true)) {
            return last();
        }
        try {
            PurgeProof proof = new PurgeWalk(Replies.of(redis), lifetimes.longestOfAll(), clock)
                    .walk(settings.pause(), ring(), time());
            see(proof);
            store.put(PROOF, json.writeValueAsString(proof), KEPT);
            report(proof);
            return Optional.of(proof);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return last();
        } finally {
            walking.set(false);
        }
    }

    /** Makes a proof if it is time and no other instance does; else sees that of the others. */
    void renewIfDue() {
        try {
            if (Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(TURN.name(), "", settings.every()))) {
                renew();
            } else {
                last();
            }
        } catch (DataAccessException e) {
            LOG.debug("Redis is away: the purge is checked later");
        }
    }

    private void see(PurgeProof proof) {
        PurgeProof before = seen;
        if (before == null || before.at().isBefore(proof.at())) {
            seen = proof;
            watchers.forEach(watcher -> watcher.accept(proof));
        }
    }

    private void report(PurgeProof proof) {
        if (proof.withoutEnd() > 0) {
            LOG.error("{} keys of IRIS in Redis have no end: see the purge proof", proof.withoutEnd());
        }
        if (proof.shortened() > 0) {
            LOG.info("{} conversations ended later than iris.retention allows, and end sooner now", proof.shortened());
        }
    }
}
