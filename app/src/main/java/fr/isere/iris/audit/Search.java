package fr.isere.iris.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for; null where all will do.
 *
 * @param from earliest time
 * @param to first time that is too late
 * @param who a pseudonym
 * @param what a code
 */
record Search(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String who,
        @Nullable String what) {

    /** Whether a file may have entries of this period; one that a clock wrote which was set back is found by its own day only. */
    boolean mayBeIn(TrailFile file) {
        return (from == null || !file.day().isBefore(dayOf(from)))
                && (to == null || !file.day().isAfter(dayOf(to)));
    }

    /** Whether a line is worth being read; spares most of the reading when little is looked for. */
    boolean mayBe(String line) {
        return (who == null || line.contains("\"who\":\"" + who + '"'))
                && (what == null || line.contains("\"what\":\"" + what + '"'));
    }

    boolean finds(Line.Stamp stamp, Line line) {
        return (from == null || !stamp.time().isBefore(from))
                && (to == null || stamp.time().isBefore(to))
                && ((who == null && what == null)
                        || line.read().filter(this::names).isPresent());
    }

    private boolean names(Line.Body body) {
        return (who == null || who.equals(body.who())) && (what == null || what.equals(body.what()));
    }

    /**
     * Its day in UTC, by which files are named.
     *
     * @throws DateTimeException for the last instants that there are, which have none
     */
    static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
