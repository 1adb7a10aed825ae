package fr.isere.iris.releases;

import fr.isere.iris.identity.Audited;
import fr.isere.iris.models.DescribedModels;
import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.models.ModelStore;
import fr.isere.iris.models.ModelStore.Blob;
import fr.isere.iris.models.ModelStore.Stored;
import fr.isere.iris.models.ModelStore.Transfer;
import fr.isere.iris.models.StoreFailed;
import fr.isere.iris.releases.Workshop.Failed;
import fr.isere.iris.releases.Workshop.Work;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Brings a release to every engine, under a name of its own: what a tag of a registry is moved to later is nothing to it, and what answers
 * meanwhile is not touched.
 */
@Component
class Importing {

    private static final Logger LOG = LoggerFactory.getLogger(Importing.class);
    private static final String OLLAMA = "ollama";

    private final ModelStore models;
    private final Engines engines;
    private final DescribedModels described;
    private final ImportFolder folder;
    private final ImportSettings settings;
    private final Bindings bindings;
    private final BookStore store;
    private final DeploymentHere here;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Importing(
            ModelStore models,
            Engines engines,
            DescribedModels described,
            ImportFolder folder,
            ImportSettings settings,
            Bindings bindings,
            BookStore store,
            DeploymentHere here,
            Clock clock,
            ApplicationEventPublisher events) {
        this.models = models;
        this.engines = engines;
        this.described = described;
        this.folder = folder;
        this.settings = settings;
        this.bindings = bindings;
        this.store = store;
        this.here = here;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Where from.
     *
     * @param file of the folder; null for the registry
     * @param sha256 what its digest must be; null if nobody says
     */
    record From(@Nullable String file, @Nullable String sha256) {}

    /**
     * Does it.
     *
     * @throws Failed with why not
     */
    void run(Release release, From from, Work work) {
        try {
            bring(release, from, work);
        } finally {
            forgetIfPutAway(release);
        }
    }

    private void bring(Release release, From from, Work work) {
        ModelDescription model = release.model();
        Release.Binding binding;
        if (model.engine().equals(OLLAMA)) {
            model = Models.renamed(model, ownName(release));
            binding = toEveryBackend(release, model, from, work);
        } else {
            binding = served(model);
        }
        ModelDescription bound = model;
        if (!work.isWanted()) {
            throw new Failed("release-cancelled");
        }
        BookStore.Page page = here.take(
                store.change(book -> book.imported(release.id(), work.id(), bound, binding, clock.instant())));
        if (page.written()) {
            events.publishEvent(imported(release, from));
        }
    }

    /** For the audit trail. */
    static ReleaseStep imported(Release release, From from) {
        return ReleaseStep.of(Audited.IRIS, "imported", release)
                .with("from", from.file() == null ? "registry" : "file");
    }

    /** Who breaks an import off and retires its release at once may be quicker than the import, which then leaves nothing behind. */
    void forgetIfPutAway(Release release) {
        try {
            store.read()
                    .flatMap(page -> page.book().find(release.id()))
                    .filter(after -> after.state() == State.RETIRED)
                    .ifPresent(engines::forgetOwn);
        } catch (DataAccessException e) {
            LOG.debug("Redis is away: how the import ended matters more than what it may have left");
        }
    }

    /** As engines list it: IRIS's, the model's, and the release's id for a tag. */
    static String ownName(Release release) {
        return "iris/" + release.model().id() + ":" + release.id();
    }

    /** What a backend is sent to be looked at before it takes the place of what answers. */
    static String passingName(Release release) {
        return ownName(release) + "-import";
    }

    private Release.Binding toEveryBackend(Release release, ModelDescription model, From from, Work work) {
        List<String> backends = models.backends();
        if (backends.isEmpty()) {
            throw new Failed("import-no-store");
        }
        try {
            Brought brought = brought(model, from, work);
            if (brought == null) {
                keepWhatAnswers(release);
            }
            TreeSet<String> digests = new TreeSet<>();
            long size = 0;
            for (int i = 0; i < backends.size(); i++) {
                Moving moving = new Moving(work, i, backends.size());
                Stored stored = to(backends.get(i), release, model.engineModel(), brought, moving);
                digests.add(stored.digest());
                size = Math.max(size, stored.sizeBytes());
            }
            return bindings.of(model, String.join("+", digests), size);
        } catch (StoreFailed failed) {
            throw translated(failed);
        }
    }

    /** The file, looked at and found good; null if it comes from a registry. */
    @Nullable
    Brought brought(ModelDescription model, From from, Work work) {
        if (from.file() == null) {
            return null;
        }
        Brought brought = folder.checked(from.file(), from.sha256(), model.licence(), work);
        folder.requireRoom(brought.bytes());
        return brought;
    }

    private Stored to(String backend, Release release, String own, @Nullable Brought brought, Moving moving) {
        if (brought == null) {
            pull(backend, release.source(), moving);
            models.copy(backend, pulled(release.source()), own);
            if (isMirrored(release.source())) {
                models.delete(backend, pulled(release.source()));
            }
        } else {
            send(backend, brought, own, moving);
        }
        return models.find(backend, own).orElseThrow(() -> new Failed("import-misbehaving", backend));
    }

    /** Sends a file to a backend, and makes a model of it there under this name. */
    void send(String backend, Brought brought, String name, Moving moving) {
        long sent = 0;
        for (Blob blob : brought.blobs()) {
            models.send(backend, blob, moving.part(sent, brought.bytes()));
            sent += blob.bytes();
        }
        models.create(backend, name, brought.recipe(), moving);
    }

    /** The name under which a pull leaves it on a backend. */
    String pulled(String source) {
        return settings.pulled(source);
    }

    /** Whether that name is nobody's else. */
    boolean isMirrored(String source) {
        return !pulled(source).equals(source);
    }

    /** Brings it from the registry under {@link #pulled}, after {@link #keepWhatAnswers}. */
    void pull(String backend, String source, Moving moving) {
        models.pull(backend, pulled(source), moving);
    }

    /**
     * A pull moves the tag, and gives it to backends that lacked it: before the first of them, whatever else answers under the tag, or may,
     * goes on under a name of its own.
     */
    void keepWhatAnswers(Release pulled) {
        String tag = pulled.source();
        if (isMirrored(tag)) {
            return;
        }
        here.book().releases().stream()
                .filter(other ->
                        !other.id().equals(pulled.id()) && other.state().isBrought() && other.isOnOllama())
                .filter(other -> other.model().engineModel().equals(tag))
                .forEach(this::keep);
    }

    /** On every backend that answers and has what was evaluated; what somebody else moved the tag to gets no name. */
    private void keep(Release other) {
        Set<String> having = engines.havingWhatIsPinned(other);
        having.forEach(backend -> models.copy(backend, other.model().engineModel(), ownName(other)));
        if (!having.isEmpty()) {
            ModelDescription renamed = Models.renamed(other.model(), ownName(other));
            here.take(store.change(book -> book.renamed(other.id(), renamed)));
        }
    }

    /** What is not Ollama cannot be given a model: its own operators did that, or not. */
    private Release.Binding served(ModelDescription model) {
        if (described.as(model).isEmpty()) {
            throw new Failed("import-no-store");
        }
        return bindings.of(model, null, null);
    }

    static Failed translated(StoreFailed failed) {
        String reason = failed.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Failed("import-" + reason, failed.backend());
    }

    /** What one of several backends is given. */
    Moving moving(Work work, int index, int count) {
        return new Moving(work, index, count);
    }

    /** One backend's part of the whole. */
    final class Moving implements Transfer {

        private final Work work;
        private final int index;
        private final int count;
        private boolean checked;

        Moving(Work work, int index, int count) {
            this.work = work;
            this.index = index;
            this.count = count;
        }

        /** Of one file of several: so much went before it, out of so much. */
        Transfer part(long before, long all) {
            Moving whole = this;
            return new Transfer() {
                @Override
                public void moved(Phase phase, long done, long total) {
                    whole.moved(phase, before + done, all);
                }

                @Override
                public boolean isWanted() {
                    return whole.isWanted();
                }
            };
        }

        @Override
        public void moved(Phase phase, long done, long total) {
            if (phase == Phase.PULLING && !checked && total > done) {
                checked = total > 1 << 20; // the weights come first, or soon
                folder.requireRoom(total - done);
            }
            work.at(phase.name().toLowerCase(Locale.ROOT), index * total + done, count * total, "bytes");
        }

        @Override
        public boolean isWanted() {
            return work.isWanted();
        }
    }
}
