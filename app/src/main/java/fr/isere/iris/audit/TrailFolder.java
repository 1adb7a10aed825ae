package fr.isere.iris.audit;

import fr.isere.iris.problems.StartRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The folder of the trail. What IRIS makes in it belongs to the account that runs IRIS, and to no other. */
@Component
class TrailFolder {

    private static final Logger log = LoggerFactory.getLogger(TrailFolder.class);

    static final String PROPERTY = "iris.audit.folder (environment variable IRIS_AUDIT_FOLDER)";

    /** Bytes at a file's end that hold its last line, and more. */
    private static final int TAIL = 2 * TrailLines.LONGEST;

    private final Path path;

    TrailFolder(AuditSettings settings) {
        this.path = settings.folder().toAbsolutePath().normalize();
        try {
            Files.createDirectories(path, ownerOnly("rwx------"));
        } catch (IOException e) {
            throw new StartRefused(PROPERTY + " names no folder, nor a place for one");
        }
        if (!Files.isWritable(path)) {
            throw new StartRefused(PROPERTY + " names a folder that IRIS may not write to");
        }
    }

    Path path() {
        return path;
    }

    /** The files of all instances, oldest first. */
    List<TrailFile> files() throws IOException {
        try (Stream<Path> all = Files.list(path)) {
            return all.flatMap(file -> TrailFile.of(file).stream()).sorted().toList();
        }
    }

    /** A file to write to, made if it is to be. */
    FileChannel open(TrailFile file, boolean make) throws IOException {
        Set<StandardOpenOption> options =
                make ? Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE) : Set.of(StandardOpenOption.WRITE);
        return FileChannel.open(file.path(), options, ownerOnly("rw-------"));
    }

    /** Removes a file; one that cannot be removed is told in the log. */
    void remove(TrailFile file) {
        try {
            Files.deleteIfExists(file.path());
        } catch (IOException e) {
            log.warn("A file of the audit trail cannot be removed from {}: {}", PROPERTY, e.getMessage());
        }
    }

    /** Its length in bytes; nothing if it has just gone. */
    static long size(TrailFile file) throws IOException {
        try {
            return Files.size(file.path());
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** The last finished line of a file; empty if there is none that can be read, or if the file has just gone. */
    static Optional<Head> lastOf(TrailFile file) throws IOException {
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            ByteBuffer tail = ByteBuffer.allocate((int) Math.min(channel.size(), TAIL));
            channel.position(channel.size() - tail.capacity());
            Channels.newInputStream(channel).readNBytes(tail.array(), 0, tail.capacity());
            String text = new String(tail.array(), StandardCharsets.UTF_8);
            String finished = text.substring(0, Math.max(text.lastIndexOf('\n'), 0));
            return Line.parse(finished.substring(finished.lastIndexOf('\n') + 1))
                    .flatMap(line -> Head.of(file, line));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private FileAttribute<?>[] ownerOnly(String rights) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(rights);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }
}
