package fr.isere.iris.releases;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.isere.iris.models.Deployed.Share;
import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.releases.Release.Binding;
import fr.isere.iris.releases.Release.Trouble;
import fr.isere.iris.releases.Release.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * All releases, and which of them answer. Pure: each step gives the book after it, or refuses with a problem that says why; whoever steps
 * writes what it gives with one compare-and-set.
 *
 * @param version of this form: what an older IRIS cannot read it does not write over
 * @param releases oldest first
 * @param active id of the one that answers; null while {@code iris.models.active} does
 * @param previous id of the one to roll back to
 * @param canary the one that answers a share of the new conversations
 */
record Book(
        int version,
        List<Release> releases,
        @Nullable String active,
        @Nullable String previous,
        @Nullable Canary canary) {

    static final int VERSION = 1;

    /** Before anything was proposed. */
    static final Book EMPTY = new Book(VERSION, List.of(), null, null, null);

    /** More than anybody compares; the oldest that are put away make room. */
    static final int MOST = 200;

    Book {
        releases = List.copyOf(releases);
    }

    /**
     * A share of new conversations.
     *
     * @param release id
     * @param percent of the conversations that begin now
     * @param since the first share, from which on its answers are counted
     * @param steps all shares, oldest first, once there was more than one: a conversation goes by the one under which it began
     */
    record Canary(
            String release,
            int percent,
            Instant since,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Share> steps) {

        Canary {
            List<Share> stored = steps; // null as version 0.1 wrote it
            steps = stored == null ? List.of() : List.copyOf(stored);
        }

        /** A first share. */
        Canary(String release, int percent, Instant since) {
            this(release, percent, since, List.of());
        }

        /** Each share, oldest first; at least one. */
        List<Share> shares() {
            return steps.isEmpty() ? List.of(new Share(percent, since)) : steps;
        }

        private Canary with(int share, Instant now) {
            if (share == percent) {
                return this;
            }
            List<Share> all = new ArrayList<>(shares());
            all.add(new Share(share, now));
            return new Canary(release, share, since, all);
        }
    }

    /** The one with this id. */
    Optional<Release> find(@Nullable String id) {
        return releases.stream().filter(release -> release.id().equals(id)).findFirst();
    }

    /**
     * The one with this id.
     *
     * @throws ProblemException {@code release-unknown} (404)
     */
    Release get(String id) {
        return find(id).orElseThrow(() -> new ProblemException("release-unknown", HttpStatus.NOT_FOUND));
    }

    /** How many releases of this model there were, for the next one's name. */
    int countOf(String model) {
        return (int) releases.stream()
                .filter(release -> release.model().id().equals(model))
                .count();
    }

    /** With one more. */
    Book with(Release release) {
        List<Release> all = new ArrayList<>(releases);
        all.add(release);
        while (all.size() > MOST && all.stream().anyMatch(one -> one.state() == State.RETIRED)) {
            all.remove(all.stream()
                    .filter(one -> one.state() == State.RETIRED)
                    .findFirst()
                    .orElseThrow());
        }
        return new Book(VERSION, all, active, previous, canary);
    }

    /** With the model that {@code iris.models.active} names as the release that answers, if none does. */
    Book adopting(Release deployed) {
        return active != null ? this : with(deployed).pointing(deployed.id(), previous, canary);
    }

    /** The import or the evaluation begins. What answers or is to answer stays where it stands; what comes of it decides. */
    Book begin(String id, Step step, String work, Instant now) {
        Release release = allowed(id, step);
        Release free = release.troubled(null).working(work);
        if (step == Step.IMPORT) {
            return replaced(isBroughtAgain(release) ? free : free.anew(now));
        }
        return replaced(release.state().isFit() ? free : free.in(State.EVALUATING, now));
    }

    /** Whether an import is to give the engines the same again: of what somebody found fit, and of the way back. */
    private boolean isBroughtAgain(Release release) {
        boolean isWayBack = release.id().equals(previous) && release.state().isBrought() && release.isOnOllama();
        return release.state().isFit() || isWayBack;
    }

    /** The import ended well; the same book if somebody broke it off meanwhile. */
    Book imported(String id, String work, ModelDescription model, Binding binding, Instant now) {
        return whileWorking(
                id, work, release -> release.bound(model, binding).working(null).in(State.IMPORTED, now));
    }

    /** The engines that lacked it have again what was imported; the same book if somebody broke it off meanwhile. */
    Book broughtAgain(String id, String work, String engineModel, Binding binding) {
        return whileWorking(
                id,
                work,
                release -> release.bound(Models.renamed(release.model(), engineModel), binding)
                        .working(null)
                        .drifted(null));
    }

    /** The evaluation ended with a report; the same book if somebody broke it off meanwhile. */
    Book evaluated(String id, String work, Verdict verdict, Binding binding, Instant now) {
        return whileWorking(id, work, release -> {
            Release judged =
                    release.evaluated(verdict).bound(release.model(), binding).working(null);
            boolean stays = release.state() == State.ACTIVE || (release.state().isFit() && verdict.passed());
            return stays ? judged : judged.in(State.EVALUATED, now);
        });
    }

    /** What was being done failed: a step back, with what went wrong. What answers or may is not touched. */
    Book failed(String id, String work, Trouble trouble) {
        return whileWorking(
                id, work, release -> release.troubled(trouble).working(null).in(release.undone(), trouble.at()));
    }

    /** Somebody breaks off what is being done, or takes a step back. */
    Book cancelled(String id, Instant now) {
        Release release = allowed(id, Step.CANCEL);
        State state = release.work() == null ? release.before() : release.undone();
        Book after = replaced(release.working(null).in(state, now));
        boolean ends = release.state() == State.CANARY && state != State.CANARY;
        return ends ? after.pointing(active, previous, null) : after;
    }

    /** Somebody finds it fit to answer. */
    Book ready(String id, Instant now) {
        Release release = get(id);
        if (release.state() == State.EVALUATED && release.work() == null && !release.hasPassed()) {
            throw new ProblemException("release-gate", HttpStatus.CONFLICT);
        }
        return replaced(allowed(id, Step.READY).steady().in(State.READY, now).troubled(null));
    }

    /** It answers a share of the new conversations; another share of those to come if it does already, and goes on being measured. */
    Book canary(String id, int percent, Instant now) {
        if (percent < 1 || percent > 99) {
            throw new ProblemException("release-percent", HttpStatus.BAD_REQUEST);
        }
        Release release = allowed(id, Step.CANARY).steady();
        if (canary != null && !canary.release.equals(id)) {
            throw new ProblemException("release-canary-taken", HttpStatus.CONFLICT);
        }
        Canary share = canary == null ? new Canary(id, percent, now) : canary.with(percent, now);
        return replaced(release.in(State.CANARY, now).troubled(null)).pointing(active, previous, share);
    }

    /** The canary did badly: it stops, with what was measured, and must be found fit anew. */
    Book withdrawn(String id, Trouble why) {
        Release release = get(id);
        if (release.state() != State.CANARY) {
            return this;
        }
        return replaced(release.troubled(why).working(null).in(State.EVALUATED, why.at()))
                .pointing(active, previous, null);
    }

    /** It answers from now on; the one that did is the one to roll back to. */
    Book activated(String id, Instant now) {
        return switched(allowed(id, Step.ACTIVATE).steady(), now);
    }

    /** The one before answers again, whatever was done with it since; the one that did is then the one before. */
    Book rolledBack(Instant now) {
        Release before = find(previous)
                .filter(release -> release.state().isBrought())
                .orElseThrow(() -> new ProblemException("release-no-previous", HttpStatus.CONFLICT));
        return switched(before, now);
    }

    /** Put away. */
    Book retired(String id, Instant now) {
        Release release = allowed(id, Step.RETIRE);
        Book after = replaced(release.in(State.RETIRED, now).troubled(null).drifted(null));
        return after.pointing(active, Objects.equals(previous, id) ? null : previous, canary);
    }

    /** What engines hold under its name is, since then, or is no longer, something else than was imported. */
    Book drifted(String id, @Nullable Instant since) {
        return find(id).filter(release -> (release.drift() == null) != (since == null))
                .map(release -> replaced(release.drifted(since)))
                .orElse(this);
    }

    /** With something told of a release. */
    Book troubled(String id, Trouble trouble) {
        return find(id).map(release -> replaced(release.troubled(trouble))).orElse(this);
    }

    /** With what a release stands for on the engines under another name. */
    Book renamed(String id, ModelDescription model) {
        return find(id).map(release -> replaced(release.bound(model, release.binding())))
                .orElse(this);
    }

    /** With the digest that the engines tell of a release that nobody imported, unless one is pinned. */
    Book pinned(String id, Binding binding) {
        return find(id).filter(release -> release.binding().engine() == null)
                .map(release -> replaced(release.bound(release.model(), binding)))
                .orElse(this);
    }

    private Book switched(Release to, Instant now) {
        Book after = replaced(to.in(State.ACTIVE, now).troubled(null));
        Release from = find(active).orElse(null);
        if (from != null) {
            after = after.replaced(from.working(null).in(from.relieved(), now));
        }
        boolean wasCanary = canary != null && canary.release.equals(to.id());
        return after.pointing(to.id(), active, wasCanary ? null : canary);
    }

    private Release allowed(String id, Step step) {
        Release release = get(id);
        if (!step.isFor(release)) {
            throw new ProblemException("release-step", HttpStatus.CONFLICT)
                    .with("state", release.state().code());
        }
        return release;
    }

    private Book whileWorking(String id, String work, UnaryOperator<Release> change) {
        return find(id).filter(release -> work.equals(release.work()))
                .map(release -> replaced(change.apply(release)))
                .orElse(this);
    }

    private Book replaced(Release by) {
        return new Book(
                VERSION,
                releases.stream()
                        .map(release -> release.id().equals(by.id()) ? by : release)
                        .toList(),
                active,
                previous,
                canary);
    }

    private Book pointing(@Nullable String answers, @Nullable String before, @Nullable Canary share) {
        return new Book(VERSION, releases, answers, before, share);
    }
}
