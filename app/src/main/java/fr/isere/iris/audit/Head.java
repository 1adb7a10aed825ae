package fr.isere.iris.audit;

import java.util.Map;
import java.util.Optional;

/**
 * How far a file goes, or went.
 *
 * @param file its name
 * @param seq number of the last line
 * @param hash of the last line
 */
record Head(String file, long seq, String hash) {

    static Optional<Head> of(TrailFile file, Line line) {
        return line.read().map(body -> new Head(file.name(), body.seq(), line.hash()));
    }

    /** The one that a line of the trail tells of. */
    static Optional<Head> of(Map<String, String> details) {
        try {
            long seq = Long.parseLong(details.getOrDefault("seq", ""));
            return Optional.of(new Head(details.getOrDefault("file", ""), seq, details.getOrDefault("hash", "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    Map<String, String> details() {
        return Map.of("file", file, "seq", Long.toString(seq), "hash", hash);
    }
}
