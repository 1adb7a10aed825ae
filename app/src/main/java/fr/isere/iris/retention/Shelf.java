package fr.isere.iris.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where sealed bytes stand until their end. Each write sets what it writes and the time of its end in one atomic step. Three shapes:
 * a value, a bundle of fields, and a log of numbered entries; an index beside them says what a person has.
 */
interface Shelf {

    /** Fields of a bundle in the clear: how often it was written, and when it began, in ms. */
    String NUMBER = "v";

    String BEGAN = "t";

    /** Sets a value that ends after {@code life}. */
    void put(String name, byte[] value, Duration life);

    /** The value, while it lives. */
    Optional<byte[]> get(String name);

    /** Whether anything stands there, of whatever shape. */
    boolean has(String name);

    /** Takes away what stands there, of whatever shape; harmless where nothing is. */
    void remove(String name);

    /** Has it end by then, if it would live longer. */
    void endBy(String name, Instant end);

    /** All fields of a bundle; none if nothing stands there. */
    Map<String, byte[]> fields(String name);

    /** Those of these fields that the bundle has. */
    Map<String, byte[]> fields(String name, List<String> asked);

    /**
     * Sets and removes fields of a bundle, and its end, if it was written {@code expected} times so far; counts one more.
     *
     * @param expected 0 begins it
     * @return false if it was written another number of times
     */
    boolean write(String name, long expected, Map<String, byte[]> set, Collection<String> removed, Instant end);

    /**
     * Appends entries to a log; numbers that stand already are skipped.
     *
     * @param permit what must stand; it lives as long again as the log
     * @param first number of the first of these entries
     * @return false if the permit is gone
     */
    boolean append(String permit, String log, long first, List<byte[]> entries, Duration life);

    /** Up to {@code atMost} entries of a log after number {@code after}, by number, in order. */
    Map<Long, byte[]> entries(String log, long after, int atMost);

    /** Number of the last entry of a log; 0 if there is none. */
    long last(String log);

    /** Adds a member to an index, or moves its end. The index ends with the last of its members. */
    void addMember(String index, String member, Instant end);

    /** The members whose end has not come. */
    List<String> members(String index);

    /** Takes a member out of an index. */
    void removeMember(String index, String member);
}
