package fr.isere.iris.releases;

import java.util.Locale;
import java.util.Set;

/** What an operator may ask of a release, and from which states. */
enum Step {
    IMPORT(Set.of(State.PROPOSED, State.IMPORTED, State.EVALUATED)),
    /** Steps back: an import, an evaluation or a canary is broken off, or a release is no longer said to be ready. */
    CANCEL(Set.of(State.IMPORTING, State.EVALUATING, State.READY, State.CANARY)),
    EVALUATE(Set.of(State.IMPORTED, State.EVALUATED, State.READY, State.ACTIVE)),
    READY(Set.of(State.EVALUATED)),
    CANARY(Set.of(State.READY)),
    ACTIVATE(Set.of(State.READY, State.CANARY)),
    RETIRE(Set.of(State.PROPOSED, State.IMPORTED, State.EVALUATED, State.READY));

    private final Set<State> from;

    Step(Set<State> from) {
        this.from = from;
    }

    /** Whether a release may take it now, its own state considered only. */
    boolean isFor(Release release) {
        boolean stepsOut = this == CANCEL && release.state() != State.READY;
        boolean free = release.work() == null || stepsOut;
        return from.contains(release.state()) && free && (this != READY || release.hasPassed());
    }

    /** As the HTTP contract writes it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
