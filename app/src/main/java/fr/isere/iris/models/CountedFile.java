package fr.isere.iris.models;

import fr.isere.iris.models.ModelStore.Blob;
import fr.isere.iris.models.ModelStore.Transfer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A file that tells how much of it was read, and breaks off when nobody wants it any more. */
class CountedFile {

    private static final long EVERY = 1 << 20;

    private final Blob blob;
    private final Transfer transfer;
    private volatile long movedAt = System.nanoTime();

    CountedFile(Blob blob, Transfer transfer) {
        this.blob = blob;
        this.transfer = transfer;
    }

    /** When something of it was last read, as {@link System#nanoTime}. */
    long movedAt() {
        return movedAt;
    }

    InputStream open() {
        try {
            return new Counted(blob.open());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private final class Counted extends FilterInputStream {

        private long read;
        private long told;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int wanted = (int) Math.min(length, blob.bytes() - read);
            int count = wanted == 0 ? -1 : super.read(bytes, from, wanted);
            read += Math.max(0, count);
            movedAt = System.nanoTime();
            if (read - told >= EVERY || count < 0) {
                told = read;
                transfer.moved(Transfer.Phase.SENDING, read, blob.bytes());
                if (!transfer.isWanted()) {
                    throw new IOException("not wanted any more");
                }
            }
            return count;
        }
    }
}
