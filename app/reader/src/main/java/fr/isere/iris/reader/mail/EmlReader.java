package fr.isere.iris.reader.mail;

import fr.isere.iris.reader.PageCutter;
import fr.isere.iris.reader.Sink;
import fr.isere.iris.reader.TextDecoder;
import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reading.ReadingFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.util.MimeUtil;

/** A message as it travelled, read as a stream: messages in it are read in their place, other files are passed on. */
public final class EmlReader {

    private static final int DEEPEST = 20;
    private static final int MOST_TEXT = 20 << 20;

    private final MailText text;
    private final Attachments attachments;
    private final Map<String, String> fields = new HashMap<>();
    /** Each multipart that is open. */
    private final Deque<Choice> choices = new ArrayDeque<>();

    private int messages;

    private static final class Choice {
        private final boolean alternatives;
        private final boolean related;
        private boolean made;

        private Choice(String type) {
            this.alternatives = type.equalsIgnoreCase("alternative");
            this.related = type.equalsIgnoreCase("related");
        }
    }

    private EmlReader(MailText text, Attachments attachments) {
        this.text = text;
        this.attachments = attachments;
    }

    /** Reads a message into blocks, and its files into the folder. */
    public static void read(InputStream message, Path temporary, PageCutter pages, Sink sink)
            throws IOException, Unreadable {
        MimeConfig bounds = new MimeConfig.Builder()
                .setMaxLineLen(1 << 20)
                .setMaxHeaderLen(1 << 17)
                .setMaxHeaderCount(5_000)
                .build();
        MimeTokenStream stream = new MimeTokenStream(bounds, new Whole(), null);
        stream.parse(message);
        try {
            new EmlReader(new MailText(pages), new Attachments(temporary, sink)).walk(stream);
        } catch (MimeException e) {
            throw new Unreadable(ReadingFailure.DAMAGED, e);
        }
    }

    private void walk(MimeTokenStream stream) throws IOException, MimeException, Unreadable {
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_START_MESSAGE -> deeper(++messages);
                case T_END_MESSAGE -> messages--;
                case T_START_HEADER -> fields.clear();
                case T_FIELD ->
                    fields.putIfAbsent(
                            stream.getField().getName().toLowerCase(Locale.ROOT),
                            decoded(stream.getField().getBody()));
                case T_END_HEADER -> head();
                case T_START_MULTIPART -> {
                    choices.push(new Choice(stream.getBodyDescriptor().getSubType()));
                    deeper(choices.size());
                }
                case T_END_MULTIPART -> choices.pop();
                case T_BODY -> body(stream);
                default -> {
                    // what stands before the first part and after the last
                }
            }
        }
    }

    private static void deeper(int depth) throws Unreadable {
        if (depth > DEEPEST) {
            throw new Unreadable(ReadingFailure.TOO_NESTED);
        }
    }

    private void head() throws Unreadable {
        if (fields.containsKey("from") || fields.containsKey("subject")) {
            text.subject(fields.getOrDefault("subject", ""));
            text.field("De", fields.getOrDefault("from", ""));
            text.field("À", fields.getOrDefault("to", ""));
            text.field("Copie", fields.getOrDefault("cc", ""));
            text.field("Date", fields.getOrDefault("date", ""));
        }
    }

    private void body(MimeTokenStream stream) throws IOException, Unreadable {
        BodyDescriptor about = stream.getBodyDescriptor();
        String type = about.getMimeType().toLowerCase(Locale.ROOT);
        String disposition = fields.getOrDefault("content-disposition", "").toLowerCase(Locale.ROOT);
        boolean encrypted = fields.getOrDefault("content-type", "").contains("enveloped-data")
                || type.equals("application/pgp-encrypted");
        if (encrypted) {
            throw new Unreadable(ReadingFailure.ENCRYPTED);
        }
        boolean shown = type.equals("text/plain") || type.equals("text/html");
        if (shown && !disposition.startsWith("attachment")) {
            shown(stream, type.equals("text/html"));
        } else if (Attachments.isDocument(type)) {
            attachments.add(FileNames.of(fields), stream.getDecodedInputStream());
        } else if (!Attachments.isOfTheMessage(type) && !isShownInText(type, disposition)) {
            attachments.leaveOut(FileNames.of(fields));
        }
    }

    /** The text shows it, a logo mostly, or it says what the text says: an invitation beside its words. */
    private boolean isShownInText(String type, String disposition) {
        boolean named = fields.containsKey("content-id") && choices.stream().anyMatch(choice -> choice.related);
        boolean beside = type.equals("text/calendar") && choices.stream().anyMatch(choice -> choice.alternatives);
        return !disposition.startsWith("attachment") && (named || beside);
    }

    private void shown(MimeTokenStream stream, boolean html) throws IOException, Unreadable {
        if (choices.stream().anyMatch(choice -> choice.alternatives && choice.made)) {
            return;
        }
        byte[] bytes = stream.getDecodedInputStream().readNBytes(MOST_TEXT + 1);
        if (bytes.length > MOST_TEXT) {
            throw new Unreadable(ReadingFailure.TOO_BIG_INSIDE);
        }
        String decoded = decode(bytes, stream.getBodyDescriptor().getCharset());
        if (html ? text.html(decoded) : text.plain(decoded)) {
            choices.forEach(choice -> choice.made = true);
        }
    }

    private static String decode(byte[] bytes, String charset) {
        try {
            Charset named = charset == null ? StandardCharsets.US_ASCII : Charset.forName(charset);
            boolean guessed = named.equals(StandardCharsets.US_ASCII) || named.equals(StandardCharsets.UTF_8);
            return guessed ? TextDecoder.decode(bytes) : new String(bytes, named);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return TextDecoder.decode(bytes);
        }
    }

    private static String decoded(String field) {
        String unfolded = MimeUtil.unfold(field).strip();
        return DecoderUtil.decodeEncodedWords(unfolded, DecodeMonitor.SILENT);
    }

    /** A message that broke off on its way ends before its last boundary. */
    private static final class Whole extends DecodeMonitor {

        @Override
        public boolean warn(String error, String consequence) {
            return error.contains("ended prematurely");
        }

        @Override
        public boolean isListening() {
            return true;
        }
    }
}
