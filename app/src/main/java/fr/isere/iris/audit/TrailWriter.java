package fr.isere.iris.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Appends to the files of this run of this instance. One thread writes; any may ask for {@link #head}.
 *
 * <p>What failed changes nothing: half a line that a full disk left is cut off before the next attempt.
 */
@Component
class TrailWriter {

    private static final int ID_BYTES = 8;

    private final TrailFolder folder;
    private final TrailBounds bounds;
    private final Chain chain;
    private final Clock clock;
    private final String instance;

    private @Nullable TrailFile file;
    private long length;
    private boolean uncertain;
    private volatile @Nullable Head head;

    TrailWriter(TrailFolder folder, TrailBounds bounds, AuditSettings settings, Clock clock) {
        this.folder = folder;
        this.bounds = bounds;
        this.chain = new Chain(settings.key());
        this.clock = clock;
        byte[] id = new byte[ID_BYTES];
        new SecureRandom().nextBytes(id);
        this.instance = HexFormat.of().formatHex(id);
    }

    /** The last line that is safely in its file; empty before the first. */
    Optional<Head> head() {
        return Optional.ofNullable(head);
    }

    /**
     * Appends entries and takes those off the queue that are safely in a file.
     *
     * @throws IOException if the rest, still in the queue, could not be written
     */
    void append(Deque<Entry> entries) throws IOException {
        while (!entries.isEmpty()) {
            LocalDate day = dayOf(entries.getFirst());
            TrailFile current = file;
            if (current == null || day.isAfter(current.day()) || length >= bounds.maxFileSize()) {
                current = begin(day);
            }
            List<Entry> together = new ArrayList<>();
            long size = length;
            for (Entry entry : entries) {
                if (dayOf(entry).isAfter(current.day()) || size >= bounds.maxFileSize()) {
                    break;
                }
                together.add(entry);
                size += entry.estimatedSize();
            }
            write(current, together);
            together.forEach(written -> entries.removeFirst());
        }
    }

    private TrailFile begin(LocalDate day) throws IOException {
        Head last = head;
        TrailFile next = TrailFile.in(folder.path(), day, instance, last == null ? 1 : last.seq() + 1);
        List<Entry> opening = new ArrayList<>();
        opening.add(Entry.ofTrail(
                clock.instant(),
                last == null ? TrailEvents.BEGUN : TrailEvents.CONTINUED,
                Map.of(
                        TrailEvents.PREVIOUS, last == null ? Chain.GENESIS : last.hash(),
                        TrailEvents.AFTER, last == null ? TrailEvents.NOTHING : last.file(),
                        TrailEvents.KEY, chain.keyName())));
        List<TrailFile> files = folder.files();
        for (Head seen : bounds.othersToName(files, instance, file)) {
            opening.add(Entry.ofTrail(clock.instant(), TrailEvents.SEEN, seen.details()));
        }
        length = 0;
        uncertain = true;
        file = null;
        try {
            write(next, opening);
        } catch (IOException e) {
            folder.remove(next);
            throw e;
        }
        file = next;
        remove(bounds.due(files, clock.instant()));
        return next;
    }

    /** First told, then done: a crash in between removes nothing that the trail does not know of. */
    private void remove(List<TrailFile> due) throws IOException {
        for (TrailFile old : due) {
            Map<String, String> what = TrailFolder.lastOf(old)
                    .orElseGet(() -> new Head(old.name(), 0, Chain.GENESIS))
                    .details();
            TrailFile current = file;
            if (current != null) {
                write(current, List.of(Entry.ofTrail(clock.instant(), TrailEvents.REMOVED, what)));
                folder.remove(old);
            }
        }
    }

    private void write(TrailFile target, List<Entry> entries) throws IOException {
        Head before = head;
        long seq = before == null ? 0 : before.seq();
        String hash = before == null ? Chain.GENESIS : before.hash();
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            Line line = Line.of(++seq, entry, hash, chain);
            hash = line.hash();
            text.append(line.text()).append('\n');
        }
        length = store(target, text.toString().getBytes(StandardCharsets.UTF_8));
        head = new Head(target.name(), seq, hash);
    }

    /**
     * Writes at the known end, and has the disk confirm it ({@code fsync}). One confirmation serves all entries that came meanwhile, so
     * that the disk sets how many share it and never how many people may act; they do not wait for it. A power cut loses what was
     * not confirmed: milliseconds.
     */
    private long store(TrailFile target, byte[] bytes) throws IOException {
        try (FileChannel channel = folder.open(target, length == 0)) {
            if (channel.size() != length) {
                if (!uncertain) {
                    file = null; // somebody else wrote to it: what is there stays as evidence
                    throw new IOException("a file of the trail was changed by somebody else");
                }
                channel.truncate(length);
            }
            uncertain = true;
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            long end = length;
            while (buffer.hasRemaining()) {
                end += channel.write(buffer, end);
            }
            channel.force(false);
            uncertain = false;
            return end;
        } catch (NoSuchFileException e) {
            file = null; // somebody deleted it: the next one says what it followed
            throw e;
        }
    }

    private static LocalDate dayOf(Entry entry) {
        return LocalDate.ofInstant(entry.time(), ZoneOffset.UTC);
    }
}
