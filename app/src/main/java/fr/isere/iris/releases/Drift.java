package fr.isere.iris.releases;

import fr.isere.iris.identity.Audited;
import fr.isere.iris.models.ModelStore.Stored;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Looks now and then whether the engines hold what was imported and evaluated, under the names by which releases answer or may; and whether
 * each of them has what answers: one that lacks it answers nobody, while the others carry its load.
 */
@Component
class Drift implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(Drift.class);
    private static final Set<State> LOOKED_AT = Set.of(State.READY, State.CANARY, State.ACTIVE);
    private static final Set<State> ANSWERING = Set.of(State.CANARY, State.ACTIVE);

    private final DeploymentHere here;
    private final BookStore store;
    private final Engines engines;
    private final Bindings bindings;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    /** By release that answers, as last seen: engines that answer and have nothing under its name. */
    private final Map<String, Set<String>> lacking = new ConcurrentHashMap<>();

    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("releases-drift-"));

    Drift(
            DeploymentHere here,
            BookStore store,
            Engines engines,
            Bindings bindings,
            ReleaseSettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.here = here;
        this.store = store;
        this.engines = engines;
        this.bindings = bindings;
        this.clock = clock;
        this.events = events;
        long pause = settings.drift().toMillis();
        var unused = looking.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("iris.release.drift", () -> drifted(here.book()))
                .description("releases that answer or may, and whose engines hold something else than was imported")
                .register(registry);
        Gauge.builder(
                        "iris.release.lacking",
                        () -> lacking.values().stream().mapToInt(Set::size).sum())
                .description("engines that lack a release which answers, counted once for each such release")
                .register(registry);
    }

    private static long drifted(Book book) {
        return book.releases().stream()
                .filter(release -> LOOKED_AT.contains(release.state()) && release.drift() != null)
                .count();
    }

    /** Looks once at all. */
    void look() {
        try {
            List<Release> releases = here.book().releases();
            lacking.keySet()
                    .retainAll(releases.stream()
                            .filter(Drift::answers)
                            .map(Release::id)
                            .toList());
            releases.stream()
                    .filter(release -> LOOKED_AT.contains(release.state()))
                    .forEach(this::look);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The engines could not be looked at for drift: {}",
                    e.getClass().getName());
        }
    }

    private void look(Release release) {
        Engines.Found found = engines.find(release.model());
        if (answers(release)) {
            lacks(release, found);
        }
        Map<String, Stored> holding = found.holding();
        if (holding.isEmpty()) {
            return; // away, or of a kind that tells nothing: that is told elsewhere
        }
        Set<String> digests = new TreeSet<>();
        holding.values().forEach(stored -> digests.add(stored.digest()));
        String pinned = release.binding().engine();
        if (pinned == null) {
            pin(release, digests, holding);
            return;
        }
        boolean is = !List.of(pinned.split("\\+", -1)).containsAll(digests);
        if (is != (release.drift() != null)) {
            BookStore.Page page =
                    here.take(store.change(book -> book.drifted(release.id(), is ? clock.instant() : null)));
            if (page.written()) { // otherwise another instance saw it first, and told it
                tell(release, is);
            }
        }
    }

    private static boolean answers(Release release) {
        return ANSWERING.contains(release.state());
    }

    /** An engine that lacked it, and does not answer now, lacks it until it says something else. */
    private void lacks(Release release, Engines.Found found) {
        Set<String> before = lacking.getOrDefault(release.id(), Set.of());
        Set<String> now = new TreeSet<>(before);
        now.removeAll(found.holding().keySet());
        now.addAll(found.lacking());
        lacking.put(release.id(), now);
        if (now.isEmpty() && !before.isEmpty()) {
            LOG.info("Release {}: no engine lacks it any more", release.id());
        } else if (!now.equals(before)) {
            LOG.warn("Release {} answers, and is lacking on these engines: {}", release.id(), now);
        }
    }

    private void tell(Release release, boolean is) {
        if (is) {
            LOG.error("Release {}: the engines no longer hold what was imported", release.id());
        } else {
            LOG.info("Release {}: the engines hold again what was imported", release.id());
        }
        events.publishEvent(ReleaseStep.of(Audited.IRIS, "drifted", release).with("reason", is ? "changed" : "back"));
    }

    /** The model of the setting was imported by nobody here: what it is when it is first looked at is what it must stay. */
    private void pin(Release release, Set<String> digests, Map<String, Stored> holding) {
        long size = holding.values().stream().mapToLong(Stored::sizeBytes).max().orElse(0);
        Release.Binding binding = bindings.of(release.model(), String.join("+", digests), size);
        here.take(store.change(book -> book.pinned(release.id(), binding)));
    }

    @PreDestroy
    void stop() {
        looking.shutdownNow();
    }
}
