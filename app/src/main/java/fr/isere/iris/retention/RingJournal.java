package fr.isere.iris.retention;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is gone for good, written down outside Redis: which buckets' keys were destroyed, and the digests of the names of what people
 * erased, so that a copy of Redis that is put back does not bring it back. A line is {@code destroyed <bucket> <when>} or
 * {@code erased <digest> <until>}, times in ms since 1970.
 */
class RingJournal {

    private static final Duration KEPT = Duration.ofDays(400);
    private static final String DESTROYED = "destroyed";
    private static final String ERASED = "erased";

    private final OwnerOnlyFile file;
    private final Map<Integer, Instant> destroyed = new ConcurrentHashMap<>();
    private final Map<String, Instant> erased = new ConcurrentHashMap<>();
    private long seen = -1;

    RingJournal(OwnerOnlyFile file) {
        this.file = file;
    }

    /**
     * The keys that were destroyed.
     *
     * @param count in the last 400 days
     * @param last when the last one was; null if none was
     */
    record Destroyed(int count, @Nullable Instant last) {}

    Destroyed destroyed() {
        return new Destroyed(
                destroyed.size(),
                destroyed.values().stream().max(Instant::compareTo).orElse(null));
    }

    void addDestroyed(Collection<Integer> buckets, Instant at) throws IOException {
        buckets.forEach(bucket -> destroyed.put(bucket, at));
        append(buckets.stream().map(bucket -> line(DESTROYED, bucket.toString(), at)));
    }

    /** @param until when no copy can hold them any more */
    void addErased(Collection<String> digests, Instant until) throws IOException {
        digests.forEach(digest -> erased.put(digest, until));
        append(digests.stream().map(digest -> line(ERASED, digest, until)));
    }

    boolean hasErased(String digest) {
        return erased.containsKey(digest);
    }

    /** Reads what other instances wrote. */
    synchronized void refresh() throws IOException {
        if (file.exists() && Files.size(file.path()) != seen) {
            byte[] content = file.read();
            new String(content, StandardCharsets.UTF_8).lines().forEach(this::take);
            seen = content.length;
        }
    }

    /** Drops the lines that nobody needs any more. */
    void compact(Instant now) throws IOException {
        refresh();
        if (forget(now)) {
            file.alone(() -> {
                refresh();
                forget(now);
                file.replace(Stream.concat(
                                destroyed.entrySet().stream()
                                        .map(one -> line(DESTROYED, one.getKey().toString(), one.getValue())),
                                erased.entrySet().stream().map(one -> line(ERASED, one.getKey(), one.getValue())))
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8));
                return true;
            });
        }
    }

    private boolean forget(Instant now) {
        boolean keys = destroyed.values().removeIf(at -> at.isBefore(now.minus(KEPT)));
        boolean names = erased.values().removeIf(until -> until.isBefore(now));
        return keys || names;
    }

    private void append(Stream<String> lines) throws IOException {
        byte[] content = lines.collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
        if (content.length > 0) {
            file.alone(() -> {
                file.append(content);
                return true;
            });
        }
    }

    private void take(String line) {
        List<String> parts = List.of(line.split(" "));
        if (parts.size() != 3) {
            return; // the last line of a machine that lost its power
        }
        Instant time = Instant.ofEpochMilli(Long.parseLong(parts.get(2)));
        if (parts.get(0).equals(DESTROYED)) {
            destroyed.put(Integer.valueOf(parts.get(1)), time);
        } else {
            erased.put(parts.get(1), time);
        }
    }

    private static String line(String what, String which, Instant time) {
        return what + ' ' + which + ' ' + time.toEpochMilli() + '\n';
    }
}
