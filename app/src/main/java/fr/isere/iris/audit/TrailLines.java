package fr.isere.iris.audit;

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

    private final InputStream file;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private int position;
    private int filled;
    private boolean unfinished;

    TrailLines(TrailFile file) throws IOException {
        this.file = Files.newInputStream(file.path());
    }

    /** The next line that is finished, cut off if it is far too long; null after the last. */
    @Nullable
    String next() throws IOException {
        line.reset();
        while (position < filled || fill()) {
            int start = position;
            while (position < filled && buffer[position] != '\n') {
                position++;
            }
            line.write(buffer, start, Math.min(position - start, LONGEST - Math.min(line.size(), LONGEST)));
            if (position < filled) {
                position++;
                return line.toString(StandardCharsets.UTF_8);
            }
        }
        unfinished = line.size() > 0;
        return null;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(file.read(buffer), 0);
        return filled > 0;
    }

    /** After the last line: whether the beginning of another follows it, as a crash leaves it. */
    boolean isUnfinished() {
        return unfinished;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
