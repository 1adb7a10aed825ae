package fr.isere.iris.releases;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.models.CatalogueListing;
import fr.isere.iris.models.CatalogueListing.Listed;
import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.releases.Progress.At;
import fr.isere.iris.retention.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The steps that an operator takes: each is one write for the revision that they saw, or a refusal; and an entry of the audit trail. */
@Component
class Steps {

    /** Id of the release that the setting makes. */
    static final String SETTING = "reglage";

    private final BookStore store;
    private final DeploymentHere here;
    private final CatalogueListing catalogue;
    private final Bindings bindings;
    private final Workshop works;
    private final Importing importing;
    private final Restocking restocking;
    private final Evaluating evaluating;
    private final Reports reports;
    private final Engines engines;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Instant begun;

    Steps(
            BookStore store,
            DeploymentHere here,
            CatalogueListing catalogue,
            Bindings bindings,
            Workshop works,
            Importing importing,
            Restocking restocking,
            Evaluating evaluating,
            Reports reports,
            Engines engines,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.here = here;
        this.catalogue = catalogue;
        this.bindings = bindings;
        this.works = works;
        this.importing = importing;
        this.restocking = restocking;
        this.evaluating = evaluating;
        this.reports = reports;
        this.engines = engines;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        begun = clock.instant();
    }

    /** A new release of a model of the catalogue, as it is described now. */
    Release propose(CurrentUser user, long seen, String modelId) {
        Listed listed = catalogue
                .find(modelId)
                .orElseThrow(() -> new ProblemException("release-model-unknown", HttpStatus.BAD_REQUEST));
        String id = shortId();
        BookStore.Page page = change(seen, book -> book.with(release(id, listed.model(), book)));
        return told(user, "proposed", page, id);
    }

    /** Tags of Ollama: letters and digits. */
    private String shortId() {
        return "r"
                + ids.next()
                        .replaceAll("[^A-Za-z0-9]", "")
                        .toLowerCase(Locale.ROOT)
                        .substring(0, 8);
    }

    private Release release(String id, ModelDescription model, Book book) {
        int others = book.countOf(model.id());
        boolean first = others == 0 && !answersBySetting(model, book);
        String name =
                first ? model.displayName() : model.displayName() + " (" + (others + 1 + unlisted(model, book)) + ")";
        Instant now = clock.instant();
        ModelDescription own = Models.called(model, name);
        return new Release(
                id,
                own,
                model.engineModel(),
                State.PROPOSED,
                bindings.of(own, null, null),
                now,
                now,
                null,
                null,
                null,
                null);
    }

    private boolean answersBySetting(ModelDescription model, Book book) {
        return book.active() == null && catalogue.bySetting().model().id().equals(model.id());
    }

    private int unlisted(ModelDescription model, Book book) {
        return answersBySetting(model, book) ? 1 : 0;
    }

    /** The import begins: of all of it, or of what engines lack of a release that answers or may. */
    Release importFrom(CurrentUser user, long seen, String id, Importing.From from) {
        At first = new At("waiting", 0, 0, "bytes");
        String work = works.announce(first);
        Optional<Release> before = here.book().find(id);
        BookStore.Page page = change(seen, book -> adopting(book).begin(id, Step.IMPORT, work, clock.instant()));
        Release release = told(user, "import-begun", page, id);
        boolean isNew = release.state() == State.IMPORTING;
        works.begin(release, first, done -> {
            if (isNew) {
                importing.run(release, from, done);
            } else {
                restocking.run(release, from, done);
            }
        });
        before.ifPresent(one -> reports.supersede(one, release));
        return release;
    }

    /** The evaluation begins. */
    Release evaluate(CurrentUser user, long seen, String id) {
        At first = new At("waiting", 0, 0, "cases");
        String work = works.announce(first);
        BookStore.Page page = change(seen, book -> adopting(book).begin(id, Step.EVALUATE, work, clock.instant()));
        Release release = told(user, "evaluation-begun", page, id);
        works.begin(release, first, done -> evaluating.run(release, done));
        return release;
    }

    /** A step back. */
    Release cancel(CurrentUser user, long seen, String id) {
        return step(user, "cancelled", seen, id, book -> book.cancelled(id, clock.instant()));
    }

    Release ready(CurrentUser user, long seen, String id) {
        return step(user, "ready", seen, id, book -> judged(book, id, book.ready(id, clock.instant())));
    }

    /** A share of the new conversations, once the engines have it in memory. */
    Release canary(CurrentUser user, long seen, String id, int percent) {
        UnaryOperator<Book> step = book -> judged(book, id, book.canary(id, percent, clock.instant()));
        warm(seen, id, step);
        BookStore.Page page = change(seen, step);
        Release release = page.book().get(id);
        events.publishEvent(ReleaseStep.of(user.id(), "canary", release).with("percent", Integer.toString(percent)));
        return release;
    }

    /** All new conversations, once the engines have it in memory; answers under way end on the one before. */
    Release activate(CurrentUser user, long seen, String id) {
        UnaryOperator<Book> step = book -> judged(book, id, adopting(book).activated(id, clock.instant()));
        warm(seen, id, step);
        return step(user, "activated", seen, id, step);
    }

    /** The book after a step that nobody takes with what was evaluated with other prompts. */
    private Book judged(Book before, String id, Book after) {
        bindings.requireSamePrompts(before.get(id));
        return after;
    }

    /** Back to the one before. It is warmed too, but nothing stands in its way: who rolls back is in a hurry. */
    Release rollBack(CurrentUser user, long seen) {
        BookStore.Page page = change(seen, book -> book.rolledBack(clock.instant()));
        String id = String.valueOf(page.book().active());
        Release release = told(user, "rolled-back", page, id);
        engines.warmBehind(release.model());
        return release;
    }

    Release retire(CurrentUser user, long seen, String id) {
        Release release = step(user, "retired", seen, id, book -> book.retired(id, clock.instant()));
        engines.forgetOwn(release);
        return release;
    }

    /** Refuses first what would be refused last, before anything is loaded. */
    private void warm(long seen, String id, UnaryOperator<Book> step) {
        BookStore.Page page =
                store.read().orElseThrow(() -> new ProblemException("release-changed", HttpStatus.CONFLICT));
        if (page.number() != seen) {
            throw new ProblemException("release-changed", HttpStatus.CONFLICT);
        }
        Release release = step.apply(page.book()).get(id);
        requireSteady(release);
        engines.warm(release.model());
    }

    /** Drift is looked for now and then only: what is to answer is looked at now. */
    private void requireSteady(Release release) {
        String pinned = release.binding().engine();
        boolean drifted = pinned != null
                && engines.holding(release.model()).values().stream()
                        .anyMatch(stored -> !List.of(pinned.split("\\+", -1)).contains(stored.digest()));
        if (drifted) {
            throw new ProblemException("release-drifted", HttpStatus.CONFLICT);
        }
    }

    private Release step(CurrentUser user, String what, long seen, String id, UnaryOperator<Book> step) {
        return told(user, what, change(seen, step), id);
    }

    private BookStore.Page change(long seen, UnaryOperator<Book> step) {
        return here.take(store.change(seen, step));
    }

    private Release told(CurrentUser user, String what, BookStore.Page page, String id) {
        Release release = page.book().get(id);
        events.publishEvent(ReleaseStep.of(user.id(), what, release));
        return release;
    }

    /** With the model of the setting among the releases, so that it can be gone back to. */
    private Book adopting(Book book) {
        return book.adopting(bySetting());
    }

    /** The model of {@code iris.models.active} as a release, while no release answers. Its digest is pinned when it is first looked at. */
    Release bySetting() {
        ModelDescription model = catalogue.bySetting().model();
        return new Release(
                SETTING,
                model,
                model.engineModel(),
                State.ACTIVE,
                bindings.of(model, null, null),
                begun,
                begun,
                null,
                null,
                null,
                null);
    }
}
