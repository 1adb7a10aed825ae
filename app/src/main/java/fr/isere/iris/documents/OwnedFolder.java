package fr.isere.iris.documents;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A temporary folder that nobody else may enter, with a lock in it that its process holds: of one whose lock is free, the process was
 * killed, and whoever starts next removes it.
 */
final class OwnedFolder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OwnedFolder.class);

    private static final String PREFIX = "iris-readers-";
    private static final String LOCK = "lock";
    private static final long PAUSE_MS = 50;

    /** Looking at a lock of one's own process would give it up. */
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private OwnedFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static OwnedFolder create(Path temporary) throws IOException {
        Path path = Files.createTempDirectory(temporary, PREFIX);
        HERE.add(path);
        FileChannel lock =
                FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        return new OwnedFolder(path, lock);
    }

    /** Removes those of processes that are gone. */
    static void removeOrphans(Path temporary) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : folders) {
                if (!HERE.contains(folder) && isOrphan(folder)) {
                    delete(folder);
                }
            }
        }
    }

    /** Another account's cannot be locked. */
    private static boolean isOrphan(Path folder) {
        try (FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock taken = lock.tryLock()) {
            return taken != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    /**
     * Removes a folder with all that is in it. A process that was just killed may still put something there: it is tried again.
     *
     * @return whether nothing is left
     */
    static boolean delete(Path folder) {
        for (int attempt = 1; attempt <= 3; attempt++) {
            try {
                FileSystemUtils.deleteRecursively(folder);
                return true;
            } catch (IOException e) {
                pause();
            }
        }
        log.warn("A temporary folder of a reader of documents could not be removed");
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            log.debug("a lock could not be given back: {}", e.getClass().getName());
        }
        delete(path);
        HERE.remove(path);
    }
}
