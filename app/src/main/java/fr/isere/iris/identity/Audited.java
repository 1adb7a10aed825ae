package fr.isere.iris.identity;

import java.util.Map;

/**
 * Something that somebody did, and that the audit trail keeps. A capability makes a record of it and publishes that as an application
 * event; it needs to know nothing of the trail, and the trail nothing of the capability.
 */
public interface Audited {

    /** Stands for a person while nobody is signed in. */
    String NOBODY = "nobody";

    /** Stands for a person when IRIS acts by itself. */
    String IRIS = "iris";

    /** {@link CurrentUser#id()} of who did it, {@link #NOBODY} or {@link #IRIS}; the trail keeps a pseudonym of it. */
    String person();

    /** What was done: a constant of the code, lower case with hyphens, as in {@code signed-in}. */
    String action();

    /** To what: ids and codes by name, never anything that somebody wrote. The trail drops a value that does not look like one. */
    default Map<String, String> details() {
        return Map.of();
    }

    /** Whether this tells how things stand, at each start: the trail then keeps it only if it differs from what it last kept. */
    default boolean isState() {
        return false;
    }
}
