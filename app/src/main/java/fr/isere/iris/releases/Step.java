package fr.isere.iris.releases;

import java.util.Locale;
import java.util.Set;

/** What an operator may ask of a release. */
enum Step {
    IMPORT,
    /** Steps back: an import, an evaluation or a canary is broken off, or a release is no longer said to be ready. */
    CANCEL,
    EVALUATE,
    READY,
    CANARY,
    ACTIVATE,
    RETIRE;

    private static Set<State> from(Step step) {
        return switch (step) {
            case IMPORT -> Set.of(State.PROPOSED, State.IMPORTED, State.EVALUATED);
            case CANCEL -> Set.of(State.IMPORTING, State.EVALUATING, State.READY, State.CANARY);
            case EVALUATE -> Set.of(State.IMPORTED, State.EVALUATED, State.READY, State.ACTIVE);
            case READY -> Set.of(State.EVALUATED);
            case CANARY -> Set.of(State.READY, State.CANARY); // another share while it runs
            case ACTIVATE -> Set.of(State.READY, State.CANARY);
            case RETIRE -> Set.of(State.PROPOSED, State.IMPORTED, State.EVALUATED, State.READY);
        };
    }

    /** Whether a release may take it now, its own state considered only. */
    boolean isFor(Release release) {
        boolean stepsOut = this == CANCEL && release.state() != State.READY;
        boolean free = release.work() == null || stepsOut;
        return from(this).contains(release.state()) && free && (this != READY || release.hasPassed());
    }

    /** As the HTTP contract writes it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
