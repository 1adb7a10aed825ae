package fr.isere.iris.releases;

import fr.isere.iris.models.ModelStore.Blob;
import fr.isere.iris.releases.Workshop.Failed;
import fr.isere.iris.releases.Workshop.Work;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Reads large files for their digests, tells how far it is, and stops when nobody wants it any more. */
final class Checking {

    private static final int BUFFER = 1 << 20;

    private final Work work;
    private final long total;
    private long read;

    /** @param total how many bytes will be read */
    Checking(Work work, long total) {
        this.work = work;
        this.total = total;
    }

    /**
     * Compares bytes with the digest that they should have.
     *
     * @throws Failed {@code import-digest}
     */
    void same(Blob blob) throws IOException {
        requireSame(blob.sha256(), sha256(blob.file(), blob.offset(), blob.bytes()));
    }

    /** @throws Failed {@code import-digest} */
    static void requireSame(String expected, String actual) {
        if (!actual.equals(expected.toLowerCase(Locale.ROOT))) {
            throw new Failed("import-digest");
        }
    }

    /** The digest of so many bytes of a file from there on. */
    String sha256(Path file, long offset, long bytes) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = new Blob(file, offset, "", bytes).open()) {
            long left = bytes;
            while (left > 0) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    throw new IOException("shorter than it was");
                }
                digest.update(buffer, 0, count);
                left -= count;
                read += count;
                work.at("checking", read, total, "bytes");
                if (!work.isWanted()) {
                    throw new Failed("release-cancelled");
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(byte... bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
