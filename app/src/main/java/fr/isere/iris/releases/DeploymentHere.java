package fr.isere.iris.releases;

import fr.isere.iris.models.Deployed;
import fr.isere.iris.retention.Signals;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * What this instance knows of the book of releases: the last that it read, renewed at each signal and every second. An answer asks this, and
 * never Redis: what Redis does not tell stays as it was.
 */
@Component
class DeploymentHere implements Deployed {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentHere.class);
    private static final long LOOK_MS = 1000;
    private static final Duration RENEWED = Duration.ofDays(7);

    private final BookStore store;
    private final Clock clock;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("releases-look-"));
    private final Signals.Subscription signal;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private volatile BookStore.@Nullable Page seen;
    private volatile Deployment deployment = new Deployment(null, null);

    /** How many pages were taken in. */
    private volatile long replaced;

    private Instant renewed;

    DeploymentHere(BookStore store, Signals signals, Clock clock) {
        this.store = store;
        this.clock = clock;
        renewed = clock.instant();
        signal = signals.listen(BookStore.TOPIC, BookStore.ALL, this::lookSoon);
        look();
        var unused = looking.scheduleWithFixedDelay(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public Deployment now() {
        return deployment;
    }

    /** The book as last seen; empty before the first was written. */
    Book book() {
        BookStore.Page page = seen;
        return page == null ? Book.EMPTY : page.book();
    }

    /** The number of the write that made {@link #book}. */
    long revision() {
        BookStore.Page page = seen;
        return page == null ? 0 : page.number();
    }

    /** Calls this from a thread that must not be held at each signal, and whenever the book is another. */
    Signals.Subscription whenTold(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /**
     * Takes in what this instance itself wrote, so that its next conversation goes by it. Where nobody ever wrote is nothing to remember: an
     * emptied Redis would be given that in place of the book it lost.
     */
    BookStore.Page take(BookStore.Page page) {
        if (!page.isNone()) {
            replace(page);
        }
        return page;
    }

    private void lookSoon() {
        if (!looking.isShutdown()) {
            looking.execute(() -> {
                look();
                watchers.forEach(Runnable::run);
            });
        }
    }

    private void look() {
        try {
            BookStore.Page before = seen;
            long count = replaced;
            store.read().ifPresentOrElse(page -> see(count, page), () -> restore(before));
            if (clock.instant().isAfter(renewed.plus(RENEWED))) {
                renewed = clock.instant();
                store.renew();
            }
        } catch (DataAccessException | IllegalStateException e) {
            LOG.debug("Redis is away, or this instance stops: what was deployed stays so");
        } catch (RuntimeException e) {
            LOG.warn("The book of releases could not be read: {}", e.getClass().getName());
        }
    }

    /** A Redis that lost everything is told what this instance remembers. */
    private void restore(BookStore.@Nullable Page before) {
        if (before != null) {
            store.restore(before.book());
            store.read().ifPresent(this::replace);
        }
    }

    /** Unless this instance wrote another meanwhile. The number may be a lower one: of a book that was restored. */
    private synchronized void see(long count, BookStore.Page page) {
        BookStore.Page before = seen;
        if (replaced == count && (before == null || page.number() != before.number())) {
            replace(page);
        }
    }

    private synchronized void replace(BookStore.Page page) {
        seen = page;
        replaced++;
        deployment = deployment(page.book());
        watchers.forEach(Runnable::run);
    }

    private static Deployment deployment(Book book) {
        Book.Canary share = book.canary();
        Canary canary = share == null
                ? null
                : book.find(share.release())
                        .map(release -> new Canary(release.model(), share.shares()))
                        .orElse(null);
        return new Deployment(book.find(book.active()).map(Release::model).orElse(null), canary);
    }

    @PreDestroy
    void stop() {
        signal.close();
        looking.shutdownNow();
    }
}
