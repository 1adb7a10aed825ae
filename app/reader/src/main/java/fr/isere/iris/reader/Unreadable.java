package fr.isere.iris.reader;

import fr.isere.iris.reading.ReadingFailure;

/** A file cannot be read, for a reason that a person can be told. Without a message: nothing of the file leaves through it. */
public final class Unreadable extends Exception {

    private final ReadingFailure failure;

    /** @param failure the reason */
    public Unreadable(ReadingFailure failure) {
        super(failure.name());
        this.failure = failure;
    }

    /** @param cause stays in this process */
    public Unreadable(ReadingFailure failure, Throwable cause) {
        super(failure.name(), cause);
        this.failure = failure;
    }

    /** The reason. */
    public ReadingFailure failure() {
        return failure;
    }
}
