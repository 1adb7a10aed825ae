package fr.isere.iris.retention;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** A small file that only its owner may read, changed by one process at a time, replaced whole or not at all. */
final class OwnerOnlyFile {

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(OWNER);

    /** A lock of the file system is its process's: within this one, threads need one of their own. */
    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final Path path;
    private final ReentrantLock here;

    OwnerOnlyFile(Path path) {
        this.path = path.toAbsolutePath();
        this.here = HERE.computeIfAbsent(this.path, one -> new ReentrantLock());
    }

    /** Work on the file. */
    interface Work<T> {
        T run() throws IOException;
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * Its content.
     *
     * @throws RingUnusable if others may read it
     * @throws IOException if it cannot be read
     */
    byte[] read() throws IOException {
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
        if (!OWNER.containsAll(rights)) {
            throw new RingUnusable("iris.keys.path: others than its owner may use %s (%s): have it \"chmod 600\""
                    .formatted(path, PosixFilePermissions.toString(rights)));
        }
        return Files.readAllBytes(path);
    }

    /** Puts this in its place: who reads finds the former content or this, even after a power cut. */
    void replace(byte[] content) throws IOException {
        Path next = Files.createTempFile(folder(), path.getFileName().toString(), ".new", OWNER_ONLY);
        try {
            write(next, content, StandardOpenOption.WRITE);
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
        try (FileChannel names = FileChannel.open(folder())) {
            names.force(true);
        }
    }

    /** Adds lines to its end. Half a line that a full disk or a power cut left there stays one, and does not spoil the next. */
    void append(byte[] lines) throws IOException {
        if (!exists()) {
            Files.createFile(path, OWNER_ONLY);
        }
        if (endsInMidLine()) {
            write(path, new byte[] {'\n'}, StandardOpenOption.APPEND);
        }
        write(path, lines, StandardOpenOption.APPEND);
    }

    /** Runs while no other thread and no other process does. */
    <T> T alone(Work<T> work) throws IOException {
        here.lock();
        try (FileChannel lock = FileChannel.open(
                path.resolveSibling(path.getFileName() + ".lock"),
                EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                OWNER_ONLY)) {
            lock.lock(); // until the channel is closed
            return work.run();
        } finally {
            here.unlock();
        }
    }

    private Path folder() throws IOException {
        Path folder = path.getParent();
        if (folder == null) {
            throw new IOException("a file has a folder");
        }
        return folder;
    }

    private boolean endsInMidLine() throws IOException {
        try (FileChannel in = FileChannel.open(path)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return in.size() > 0 && in.read(last, in.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    private static void write(Path file, byte[] content, StandardOpenOption option) throws IOException {
        try (FileChannel out = FileChannel.open(file, option)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }
}
