package fr.isere.iris.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings entries into the files, on a thread of its own: a disk that is slow or full makes this thread wait and no request. While it
 * waits, entries do so too, up to a number; those past it are lost, counted, and the trail says how many once it can.
 */
@Component
class TrailThread implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TrailThread.class);

    private static final int ROOM = 10_000;
    private static final int BATCH = 500;
    private static final long WAIT_MS = 200;
    private static final long RETRY_MS = 1000;
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    private final TrailWriter writer;
    private final TrailReader reader;
    private final Clock clock;
    private final Counter lostEver;
    private final AtomicLong lostUntold = new AtomicLong();
    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(ROOM);
    private final Deque<Entry> pending = new ArrayDeque<>();
    private final Repetitions repetitions = new Repetitions();
    private final Map<String, Map<String, String>> states = new HashMap<>();

    private volatile boolean failing;
    private volatile @Nullable Run run;

    TrailThread(TrailWriter writer, TrailReader reader, Clock clock, MeterRegistry meters) {
        this.writer = writer;
        this.reader = reader;
        this.clock = clock;
        this.lostEver = Counter.builder("iris.audit.lost")
                .description("Entries that found no place in the audit trail")
                .register(meters);
    }

    /** An entry, and whether it is one only if it tells something new. */
    private record Arrival(Entry entry, boolean isState) {}

    /** From a start to a stop. */
    private record Run(Thread thread, CountDownLatch ends) {}

    /** Takes an entry; never waits. */
    void add(Entry entry, boolean isState) {
        if (!arrivals.offer(new Arrival(entry, isState))) {
            lose();
        }
    }

    /** Counts an entry that could not be taken. */
    void lose() {
        lostEver.increment();
        lostUntold.incrementAndGet();
    }

    /** Whether the last attempt to write failed. */
    boolean isFailing() {
        return failing;
    }

    /** Entries lost since the start. */
    long lost() {
        return (long) lostEver.count();
    }

    @Override
    public void start() {
        CountDownLatch ends = new CountDownLatch(1);
        Thread thread = new Thread(() -> work(ends), "audit");
        thread.setDaemon(true);
        run = new Run(thread, ends);
        thread.start();
    }

    /** Of the last to stop: the last requests are told too. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        Run running = run;
        if (running != null) {
            running.ends().countDown();
            try {
                running.thread().join(PATIENCE_AT_STOP.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        run = null;
    }

    @Override
    public boolean isRunning() {
        return run != null;
    }

    private void work(CountDownLatch ends) {
        try {
            while (ends.getCount() > 0) {
                gather(WAIT_MS);
                if (!write()) {
                    ends.await(RETRY_MS, TimeUnit.MILLISECONDS);
                }
            }
            while (!arrivals.isEmpty() && !failing) {
                gather(0);
                write();
            }
            pending.addAll(repetitions.all(clock.instant()));
            pending.add(Entry.ofTrail(clock.instant(), TrailEvents.CLOSED, Map.of()));
            write();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void gather(long waitMs) throws InterruptedException {
        if (pending.size() >= BATCH) {
            return; // they could not be written: let the others wait where they are counted
        }
        Arrival first = arrivals.poll(waitMs, TimeUnit.MILLISECONDS);
        if (first != null) {
            List<Arrival> together = new ArrayList<>(List.of(first));
            arrivals.drainTo(together, BATCH - 1);
            together.forEach(this::accept);
        }
        Instant now = clock.instant();
        pending.addAll(repetitions.due(now));
        long lost = failing ? 0 : lostUntold.getAndSet(0);
        if (lost > 0) {
            pending.add(Entry.ofTrail(now, TrailEvents.LOST, Map.of(TrailEvents.COUNT, Long.toString(lost))));
        }
    }

    private void accept(Arrival arrival) {
        Entry entry = arrival.entry();
        if (arrival.isState() ? isNews(entry) : repetitions.isTold(entry)) {
            pending.add(entry);
        }
    }

    private boolean isNews(Entry state) {
        Map<String, String> former = states.containsKey(state.what())
                ? states.get(state.what())
                : reader.lastDetailsOf(state.what()).orElse(null);
        states.put(state.what(), state.details());
        return !state.details().equals(former);
    }

    private boolean write() {
        try {
            writer.append(pending);
            if (failing) {
                log.info("The audit trail is written again");
            }
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                log.warn(
                        "The audit trail cannot be written to {}: {}. Requests go on, entries wait",
                        TrailFolder.PROPERTY,
                        e.toString());
            }
            failing = true;
        } catch (RuntimeException e) {
            log.error("Entries of the audit trail are lost: {}", e.getClass().getName());
            pending.forEach(entry -> lose());
            pending.clear();
        }
        return !failing;
    }
}
