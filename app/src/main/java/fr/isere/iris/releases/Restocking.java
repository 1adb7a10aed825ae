package fr.isere.iris.releases;

import fr.isere.iris.identity.Audited;
import fr.isere.iris.models.ModelStore;
import fr.isere.iris.models.ModelStore.Stored;
import fr.isere.iris.models.StoreFailed;
import fr.isere.iris.releases.Importing.From;
import fr.isere.iris.releases.Importing.Moving;
import fr.isere.iris.releases.Workshop.Failed;
import fr.isere.iris.releases.Workshop.Work;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Gives a release that answers, or may, again to the backends that have no longer what was imported, or never had it. They must end up with
 * the very digest that was evaluated: anything else is refused before it has the release's name. A backend that has it is not touched.
 */
@Component
class Restocking {

    private final ModelStore models;
    private final Engines engines;
    private final Importing importing;
    private final Bindings bindings;
    private final BookStore store;
    private final DeploymentHere here;
    private final ApplicationEventPublisher events;

    Restocking(
            ModelStore models,
            Engines engines,
            Importing importing,
            Bindings bindings,
            BookStore store,
            DeploymentHere here,
            ApplicationEventPublisher events) {
        this.models = models;
        this.engines = engines;
        this.importing = importing;
        this.bindings = bindings;
        this.store = store;
        this.here = here;
        this.events = events;
    }

    /**
     * What must be there.
     *
     * @param own the name of the release on the engines
     * @param digests one of these; any if nobody ever looked what the release is
     */
    private record Wanted(Release release, From from, String own, Set<String> digests) {

        private boolean is(Optional<Stored> stored) {
            return stored.filter(one -> digests.contains(one.digest())).isPresent();
        }
    }

    /**
     * Does it: one backend after the other, and those that can have it even where another cannot.
     *
     * @throws Failed with why not, of the first that could not
     */
    void run(Release release, From from, Work work) {
        List<String> backends = models.backends();
        if (backends.isEmpty()) {
            throw new Failed("import-no-store");
        }
        Wanted wanted = new Wanted(release, from, Importing.ownName(release), pinned(release));
        giveOwnName(backends, wanted);
        List<String> lacking =
                backends.stream().filter(backend -> !holds(backend, wanted)).toList();
        StoreFailed failed = bring(lacking, wanted, work);
        if (failed != null) {
            throw Importing.translated(failed);
        }
        if (!work.isWanted()) {
            throw new Failed("release-cancelled");
        }
        end(wanted, work);
    }

    /** Of a model of the setting that nobody looked at yet, what engines have of it is what it is. */
    private Set<String> pinned(Release release) {
        String known = release.binding().engine();
        String digests = known == null ? engines.digest(release.model()) : known;
        return digests == null ? Set.of() : Set.of(digests.split("\\+", -1));
    }

    /** A release under a name that a pull moves gets one of its own first, and answers under that. */
    private void giveOwnName(List<String> backends, Wanted wanted) {
        String name = wanted.release.model().engineModel();
        if (name.equals(wanted.own)) {
            return;
        }
        boolean isHeld = false;
        for (String backend : backends) {
            if (holds(backend, name, wanted)) {
                models.copy(backend, name, wanted.own);
                isHeld = true;
            }
        }
        if (isHeld) {
            here.take(store.change(book -> book.find(wanted.release.id())
                    .map(one -> book.renamed(one.id(), Models.renamed(one.model(), wanted.own)))
                    .orElse(book)));
        }
    }

    private boolean holds(String backend, Wanted wanted) {
        return holds(backend, wanted.own, wanted);
    }

    private boolean holds(String backend, String name, Wanted wanted) {
        try {
            return wanted.is(models.find(backend, name));
        } catch (StoreFailed away) {
            return false;
        }
    }

    /** The first failure; null if there was none. */
    private @Nullable StoreFailed bring(List<String> lacking, Wanted wanted, Work work) {
        StoreFailed first = null;
        Brought brought = lacking.isEmpty() ? null : importing.brought(wanted.release.model(), wanted.from, work);
        for (int i = 0; i < lacking.size(); i++) {
            try {
                bring(lacking.get(i), wanted, brought, importing.moving(work, i, lacking.size()));
            } catch (StoreFailed failed) {
                if (failed.reason() == StoreFailed.Reason.UNWANTED) {
                    throw Importing.translated(failed);
                }
                first = first == null ? failed : first;
            }
        }
        return first;
    }

    private void bring(String backend, Wanted wanted, @Nullable Brought brought, Moving moving) {
        if (brought == null) {
            String pulled = importing.pulled(wanted.release.source());
            boolean goes = importing.isMirrored(wanted.release.source())
                    || models.find(backend, pulled).isEmpty();
            importing.pull(backend, wanted.release.source(), moving);
            take(backend, pulled, wanted, goes);
        } else {
            String first = wanted.own + "-import";
            importing.send(backend, brought, first, moving);
            take(backend, first, wanted, true);
        }
    }

    /** Under the release's name only if it is what it must be. */
    private void take(String backend, String brought, Wanted wanted, boolean goes) {
        Stored stored = models.find(backend, brought).orElseThrow(() -> new Failed("import-misbehaving", backend));
        boolean is = wanted.digests.isEmpty() || wanted.is(Optional.of(stored));
        if (is) {
            models.copy(backend, brought, wanted.own);
        }
        if (goes) {
            models.delete(backend, brought);
        }
        if (!is) {
            throw new Failed("import-other", backend);
        }
    }

    private void end(Wanted wanted, Work work) {
        Release before = here.book().find(wanted.release.id()).orElse(wanted.release);
        Release.Binding binding = binding(wanted);
        BookStore.Page page =
                here.take(store.change(book -> book.broughtAgain(wanted.release.id(), work.id(), wanted.own, binding)));
        if (page.written()) {
            events.publishEvent(Importing.imported(wanted.release, wanted.from));
            if (before.drift() != null) {
                events.publishEvent(
                        ReleaseStep.of(Audited.IRIS, "drifted", before).with("reason", "back"));
            }
        }
    }

    private Release.Binding binding(Wanted wanted) {
        Release.Binding before = wanted.release.binding();
        if (before.engine() != null) {
            return before;
        }
        var model = Models.renamed(wanted.release.model(), wanted.own);
        var holding = engines.holding(model);
        Set<String> digests = new TreeSet<>();
        holding.values().forEach(stored -> digests.add(stored.digest()));
        long size = holding.values().stream().mapToLong(Stored::sizeBytes).max().orElse(0);
        return bindings.of(model, digests.isEmpty() ? null : String.join("+", digests), size);
    }
}
