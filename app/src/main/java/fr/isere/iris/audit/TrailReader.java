package fr.isere.iris.audit;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds entries in the files of all instances, newest first. It keeps no more in memory than it was asked for. */
@Component
class TrailReader {

    private static final Logger log = LoggerFactory.getLogger(TrailReader.class);

    private final TrailFolder folder;

    TrailReader(TrailFolder folder) {
        this.folder = folder;
    }

    /** A line and where it stands. */
    private record Candidate(Place place, Line line) {}

    /** An entry and where it stands. */
    record Found(Place place, Entry entry) {}

    /** Some entries, and where the next ones begin, if there are any. */
    record Page(List<Found> found, Optional<Place> next) {}

    /**
     * The newest entries that were looked for. A line that cannot be read is left out: {@link TrailVerifier} tells of it.
     *
     * @param after where the former page ended; null for the first
     * @param limit how many at most
     */
    Page find(Search search, @Nullable Place after, int limit) throws IOException {
        TreeMap<LocalDate, List<TrailFile>> days = folder.files().stream()
                .filter(search::mayBeIn)
                .filter(file -> after == null || !file.day().isAfter(after.day()))
                .collect(Collectors.groupingBy(TrailFile::day, TreeMap::new, Collectors.toList()));
        List<Found> found = new ArrayList<>();
        for (List<TrailFile> day : days.descendingMap().values()) {
            found.addAll(newestOf(day, search, after, limit + 1 - found.size()));
            if (found.size() > limit) {
                List<Found> page = List.copyOf(found.subList(0, limit));
                return new Page(page, Optional.of(page.get(limit - 1).place()));
            }
        }
        return new Page(List.copyOf(found), Optional.empty());
    }

    /** What the newest entry of this code tells; empty if there is none, or if the trail cannot be read. */
    Optional<Map<String, String>> lastDetailsOf(String what) {
        try {
            return find(new Search(null, null, null, what), null, 1).found().stream()
                    .<Map<String, String>>map(found -> found.entry().details())
                    .findFirst();
        } catch (IOException e) {
            log.warn("The audit trail cannot be read from {}: {}", TrailFolder.PROPERTY, e.toString());
            return Optional.empty();
        }
    }

    private static List<Found> newestOf(List<TrailFile> day, Search search, @Nullable Place after, int limit)
            throws IOException {
        Comparator<Candidate> oldestFirst = Comparator.comparing(Candidate::place);
        PriorityQueue<Candidate> newest = new PriorityQueue<>(oldestFirst);
        for (TrailFile file : day) {
            try (TrailLines lines = new TrailLines(file)) {
                for (String line = lines.next(); line != null; line = lines.next()) {
                    candidate(file, line, search)
                            .filter(one -> after == null || one.place().compareTo(after) < 0)
                            .ifPresent(newest::add);
                    if (newest.size() > limit) {
                        newest.remove();
                    }
                }
            } catch (NoSuchFileException e) {
                // Removed by age or size since it was listed: nothing is missed that was to stay.
            }
        }
        return newest.stream()
                .sorted(oldestFirst.reversed())
                .flatMap(one -> one.line().read().map(body -> new Found(one.place(), body.entry())).stream())
                .toList();
    }

    private static Optional<Candidate> candidate(TrailFile file, String text, Search search) {
        if (!search.mayBe(text)) {
            return Optional.empty();
        }
        return Line.parse(text)
                .flatMap(line -> line.stamp()
                        .filter(stamp -> search.finds(stamp, line))
                        .map(stamp -> new Candidate(
                                new Place(file.day(), stamp.time(), file.instance(), stamp.seq()), line)));
    }
}
