package fr.isere.iris.audit;

import fr.isere.iris.audit.Verification.Break;
import fr.isere.iris.audit.Verification.Kind;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The trail of all instances, as those read it who answer for it. */
@Component
class AuditTrail {

    private static final int ATTEMPTS = 5;

    private final TrailFolder folder;
    private final TrailReader reader;
    private final TrailWriter writer;
    private final AuditSettings settings;
    private final Clock clock;

    AuditTrail(TrailFolder folder, TrailReader reader, TrailWriter writer, AuditSettings settings, Clock clock) {
        this.folder = folder;
        this.reader = reader;
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
    }

    /** See {@link TrailReader#find}. */
    TrailReader.Page find(Search search, @Nullable Place after, int limit) throws IOException {
        return reader.find(search, after, limit);
    }

    /**
     * Reads every file twice and tells where the chain first does not hold; {@link Chain} says what that proves. One at a time: it
     * takes about as long as the disk needs.
     *
     * @throws IOException if a file cannot be read
     */
    synchronized Verification verify() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return verifyOnce();
            } catch (NoSuchFileException e) {
                // An instance removed it by age or size while we read: what it says of that was not read yet.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Verification verifyOnce() throws IOException {
        Optional<Head> head = writer.head(); // before the list, which must have its file
        List<TrailFile> files = folder.files();
        Claims claims = Claims.in(files);
        head.ifPresent(claims::see);
        List<Break> breaks = new ArrayList<>();
        claims.missingAmong(files).forEach(file -> breaks.add(new Break(file, 0, Kind.MISSING)));
        List<RunCheck> runs = new ArrayList<>();
        for (List<TrailFile> run : runs(files).values()) {
            RunCheck check = new RunCheck(new Chain(settings.key()), claims);
            check.follow(run).ifPresent(breaks::add);
            runs.add(check);
        }
        return new Verification(
                clock.instant(),
                files.size(),
                runs.stream().mapToLong(RunCheck::lines).sum(),
                runs.stream().mapToInt(RunCheck::unkeyed).sum(),
                runs.stream().flatMap(run -> run.unfinished().stream()).toList(),
                breaks.stream().min(Comparator.naturalOrder()).orElse(null));
    }

    private static Map<String, List<TrailFile>> runs(List<TrailFile> files) {
        return files.stream()
                .sorted(Comparator.comparing(TrailFile::first))
                .collect(Collectors.groupingBy(TrailFile::instance, TreeMap::new, Collectors.toList()));
    }
}
