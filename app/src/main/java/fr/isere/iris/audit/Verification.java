package fr.isere.iris.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the whole trail found.
 *
 * @param checkedAt when
 * @param files how many were read
 * @param lines how many were read
 * @param unkeyed files whose lines anybody could have computed
 * @param unfinished files that end in half a line, as a crash or a line being written leaves it: no sign of tampering
 * @param firstBreak where the chain first does not hold; null if it does
 */
record Verification(
        Instant checkedAt,
        int files,
        long lines,
        int unkeyed,
        List<String> unfinished,
        @Nullable Break firstBreak) {

    /**
     * A place where the chain does not hold.
     *
     * @param file its name
     * @param line number of the line in it, from 1; the one after the last if something is missing at the end, 0 if all of it is
     * @param kind what was done, as far as can be told
     */
    record Break(String file, long line, Kind kind) implements Comparable<Break> {

        @Override
        public int compareTo(Break other) {
            int byFile = file.compareTo(other.file);
            return byFile != 0 ? byFile : Long.compare(line, other.line);
        }
    }

    /** What was done to a line. */
    enum Kind {
        /** It is not what was written, or what comes before it is not. */
        CHANGED,
        /** Something that came before it is gone. */
        MISSING,
        /** It stands elsewhere than it was written. */
        MOVED,
        /** Another key than this instance's made it, so nothing can be told. */
        OTHER_KEY
    }

    boolean isIntact() {
        return firstBreak == null;
    }
}
