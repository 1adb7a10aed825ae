package fr.isere.iris.reading;

/** Why a file could not be read. */
public enum ReadingFailure {
    /** A password opens it. */
    ENCRYPTED,
    /** It is cut short, or not what its format says. */
    DAMAGED,
    /** There is nothing in it. */
    EMPTY_FILE,
    /** None of the formats that IRIS reads. */
    UNKNOWN_TYPE,
    /** More pages than are allowed. */
    TOO_MANY_PAGES,
    /** It unpacks into far more than it seems: a zip bomb, or close to one. */
    TOO_BIG_INSIDE,
    /** Things in things in things. */
    TOO_NESTED,
    /** Images only, and nothing here that recognises text in them. */
    NO_TEXT,
    /** Its letters stand for others, and nothing here that recognises them in an image. */
    GARBLED,
    /** Reading it takes more memory than a reader has. */
    OUT_OF_MEMORY,
    /** Reading it takes more time than is allowed, or nothing came of it for too long. */
    TOO_LONG,
    /** The reader died of it. */
    CRASHED,
    /** No reader could be started. */
    NO_READER
}
