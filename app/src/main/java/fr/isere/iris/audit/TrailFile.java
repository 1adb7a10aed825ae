package fr.isere.iris.audit;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the trail: one a UTC day and an instance, and one more when it grows too large.
 *
 * @param path where it is
 * @param day of its first line
 * @param instance which run of which instance wrote it: random, so that several may share a folder
 * @param first number of its first line
 */
record TrailFile(Path path, LocalDate day, String instance, long first) implements Comparable<TrailFile> {

    private static final Pattern NAME =
            Pattern.compile("audit-(\\d{4}-\\d\\d-\\d\\d)-([0-9a-f]{16})-(\\d{10})\\.jsonl");

    private static final Comparator<TrailFile> ORDER = Comparator.comparing(TrailFile::day)
            .thenComparing(TrailFile::instance)
            .thenComparing(TrailFile::first);

    /** One that is to be written. */
    static TrailFile in(Path folder, LocalDate day, String instance, long first) {
        String name = "audit-%s-%s-%010d.jsonl".formatted(day, instance, first);
        return new TrailFile(folder.resolve(name), day, instance, first);
    }

    /** The one that this path is, if it is one. */
    static Optional<TrailFile> of(Path path) {
        Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(name.group(1));
            return Optional.of(new TrailFile(path, day, name.group(2), Long.parseLong(name.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    /** Oldest first. */
    @Override
    public int compareTo(TrailFile other) {
        return ORDER.compare(this, other);
    }
}
