package fr.isere.iris.documents;

/** A document that is being read, or waits for it. */
interface Reading {

    /**
     * Stops it, and kills the reader that is at it; once more does nothing. When it returns, no call to the listener is under way and
     * none follows, unless the listener itself made it: so it must not be called with a lock that the listener takes.
     */
    void cancel();
}
