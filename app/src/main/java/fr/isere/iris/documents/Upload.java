package fr.isere.iris.documents;

import fr.isere.iris.problems.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.springframework.http.HttpStatus;

/**
 * An upload, read from the wire part by part: first where it goes, then, once that is allowed, the file. Servlets' own reading of
 * such a request would have the whole file on the disk before anybody may refuse it.
 */
final class Upload {

    private static final String CONVERSATION = "conversationId";
    private static final String FILE = "file";
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_HEADERS = 8 * 1024;

    /** What it may take from the first byte to the last. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final FileItemIterator parts;
    private final Clock clock;

    private Upload(FileItemIterator parts, Clock clock) {
        this.parts = parts;
        this.clock = clock;
    }

    /** Begins to read; nothing of the file yet. */
    static Upload of(HttpServletRequest request, Clock clock) {
        FileUpload upload = new FileUpload();
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        upload.setPartHeaderSizeMax(LONGEST_HEADERS);
        return new Upload(reading(() -> upload.getItemIterator(new ServletRequestContext(request))), clock);
    }

    /**
     * The first part: which conversation it goes to.
     *
     * @throws ProblemException {@code upload-incomplete} if there is none
     */
    String conversationId() {
        return reading(() -> {
            try (InputStream in = next(CONVERSATION, true).openStream()) {
                return new String(in.readNBytes(LONGEST_ID), StandardCharsets.UTF_8).strip();
            }
        });
    }

    /**
     * The second part, brought to a file.
     *
     * @throws ProblemException {@code upload-incomplete} if it is not there or not whole, {@code document-too-large},
     *     {@code document-empty}, {@code upload-no-room}
     */
    Original file(Originals originals, DocumentSettings settings) {
        long most = settings.maxSize().toBytes();
        Instant latest = clock.instant().plus(LONGEST);
        Original original = reading(() -> {
            FileItemStream part = next(FILE, false);
            try (InputStream in = part.openStream()) {
                return originals.keep(FileName.shown(nameOf(part)), in, size -> check(size, most, latest));
            }
        });
        if (original.bytes() == 0) {
            originals.delete(original.path());
            throw new ProblemException("document-empty", HttpStatus.BAD_REQUEST);
        }
        return original;
    }

    private FileItemStream next(String name, boolean isText) throws IOException {
        if (!parts.hasNext()) {
            throw incomplete();
        }
        FileItemStream part = parts.next();
        if (part.isFormField() != isText || !name.equals(part.getFieldName())) {
            throw incomplete();
        }
        return part;
    }

    private void check(long size, long most, Instant latest) {
        if (size > most) {
            throw tooLarge(most);
        }
        if (clock.instant().isAfter(latest)) {
            throw incomplete();
        }
    }

    static ProblemException tooLarge(long most) {
        return new ProblemException("document-too-large", HttpStatus.CONTENT_TOO_LARGE, most >> 20);
    }

    private static String nameOf(FileItemStream part) {
        try {
            String name = part.getName();
            return name == null ? "" : name;
        } catch (InvalidFileNameException e) {
            return e.getName(); // with a NUL in it, which goes like every control
        }
    }

    private static ProblemException incomplete() {
        return new ProblemException("upload-incomplete", HttpStatus.BAD_REQUEST);
    }

    /** Reads what may end at any moment: the browser was closed, the network is away, somebody sent something else. */
    private interface Reading<T> {
        T read() throws IOException, FileUploadException;
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (Originals.NoRoom e) {
            throw new ProblemException("upload-no-room", HttpStatus.SERVICE_UNAVAILABLE);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw incomplete(); // the last is Tomcat's word for a browser that went away
        }
    }
}
