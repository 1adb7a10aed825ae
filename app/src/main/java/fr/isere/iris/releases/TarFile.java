package fr.isere.iris.releases;

import fr.isere.iris.releases.Workshop.Failed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipEncodingHelper;

/**
 * Where the files of a tar lie in it. Only headers are read, one at a time and of files and folders alone: neither a name nor a size that a
 * header announces takes memory, nothing is unpacked, and links, devices and extended headers are refused.
 */
final class TarFile {

    /** A model has a manifest and some ten files. */
    private static final int MOST = 128;

    private static final int RECORD = TarConstants.DEFAULT_RCDSIZE;

    private TarFile() {}

    /** A file's bytes in the tar. */
    record Part(long offset, long bytes) {}

    /**
     * By name.
     *
     * @throws Failed {@code import-not-bundle}, {@code import-bundle-cut} or {@code import-bundle-entry}
     */
    static Map<String, Part> parts(Path file) throws IOException {
        Map<String, Part> parts = new LinkedHashMap<>();
        try (SeekableByteChannel tar =
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            long at = 0;
            for (int headers = 0; ; headers++) {
                byte[] record = record(tar, at);
                if (isEnd(record)) {
                    return parts;
                }
                TarArchiveEntry entry = entry(record);
                at += RECORD;
                if (entry.getSize() > tar.size() - at) {
                    throw new Failed("import-bundle-cut");
                }
                boolean again = isFile(entry) && parts.put(name(entry), new Part(at, entry.getSize())) != null;
                if (again || headers > MOST) {
                    throw new Failed("import-bundle-entry");
                }
                at += (entry.getSize() + RECORD - 1) / RECORD * RECORD;
            }
        }
    }

    private static byte[] record(SeekableByteChannel tar, long at) throws IOException {
        byte[] record = new byte[RECORD];
        ByteBuffer empty = ByteBuffer.wrap(record);
        tar.position(at);
        while (empty.hasRemaining()) {
            if (tar.read(empty) < 0) {
                throw new Failed(at == 0 ? "import-not-bundle" : "import-bundle-cut");
            }
        }
        return record;
    }

    private static boolean isEnd(byte... record) {
        for (byte one : record) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    private static TarArchiveEntry entry(byte... record) throws IOException {
        try {
            TarArchiveEntry entry = new TarArchiveEntry(record, ZipEncodingHelper.getZipEncoding("UTF-8"), false);
            if (entry.isCheckSumOK()) {
                return entry;
            }
        } catch (IllegalArgumentException | IOException noHeader) {
            throw new Failed("import-not-bundle");
        }
        throw new Failed("import-not-bundle");
    }

    /** Whether it is one; a folder is none, and says nothing. */
    private static boolean isFile(TarArchiveEntry entry) {
        byte kind = entry.getLinkFlag();
        if (kind == TarConstants.LF_DIR && entry.getSize() == 0) {
            return false;
        }
        if (kind != TarConstants.LF_NORMAL && kind != TarConstants.LF_OLDNORM) {
            throw new Failed("import-bundle-entry");
        }
        return true;
    }

    private static String name(TarArchiveEntry entry) {
        String name = entry.getName();
        return name.startsWith("./") ? name.substring(2) : name;
    }
}
