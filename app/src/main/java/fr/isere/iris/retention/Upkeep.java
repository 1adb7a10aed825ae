package fr.isere.iris.retention;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** What retention does by itself: has removed what ends, asks Redis the time, looks whose content it holds, and destroys the keys whose hour has passed. */
@Component
class Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration SWEEP = Duration.ofMillis(200);
    private static final Duration LISTEN = Duration.ofSeconds(30);
    private static final Duration PROVE = Duration.ofMinutes(1);
    private static final Duration ROTATE = Duration.ofMinutes(5);

    private final RedisTime time;
    private final StoreClock clock;
    private final KeyRing ring;
    private final RingMarker marker;
    private final RingJournal journal;
    private final PurgeProofs proofs;
    private final Ends ends;
    private final TaskScheduler scheduler;
    private List<ScheduledFuture<?>> work = List.of();
    private String lastTrouble = "";

    Upkeep(
            RedisTime time,
            StoreClock clock,
            KeyRing ring,
            RingMarker marker,
            RingJournal journal,
            PurgeProofs proofs,
            Ends ends,
            @Qualifier("retentionScheduler") TaskScheduler scheduler) {
        this.time = time;
        this.clock = clock;
        this.ring = ring;
        this.marker = marker;
        this.journal = journal;
        this.proofs = proofs;
        this.ends = ends;
        this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        work = List.of(
                scheduler.scheduleWithFixedDelay(this::sweep, SWEEP),
                scheduler.scheduleWithFixedDelay(this::listen, LISTEN),
                scheduler.scheduleWithFixedDelay(this::rotate, ROTATE),
                scheduler.scheduleWithFixedDelay(proofs::renewIfDue, PROVE));
    }

    @PreDestroy
    void end() {
        work.forEach(one -> one.cancel(false));
    }

    private void sweep() {
        try {
            ends.sweep();
        } catch (DataAccessException e) {
            LOG.debug("Redis is away or full: what is due is looked at again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hears the time of Redis, and looks at its marker. */
    void listen() {
        try {
            time.hear(clock);
            marker.check(ring);
            journal.refresh();
        } catch (DataAccessException e) {
            LOG.debug("Redis is away: its time and its marker are asked again later");
        } catch (IOException e) {
            trouble("iris.keys.path: the journal beside the key ring cannot be read: " + e.getMessage());
        } catch (RingUnusable e) {
            trouble(e.line());
        }
    }

    /** Destroys the keys whose hour has passed, if it is sure what time it is. */
    void rotate() {
        if (!clock.isSure()) {
            trouble("No key is destroyed: the clocks of this machine and of Redis are %s apart, or one has jumped"
                    .formatted(clock.machineAhead().abs()));
            return;
        }
        Instant now = clock.instant();
        try {
            List<Integer> destroyed = ring.rotate(now);
            journal.addDestroyed(destroyed, now);
            journal.compact(now);
            lastTrouble = "";
        } catch (RingUnusable e) {
            trouble(e.line());
        } catch (IOException e) {
            trouble("iris.keys.path: the journal beside the key ring cannot be written: " + e.getMessage());
        }
    }

    /** Says it once, not each time. */
    private void trouble(String line) {
        if (!line.equals(lastTrouble)) {
            LOG.warn("{}", line);
            lastTrouble = line;
        }
    }
}
