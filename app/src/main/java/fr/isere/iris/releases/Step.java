package fr.isere.iris.releases;

import java.util.Locale;
import java.util.Set;

/** What an operator may ask of a release. */
enum Step {
    /** Brings it to the engines; what answers or may is brought again to those that lack it, and stays what it is. */
    IMPORT,
    /** Breaks off what is being done; where nothing is, a canary ends, or a release is no longer said to be ready. */
    CANCEL,
    EVALUATE,
    READY,
    CANARY,
    ACTIVATE,
    RETIRE;

    private static Set<State> from(Step step) {
        return switch (step) {
            case IMPORT ->
                Set.of(State.PROPOSED, State.IMPORTED, State.EVALUATED, State.READY, State.CANARY, State.ACTIVE);
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
        if (release.work() != null) {
            return this == CANCEL; // whatever is being done
        }
        return from(this).contains(release.state()) && makesSense(release);
    }

    private boolean makesSense(Release release) {
        return switch (this) {
            case IMPORT -> !release.state().isFit() || release.isOnOllama();
            case READY -> release.hasPassed();
            default -> true;
        };
    }

    /** As the HTTP contract writes it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
