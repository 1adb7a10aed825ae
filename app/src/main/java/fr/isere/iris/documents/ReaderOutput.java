package fr.isere.iris.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What a reader writes, line by line; a line without end is not waited for. */
final class ReaderOutput {

    /** Far more than a page that is one. */
    private static final int LONGEST = 32 * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;

    ReaderOutput(InputStream in) {
        this.in = in;
    }

    /**
     * The next line, without its end; null when there is no more.
     *
     * @throws IOException if it is too long
     */
    byte @Nullable [] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (fill()) {
            int stop = next;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            line.write(buffer, next, stop - next);
            next = stop;
            if (next < end) {
                next++;
                return line.toByteArray();
            }
            if (line.size() > LONGEST) {
                throw new IOException("a line without end");
            }
        }
        return null;
    }

    private boolean fill() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(buffer));
        }
        return next < end;
    }
}
