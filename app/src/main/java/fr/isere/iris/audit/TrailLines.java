package fr.isere.iris.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** The lines of a file, one by one. Unlike the platform's reader it tells a last line that lacks its end, and holds no endless one. */
final class TrailLines implements AutoCloseable {

    /** Of what IRIS writes no line comes near it. */
    static final int LONGEST = 16_384;

    private final InputStream bytes;
    private boolean unfinished;

    TrailLines(TrailFile file) throws IOException {
        this.bytes = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16);
    }

    /** The next line that is finished, cut off if it is far too long; null after the last. */
    @Nullable
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        for (int one = bytes.read(); one >= 0; one = bytes.read()) {
            if (one == '\n') {
                return line.toString(StandardCharsets.UTF_8);
            }
            if (line.size() < LONGEST) {
                line.write(one);
            }
        }
        unfinished = line.size() > 0;
        return null;
    }

    /** After the last line: whether the beginning of another follows it, as a crash leaves it. */
    boolean isUnfinished() {
        return unfinished;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
