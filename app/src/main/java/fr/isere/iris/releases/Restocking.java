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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Gives a release that answers, or may, again to the backends that have no longer what was imported, or never had it. They must end up with
 * the very digest that was evaluated: anything else is refused before it has the release's name. A backend that has it is not touched.
 */
@Component
class Restocking {

    private static final Logger LOG = LoggerFactory.getLogger(Restocking.class);

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
     * Does it: one backend after the other, and those that can have it even where another cannot; none, while another release goes by
     * the same tag and a backend does not say what it holds.
     *
     * @throws Failed with why not, of the first that could not
     */
    void run(Release release, From from, Work work) {
        try {
            giveAgain(release, from, work);
        } catch (StoreFailed failed) {
            throw Importing.translated(failed);
        } finally {
            importing.forgetIfPutAway(release);
        }
    }

    private void giveAgain(Release release, From from, Work work) {
        List<String> backends = models.backends();
        if (backends.isEmpty()) {
            throw new Failed("import-no-store");
        }
        Wanted wanted = new Wanted(release, from, Importing.ownName(release), pinned(backends, release));
        copyToOwnName(backends, wanted);
        goByOwnName(backends, wanted);
        List<String> lacking =
                backends.stream().filter(backend -> !holds(backend, wanted)).toList();
        Failed failed = bring(lacking, wanted, work);
        goByOwnName(backends, wanted);
        if (failed != null) {
            throw failed;
        }
        if (!work.isWanted()) {
            throw new Failed("release-cancelled");
        }
        end(wanted, work);
    }

    /**
     * Of a model of the setting that nobody looked at yet, what engines have of it is what it is. Anything will do only if none has it: not
     * if one does not say.
     */
    private Set<String> pinned(List<String> backends, Release release) {
        String known = release.binding().engine();
        if (known != null) {
            return Set.of(known.split("\\+", -1));
        }
        Engines.Found found = engines.find(release.model());
        Set<String> digests = new TreeSet<>();
        found.holding().values().forEach(stored -> digests.add(stored.digest()));
        for (String backend : backends) {
            if (digests.isEmpty() && !found.lacking().contains(backend)) {
                throw new Failed("import-unreachable", backend);
            }
        }
        return digests;
    }

    /** What stands under a name that a pull moves gets one of its own first, also where it was away when the others got theirs. */
    private void copyToOwnName(List<String> backends, Wanted wanted) {
        Set<String> names =
                new TreeSet<>(List.of(wanted.release.model().engineModel(), importing.pulled(wanted.release.source())));
        names.remove(wanted.own);
        for (String backend : backends) {
            for (String name : names) {
                if (!holds(backend, wanted) && holds(backend, name, wanted)) {
                    models.copy(backend, name, wanted.own);
                }
            }
        }
    }

    /** The release answers under its own name as soon as one backend has it there. */
    private void goByOwnName(List<String> backends, Wanted wanted) {
        if (backends.stream().anyMatch(backend -> holds(backend, wanted))) {
            here.take(store.change(book -> book.find(wanted.release.id())
                    .filter(one -> !one.model().engineModel().equals(wanted.own))
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
    private @Nullable Failed bring(List<String> lacking, Wanted wanted, Work work) {
        Failed first = null;
        Brought brought = lacking.isEmpty() ? null : importing.brought(wanted.release.model(), wanted.from, work);
        if (brought == null && !lacking.isEmpty()) {
            importing.keepWhatAnswers(wanted.release);
        }
        for (int i = 0; i < lacking.size() && work.isWanted(); i++) {
            try {
                bring(lacking.get(i), wanted, brought, importing.moving(work, i, lacking.size()));
            } catch (StoreFailed failed) {
                first = first == null ? Importing.translated(failed) : first;
            } catch (Failed failed) {
                first = first == null ? failed : first;
            }
        }
        return first;
    }

    /** Under a name of its own until it is seen to be what it must be; nothing stays under that. */
    private void bring(String backend, Wanted wanted, @Nullable Brought brought, Moving moving) {
        String source = wanted.release.source();
        String name = brought == null ? importing.pulled(source) : Importing.passingName(wanted.release);
        boolean stays = brought == null
                && !importing.isMirrored(source)
                && models.find(backend, name).isPresent();
        try {
            if (brought == null) {
                importing.pull(backend, source, moving);
            } else {
                importing.send(backend, brought, name, moving);
            }
            take(backend, name, wanted);
        } finally {
            if (!stays) {
                discard(backend, name);
            }
        }
    }

    private void take(String backend, String name, Wanted wanted) {
        Stored stored = models.find(backend, name).orElseThrow(() -> new Failed("import-misbehaving", backend));
        if (!wanted.digests.isEmpty() && !wanted.is(Optional.of(stored))) {
            throw new Failed("import-other", backend);
        }
        models.copy(backend, name, wanted.own);
    }

    /** It takes no room that anything else needs, or the next import finds it. */
    private void discard(String backend, String name) {
        try {
            models.delete(backend, name);
        } catch (StoreFailed away) {
            LOG.warn("{} still has {}, which nothing answers from: {}", backend, name, away.reason());
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
