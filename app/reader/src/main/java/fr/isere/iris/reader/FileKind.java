package fr.isere.iris.reader;

import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadingFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * Tells what a file is by what is in it. Its name is asked only between kinds of text, which nothing else tells apart. A file that is
 * several kinds at once is read as what it begins as.
 */
final class FileKind {

    private static final int HEAD = 16 << 10;
    /** As PDF readers do: the header may come after some lines of a mail or a printer. */
    private static final int PDF_HEADER_WITHIN = 1024;

    private static final Pattern MARKDOWN =
            Pattern.compile("(?m)^(?:#{1,6} \\S.*|[-*+] \\[[ x]] .*|\\|(?: ?:?-+:? ?\\|)+|```.*)$");
    private static final Pattern HTML =
            Pattern.compile("(?is)^\\s*(?:<!--.*?-->\\s*)*<(?:!doctype html|html|head|body)\\b.*");

    private FileKind() {}

    /** Beforehand what the first text would wait for. */
    static void warmUp() {
        MimeTypes.getDefaultMimeTypes();
    }

    static DocumentKind of(Path file) throws IOException, Unreadable {
        byte[] head = head(file);
        if (head.length == 0) {
            throw new Unreadable(ReadingFailure.EMPTY_FILE);
        }
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("%PDF-")) {
            return DocumentKind.PDF;
        }
        if (start.startsWith("PK")) {
            return ZipKind.of(file);
        }
        if (start.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return CompoundKind.of(file);
        }
        if (start.startsWith("{\\rtf")) {
            return DocumentKind.RTF;
        }
        int header = start.indexOf("%PDF-");
        return header > 0 && header < PDF_HEADER_WITHIN ? DocumentKind.PDF : ofText(file, head, start);
    }

    private static DocumentKind ofText(Path file, byte[] head, String start) throws IOException, Unreadable {
        MediaType type = MimeTypes.getDefaultMimeTypes().detect(new ByteArrayInputStream(head), new Metadata());
        String name = type.getType() + '/' + type.getSubtype();
        if (name.equals("message/rfc822")) {
            return DocumentKind.MAIL;
        }
        if (name.equals("text/html")
                || name.equals("application/xhtml+xml")
                || HTML.matcher(start).matches()) {
            return DocumentKind.HTML;
        }
        boolean text = type.getType().equals("text") || name.equals("application/json") || TextDecoder.isText(head);
        if (!text || name.endsWith("xml")) {
            throw new Unreadable(ReadingFailure.UNKNOWN_TYPE);
        }
        return ofPlain(extension(file), start);
    }

    private static DocumentKind ofPlain(String extension, String start) {
        if (extension.equals("html") || extension.equals("htm")) {
            return DocumentKind.HTML;
        }
        if (extension.equals("eml") && MailHead.is(start)) {
            return DocumentKind.MAIL;
        }
        boolean marks = MARKDOWN.matcher(start).results().limit(2).count() == 2;
        boolean named = extension.equals("md") || extension.equals("markdown");
        return named || (marks && !extension.equals("txt")) ? DocumentKind.MARKDOWN : DocumentKind.TEXT;
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    /** Headers of a message without those that Tika knows it by. */
    private static final class MailHead {

        private static final Pattern FIELDS =
                Pattern.compile("(?is)^(?:[a-z-]+:[^\\n]*\\r?\\n(?:[ \\t][^\\n]*\\r?\\n)*)+\\r?\\n.*");

        private static boolean is(String start) {
            String lower = start.toLowerCase(Locale.ROOT);
            return FIELDS.matcher(start).matches() && (lower.contains("from:") || lower.contains("subject:"));
        }
    }
}
