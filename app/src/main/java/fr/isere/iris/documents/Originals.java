package fr.isere.iris.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Files as they were sent, until they have been read: in a folder of this process's own, that only its user may open. The folder goes
 * when IRIS stops; what a crash left goes when an instance starts on the same machine.
 */
@Component
class Originals implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Originals.class);
    private static final int BUFFER = 64 * 1024;
    /** What the reader asks the name of a text for; nothing else of a name gets into a path. */
    private static final Set<String> EXTENSIONS = Set.of(".txt", ".md", ".markdown", ".html", ".htm", ".eml");

    private static final FileAttribute<?> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final OwnedFolder folder;

    Originals() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        OwnedFolder.removeOrphans(temporary);
        folder = OwnedFolder.create(temporary);
    }

    /** Where they are. */
    Path folder() {
        return folder.path();
    }

    /** Reads or refuses what goes into a file. */
    interface Bound {
        /** Called before each piece is written, with the size of the file after it. */
        void check(long size) throws IOException;
    }

    /**
     * Copies a stream into a new file, or leaves none. The file has the extension of the name where that tells kinds of text apart.
     *
     * @param name for the screen
     * @throws IOException by what is read, or {@link NoRoom} by what is written
     */
    Original keep(String name, InputStream in, Bound bound) throws IOException {
        Path file = newFile(extension(name));
        boolean whole = false;
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = copy(in, file, digest, bound);
            whole = true;
            return new Original(file, name, size, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } finally {
            if (!whole) {
                delete(file);
            }
        }
    }

    /** Deletes a file; harmless if it is gone. */
    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn(
                    "A file that was sent could not be deleted: {}",
                    e.getClass().getName());
        }
    }

    @Override
    public void destroy() {
        folder.close();
    }

    /** The disk took no more. */
    static final class NoRoom extends IOException {
        private static final long serialVersionUID = 1;

        NoRoom(IOException cause) {
            super(cause);
        }
    }

    private static String extension(String name) {
        String extension = name.substring(Math.max(0, name.lastIndexOf('.'))).toLowerCase(Locale.ROOT);
        return EXTENSIONS.contains(extension) ? extension : "";
    }

    private Path newFile(String extension) throws NoRoom {
        try {
            return Files.createTempFile(folder.path(), "", extension, OWNER_ONLY_FILE);
        } catch (IOException e) {
            throw new NoRoom(e);
        }
    }

    private static long copy(InputStream in, Path file, MessageDigest digest, Bound bound) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                bound.check(size);
                digest.update(buffer, 0, read);
                write(out, buffer, read);
            }
        }
        return size;
    }

    private static void write(OutputStream out, byte[] buffer, int length) throws NoRoom {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new NoRoom(e);
        }
    }
}
