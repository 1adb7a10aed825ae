package fr.isere.iris.audit;

import fr.isere.iris.identity.Audited;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the trail says of its own files: which were removed, and how far others went when somebody looked. */
final class Claims {

    private final Map<String, Head> removed = new HashMap<>();
    private final Map<String, Map<Long, String>> seen = new HashMap<>();

    /** Reads what the files tell of one another. */
    static Claims in(List<TrailFile> files) throws IOException {
        Claims claims = new Claims();
        for (TrailFile file : files) {
            try (TrailLines lines = new TrailLines(file)) {
                for (String line = lines.next(); line != null; line = lines.next()) {
                    if (line.contains("\"what\":\"trail-")) {
                        Line.parse(line).flatMap(Line::read).ifPresent(claims::hear);
                    }
                }
            }
        }
        return claims;
    }

    private void hear(Line.Body body) {
        Optional<Head> head = body.who().equals(Audited.IRIS) ? Head.of(body.details()) : Optional.empty();
        if (body.what().equals(TrailEvents.SEEN)) {
            head.ifPresent(this::see);
        } else if (body.what().equals(TrailEvents.REMOVED)) {
            head.ifPresent(gone -> removed.put(gone.file(), gone));
        }
    }

    /** A file must go as far as this. */
    void see(Head head) {
        seen.computeIfAbsent(head.file(), file -> new HashMap<>()).put(head.seq(), head.hash());
    }

    /** How far a removed file went; empty if it was not removed in order. */
    Optional<Head> removed(String file) {
        return Optional.ofNullable(removed.get(file));
    }

    /** Hashes by number that lines of this file must have. */
    Map<Long, String> seenIn(TrailFile file) {
        return new HashMap<>(seen.getOrDefault(file.name(), Map.of()));
    }

    /** Files that must be there, and are neither among these nor removed in order. */
    List<String> missingAmong(List<TrailFile> files) {
        List<String> missing = new ArrayList<>(seen.keySet());
        missing.removeAll(removed.keySet());
        missing.removeAll(files.stream().map(TrailFile::name).toList());
        return missing;
    }
}
