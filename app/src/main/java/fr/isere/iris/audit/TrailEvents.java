package fr.isere.iris.audit;

/** What the trail tells of itself, and the names of its details. */
final class TrailEvents {

    /** First line of the first file of a run. */
    static final String BEGUN = "trail-begun";

    /** First line of a later file. */
    static final String CONTINUED = "trail-continued";

    /** After the first line: how far a file of another run goes. */
    static final String SEEN = "trail-seen";

    /** A file is removed, by age or size. */
    static final String REMOVED = "trail-removed";

    /** Entries that found no place while the folder could not be written. */
    static final String LOST = "entries-lost";

    /** Last line of a run that was stopped in order. */
    static final String CLOSED = "trail-closed";

    /** Hash of the line before. */
    static final String PREVIOUS = "previous";

    /** File of the line before. */
    static final String AFTER = "after";

    /** Name of the key; see {@link Chain#keyName}. */
    static final String KEY = "key";

    /** How many. */
    static final String COUNT = "count";

    static final String NOTHING = "none";

    private TrailEvents() {}
}
