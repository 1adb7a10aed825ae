package fr.isere.iris.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an entry stands in the trail of all instances: what a list goes on from.
 *
 * @param day of its file
 * @param time of the entry
 * @param instance whose line it is
 * @param seq number of the line
 */
record Place(LocalDate day, Instant time, String instance, long seq) implements Comparable<Place> {

    private static final Pattern SHAPE =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)_(\\d{1,15})_([0-9a-f]{16})_(\\d{1,15})");

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::day)
            .thenComparing(Place::time)
            .thenComparing(Place::instance)
            .thenComparing(Place::seq);

    /** The one that {@link #toString} told; empty if it told none. */
    static Optional<Place> parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Place(
                    LocalDate.parse(parts.group(1)),
                    Instant.ofEpochMilli(Long.parseLong(parts.group(2))),
                    parts.group(3),
                    Long.parseLong(parts.group(4))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Oldest first. */
    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return day + "_" + time.toEpochMilli() + "_" + instance + "_" + seq;
    }
}
