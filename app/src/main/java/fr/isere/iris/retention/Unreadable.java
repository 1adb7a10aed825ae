package fr.isere.iris.retention;

import fr.isere.iris.problems.ProblemException;
import org.springframework.http.HttpStatus;

/** Something is stored, but it does not open: damaged, moved, put back, or of another version of IRIS. It is left as it is. */
public class Unreadable extends ProblemException {

    private final Reason reason;

    Unreadable(Reason reason) {
        super("content-unreadable", HttpStatus.INTERNAL_SERVER_ERROR);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Why something does not open. */
    public enum Reason {
        /** Shorter than any value that IRIS writes. */
        TRUNCATED,
        /** Of a format that this version does not know. */
        FORMAT,
        /** Changed, moved from another place, of another owner, or put back after it was replaced. */
        NOT_AUTHENTIC
    }
}
