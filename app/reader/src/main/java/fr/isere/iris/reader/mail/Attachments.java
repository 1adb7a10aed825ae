package fr.isere.iris.reader.mail;

import fr.isere.iris.reader.Letters;
import fr.isere.iris.reader.Sink;
import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reading.ReadingFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * The files of a message, written down one after the other under names of our own: theirs are only passed on. Pictures, sounds and
 * invitations are no documents, and named as not read; what only signs or shows the message itself is passed over.
 */
final class Attachments {

    private static final int MOST = 50;
    private static final long MOST_BYTES = 150L << 20;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_LEFT_OUT = 500;
    private static final Set<String> OF_THE_MESSAGE = Set.of(
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/pgp-signature",
            "message/delivery-status");
    private static final Set<String> NO_DOCUMENTS =
            Set.of("application/ms-tnef", "application/vnd.ms-tnef", "text/calendar");

    private final Path temporary;
    private final Sink sink;
    private int count;
    private int leftOut;
    private long bytes;

    Attachments(Path temporary, Sink sink) {
        this.temporary = temporary;
        this.sink = sink;
    }

    static boolean isDocument(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return !lower.startsWith("image/")
                && !lower.startsWith("audio/")
                && !lower.startsWith("video/")
                && !NO_DOCUMENTS.contains(lower)
                && !OF_THE_MESSAGE.contains(lower);
    }

    /** Whether a part is there for the message's sake: its signature, or news of its delivery. */
    static boolean isOfTheMessage(String type) {
        return OF_THE_MESSAGE.contains(type.toLowerCase(Locale.ROOT));
    }

    /** Says that a file was not read. */
    void leaveOut(String name) throws Unreadable {
        if (++leftOut > MOST_LEFT_OUT) {
            throw new Unreadable(ReadingFailure.TOO_BIG_INSIDE);
        }
        sink.leftOut(plain(name, leftOut));
    }

    void add(String name, InputStream content) throws IOException, Unreadable {
        if (++count > MOST) {
            throw new Unreadable(ReadingFailure.TOO_BIG_INSIDE);
        }
        Path file = Files.createTempFile(temporary, "attachment", ".part");
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[16 << 10];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > MOST_BYTES) {
                    throw new Unreadable(ReadingFailure.TOO_BIG_INSIDE);
                }
                out.write(buffer, 0, read);
            }
        }
        sink.attachment(plain(name, count), file);
        Files.deleteIfExists(file);
    }

    /** Without a path, and without what a name would hide in a list. */
    private static String plain(String name, int number) {
        String last = Letters.clean(name)
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\n\\r\\t]", " ")
                .strip();
        String known = last.isEmpty() ? "piece-jointe-" + number : last;
        return known.length() <= LONGEST_NAME ? known : known.substring(known.length() - LONGEST_NAME);
    }
}
