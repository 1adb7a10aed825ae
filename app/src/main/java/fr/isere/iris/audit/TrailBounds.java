package fr.isere.iris.audit;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How much of the trail stays, and which ends of it a new file names. */
@Component
class TrailBounds {

    /** Other runs that a new file names: more than instances restart in a day. */
    private static final int NAMED = 8;

    private final Duration maxAge;
    private final long maxSize;
    private final long maxFileSize;

    TrailBounds(AuditSettings settings) {
        this.maxAge = settings.maxAge();
        this.maxSize = settings.maxSize().toBytes();
        this.maxFileSize = settings.maxFileSize();
    }

    /** Past this many bytes a file is followed by another of the same day. */
    long maxFileSize() {
        return maxFileSize;
    }

    /**
     * Which files go: those whose day is too long ago, then the oldest until the rest leaves room for one more. Never one that its
     * instance may still write to.
     */
    List<TrailFile> due(List<TrailFile> files, Instant now) throws IOException {
        LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
        Set<TrailFile> newest = newestOfEach(files);
        long size = maxFileSize;
        for (TrailFile file : files) {
            size += TrailFolder.size(file);
        }
        List<TrailFile> due = new ArrayList<>();
        for (TrailFile file : files) {
            boolean inUse = newest.contains(file) && !file.day().isBefore(yesterday);
            if (!inUse && (size > maxSize || isTooOld(file, now))) {
                due.add(file);
                size -= TrailFolder.size(file);
            }
        }
        return due;
    }

    /**
     * The ends of other instances' files that a new file names, so that they cannot be cut off unseen. Ends that the former file of
     * this instance could name are left out.
     */
    List<Head> othersToName(List<TrailFile> files, String instance, @Nullable TrailFile former) throws IOException {
        List<TrailFile> others = newestOfEach(files).stream()
                .filter(file -> !file.instance().equals(instance))
                .filter(file -> former == null || !file.day().isBefore(former.day()))
                .sorted(Comparator.reverseOrder())
                .limit(NAMED)
                .toList();
        List<Head> ends = new ArrayList<>();
        for (TrailFile other : others) {
            TrailFolder.lastOf(other).ifPresent(ends::add);
        }
        return ends;
    }

    private boolean isTooOld(TrailFile file, Instant now) {
        Instant end = file.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return end.plus(maxAge).isBefore(now);
    }

    private static Set<TrailFile> newestOfEach(List<TrailFile> files) {
        Map<String, TrailFile> newest = new HashMap<>();
        files.forEach(file -> newest.put(file.instance(), file)); // oldest first: the last put stays
        return Set.copyOf(newest.values());
    }
}
