package fr.isere.iris.releases;

import fr.isere.iris.identity.Audited;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.releases.Progress.At;
import fr.isere.iris.releases.Release.Trouble;
import fr.isere.iris.retention.Ids;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Imports and evaluations that this instance does, each on a thread of its own with a sign of life. When the instance dies, the sign ends,
 * and any other takes the release a step back and says so.
 */
@Component
class Workshop {

    private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);

    private final BookStore store;
    private final DeploymentHere here;
    private final Progress progress;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Map<String, Work> own = new ConcurrentHashMap<>();

    /** By work of others that gives no sign of life: since when, in ns. Of the thread of beats. */
    private final Map<String, Long> silent = new HashMap<>();

    private final ExecutorService threads = Executors.newCachedThreadPool(new CustomizableThreadFactory("releases-"));
    private final ScheduledExecutorService beat =
            Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("releases-beat-"));

    Workshop(
            BookStore store,
            DeploymentHere here,
            Progress progress,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.here = here;
        this.progress = progress;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        var unused = beat.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
    }

    /** What is done; ends by returning, or throws {@link Failed}. */
    interface Task {
        void run(Work work);
    }

    /** It could not be done. */
    static final class Failed extends RuntimeException {

        private final String code;
        private final transient List<String> arguments;

        /** @param code a name in {@code problems.properties} */
        Failed(String code, String... arguments) {
            super(code, null, false, false);
            this.code = code;
            this.arguments = List.of(arguments);
        }

        String code() {
            return code;
        }

        List<String> arguments() {
            return arguments;
        }
    }

    /** Something under way. */
    static final class Work {

        private final String release;
        private final String id;
        private volatile At at;
        private volatile boolean unwanted;

        Work(String release, String id, At at) {
            this.release = release;
            this.id = id;
            this.at = at;
        }

        String id() {
            return id;
        }

        /** Tells how far it is; goes to the others within a second. */
        void at(String phase, long done, long total, String unit) {
            at = new At(phase, done, total, unit);
        }

        /** Whether nobody broke it off: the book still names it. */
        boolean isWanted() {
            return !unwanted;
        }

        /** Nobody wants it any more. */
        void breakOff() {
            unwanted = true;
        }
    }

    /** The id of a work to come, with its first sign of life: before the book names it, or another instance would take it for dead. */
    String announce(At first) {
        String id = ids.next();
        progress.tell(id, first);
        return id;
    }

    /** Begins what was announced, and what the book names. */
    void begin(Release release, At first, Task task) {
        Work work = new Work(release.id(), String.valueOf(release.work()), first);
        own.put(work.id, work);
        threads.execute(() -> run(work, task));
    }

    private void run(Work work, Task task) {
        try {
            task.run(work);
        } catch (Failed failed) {
            fail(work, failed.code, failed.arguments);
        } catch (ProblemException problem) {
            fail(work, problem.name(), List.of());
        } catch (RuntimeException unforeseen) {
            LOG.warn("Work on a release broke off: {}", unforeseen.getClass().getName());
            fail(work, "release-broken-off", List.of());
        } finally {
            own.remove(work.id);
            store.tell();
        }
    }

    private void fail(Work work, String code, List<String> arguments) {
        try {
            failed(work.release, work.id, new Trouble(code, arguments, clock.instant()));
        } catch (RuntimeException e) {
            LOG.warn(
                    "That work on a release failed is told later: {}",
                    e.getClass().getName());
        }
    }

    /** Tells it, unless somebody broke it off, or another instance was quicker. */
    private void failed(String id, String work, Trouble trouble) {
        BookStore.Page page = here.take(store.change(book -> book.failed(id, work, trouble)));
        if (page.written()) {
            events.publishEvent(
                    ReleaseStep.of(Audited.IRIS, "failed", page.book().get(id)).with("reason", trouble.code()));
        }
    }

    private void beat() {
        try {
            Book book = here.book();
            own.values().forEach(work -> {
                boolean named = book.find(work.release)
                        .filter(release -> work.id.equals(release.work()))
                        .isPresent();
                work.unwanted = !named;
                progress.tell(work.id, work.at);
            });
            if (!own.isEmpty()) {
                store.tell();
            }
            silent.keySet()
                    .retainAll(book.releases().stream()
                            .map(release -> String.valueOf(release.work()))
                            .toList());
            book.releases().stream().filter(this::isAbandoned).forEach(this::takeBack);
        } catch (DataAccessException e) {
            LOG.debug("Redis is away: works go on");
            silent.clear();
        } catch (RuntimeException e) {
            LOG.warn("Workshop could not be looked at: {}", e.getClass().getName());
        }
    }

    /**
     * Whether nobody works on it any more. A Redis that comes back may have lost the last sign of life, or let it end meanwhile: whoever gave
     * it has time to find Redis again, and to give the next.
     */
    private boolean isAbandoned(Release release) {
        String work = release.work();
        if (work == null || own.containsKey(work)) {
            return false;
        }
        if (progress.of(work).isPresent()) {
            silent.remove(work);
            return false;
        }
        long now = System.nanoTime();
        return now - silent.computeIfAbsent(work, unheard -> now) >= Progress.LIFE.toNanos();
    }

    private void takeBack(Release release) {
        Trouble trouble = new Trouble("release-abandoned", List.of(), clock.instant());
        failed(release.id(), String.valueOf(release.work()), trouble);
    }

    @PreDestroy
    void stop() {
        own.values().forEach(Work::breakOff);
        beat.shutdownNow();
        threads.shutdownNow();
    }
}
