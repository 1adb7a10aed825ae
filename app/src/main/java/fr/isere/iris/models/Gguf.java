package fr.isere.iris.models;

import fr.isere.iris.models.ModelStore.Blob;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Whether a file is a GGUF as far as its beginning goes: what it announces is of a known kind and fits into the file. Ollama 0.17.4 believes
 * what it reads there, and dies of a file that announces too much, with all that it serves.
 */
final class Gguf {

    private static final int MAGIC = 0x46554747;
    private static final int ARRAY = 9;
    private static final int STRING = 8;
    private static final int MOST_DIMENSIONS = 8;

    /** Bytes of a value of each type; strings and arrays say their own length. */
    private static final int[] SIZES = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

    private final DataInputStream in;
    private long left;

    private Gguf(InputStream in, long bytes) {
        this.in = new DataInputStream(in);
        left = bytes;
    }

    static boolean isSound(Blob blob) throws IOException {
        try (InputStream in = new BufferedInputStream(blob.open(), 1 << 16)) {
            return new Gguf(in, blob.bytes()).isSound();
        } catch (EOFException tooShort) {
            return false;
        }
    }

    private boolean isSound() throws IOException {
        if (int32() != MAGIC) {
            return false;
        }
        int version = int32();
        long tensors = int64();
        long values = int64();
        if (version < 2 || version > 3 || tensors < 0 || tensors > left || values < 0 || values > left) {
            return false;
        }
        for (long i = 0; i < values; i++) {
            if (!string() || !value(int32(), true)) {
                return false;
            }
        }
        for (long i = 0; i < tensors; i++) {
            if (!tensor()) {
                return false;
            }
        }
        return true;
    }

    private boolean tensor() throws IOException {
        if (!string()) {
            return false;
        }
        int dimensions = int32();
        return dimensions >= 0 && dimensions <= MOST_DIMENSIONS && skip(dimensions * 8L + 4 + 8);
    }

    private boolean string() throws IOException {
        return skip(int64());
    }

    private boolean value(int type, boolean mayBeArray) throws IOException {
        if (type < 0 || type >= SIZES.length) {
            return false;
        }
        if (type == STRING) {
            return string();
        }
        if (type != ARRAY) {
            return skip(SIZES[type]);
        }
        int of = int32();
        long count = int64();
        if (!mayBeArray || count < 0 || count > left || of < 0 || of >= SIZES.length || of == ARRAY) {
            return false;
        }
        if (of != STRING) {
            return skip(count * SIZES[of]);
        }
        for (long i = 0; i < count; i++) {
            if (!string()) {
                return false;
            }
        }
        return true;
    }

    private boolean skip(long bytes) throws IOException {
        if (bytes < 0 || bytes > left) {
            return false;
        }
        in.skipNBytes(bytes);
        left -= bytes;
        return true;
    }

    private int int32() throws IOException {
        left -= 4;
        return Integer.reverseBytes(in.readInt());
    }

    private long int64() throws IOException {
        left -= 8;
        return Long.reverseBytes(in.readLong());
    }
}
