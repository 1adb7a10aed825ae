package fr.isere.iris.summaries;

import fr.isere.iris.models.EngineFailure;

/** The model failed for good: the composition ends with this. */
class Broken extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final EngineFailure failure;

    Broken(EngineFailure failure) {
        super(failure.name(), null, false, false);
        this.failure = failure;
    }

    EngineFailure failure() {
        return failure;
    }
}
