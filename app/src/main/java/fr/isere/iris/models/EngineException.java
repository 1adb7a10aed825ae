package fr.isere.iris.models;

/** An engine's failure on its way through LangChain4j and the JDK's client. Says which, and never what the engine answered. */
class EngineException extends RuntimeException {

    private final EngineFailure failure;

    EngineException(EngineFailure failure) {
        super(failure.name(), null, false, false);
        this.failure = failure;
    }

    EngineFailure failure() {
        return failure;
    }
}
