package fr.isere.iris.models;

/** A backend's store could not do what it was asked. Says which and why, and never what the engine answered. */
public class StoreFailed extends RuntimeException {

    private final String backend;
    private final Reason reason;

    /** @param backend which */
    public StoreFailed(String backend, Reason reason) {
        super(backend + ": " + reason, null, false, false);
        this.backend = backend;
        this.reason = reason;
    }

    /** Which backend. */
    public String backend() {
        return backend;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Why a store could not. */
    public enum Reason {
        /** Nothing answers there, or it broke off. */
        UNREACHABLE,
        /** Neither the backend nor its registry has such a model. */
        MISSING,
        /** The backend cannot reach its registry, or that refuses. */
        REGISTRY,
        /** Nothing moved for too long. */
        STALLED,
        /** The backend's disk is full. */
        DISK_FULL,
        /** The file is not what its digest says, or is no model. */
        CORRUPT,
        /** The engine does not know the model's architecture. */
        UNSUPPORTED,
        /** The model needs more memory than the backend has. */
        MEMORY,
        /** Whoever wanted it does not want it any more. */
        UNWANTED,
        /** The engine answered something that is no answer. */
        MISBEHAVING
    }
}
