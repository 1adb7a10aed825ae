package fr.isere.iris.reader.office;

import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reading.ReadingFailure;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A zip file that is not believed: what it unpacks into is counted, whatever its directory says. */
public final class OfficeFile implements Closeable {

    private static final int MOST_ENTRIES = 20_000;
    /** All parts together, unpacked: the text of a thousand pages takes a tenth. */
    static final long MOST_BYTES = 400L << 20;
    /** Text in XML packs by ten to fifty. */
    static final long MOST_RATIO = 250;
    /** Below it, a ratio says nothing. */
    static final long RATIO_FROM = 8L << 20;

    private static final int MOST_OF_A_MANIFEST = 4 << 20;

    private final ZipFile zip;
    private long unpacked;

    private OfficeFile(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * Opens a file.
     *
     * @throws Unreadable if it is a bomb, by what it says of itself
     * @throws IOException if it is no whole zip file
     */
    public static OfficeFile open(Path file) throws IOException, Unreadable {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            check(zip);
            return new OfficeFile(zip);
        } catch (Unreadable | RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    private static void check(ZipFile zip) throws Unreadable {
        long all = 0;
        if (zip.size() > MOST_ENTRIES) {
            throw new Unreadable(ReadingFailure.TOO_BIG_INSIDE);
        }
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            all += Math.max(0, entry.getSize());
            if (all > MOST_BYTES || bomb(entry, entry.getSize())) {
                throw new Unreadable(ReadingFailure.TOO_BIG_INSIDE);
            }
        }
    }

    private static boolean bomb(ZipEntry entry, long size) {
        return size > RATIO_FROM && size / Math.max(1, entry.getCompressedSize()) > MOST_RATIO;
    }

    /** Whether there is such a part. */
    public boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** The text of a small part. */
    public String text(String name) throws IOException {
        try (InputStream in = stream(name)) {
            return new String(in.readNBytes(MOST_OF_A_MANIFEST), StandardCharsets.UTF_8);
        }
    }

    /** A part, as a stream that fails when it grows beyond what a document may be. */
    public InputStream stream(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("a part is missing");
        }
        return new Counted(zip.getInputStream(entry), entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** It grows beyond all bounds. */
    public static final class Bomb extends IOException {

        private Bomb() {
            super("more inside than a document has");
        }
    }

    private final class Counted extends FilterInputStream {

        private final ZipEntry entry;
        private long own;

        private Counted(InputStream in, ZipEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            int letter = super.read();
            count(letter < 0 ? 0 : 1);
            return letter;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) throws Bomb {
            own += bytes;
            unpacked += bytes;
            if (unpacked > MOST_BYTES || bomb(entry, own)) {
                throw new Bomb();
            }
        }
    }
}
