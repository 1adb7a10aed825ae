package fr.isere.iris.documents;

import java.nio.file.Path;

/** Reads files, each in a JVM that is not this one. */
interface DocumentReader {

    /**
     * Begins to read a file; returns at once, and waits for a free reader in order of arrival.
     *
     * @param original stays in place, unchanged, until the listener has heard the end or the reading is cancelled
     */
    Reading read(Path original, ReadingListener listener);
}
