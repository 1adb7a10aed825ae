package fr.isere.iris.reader.mail;

import fr.isere.iris.reader.PageCutter;
import fr.isere.iris.reader.Sink;
import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reader.text.RtfReader;
import fr.isere.iris.reading.ReadingFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.Calendar;
import java.util.Locale;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.jspecify.annotations.Nullable;

/** A message as Outlook keeps it. */
public final class MsgReader {

    private static final int DEEPEST = 20;

    private final PageCutter pages;
    private final MailText text;
    private final Attachments attachments;

    private MsgReader(PageCutter pages, Attachments attachments) {
        this.pages = pages;
        this.text = new MailText(pages);
        this.attachments = attachments;
    }

    /** Reads a message into blocks, and its files into the folder. */
    public static void read(Path file, Path temporary, PageCutter pages, Sink sink) throws IOException, Unreadable {
        try (MAPIMessage message = new MAPIMessage(file.toFile())) {
            new MsgReader(pages, new Attachments(temporary, sink)).read(message, 0);
        }
    }

    private void read(MAPIMessage message, int depth) throws IOException, Unreadable {
        if (depth > DEEPEST) {
            throw new Unreadable(ReadingFailure.TOO_NESTED);
        }
        message.setReturnNullOnMissingChunk(true);
        try {
            text.subject(known(message.getSubject()));
            text.field("De", known(message.getDisplayFrom()));
            text.field("À", known(message.getDisplayTo()));
            text.field("Copie", known(message.getDisplayCC()));
            text.field("Date", date(message.getMessageDate()));
            body(message);
        } catch (ChunkNotFoundException missing) {
            throw new Unreadable(ReadingFailure.DAMAGED, missing);
        }
        String shown = html(message);
        for (AttachmentChunks attachment : message.getAttachmentFiles()) {
            attached(attachment, shown, depth);
        }
    }

    private void body(MAPIMessage message) throws ChunkNotFoundException, IOException, Unreadable {
        if (text.plain(known(message.getTextBody())) || text.html(known(message.getHtmlBody()))) {
            return;
        }
        String rtf = known(message.getRtfBody());
        if (!rtf.isBlank()) {
            RtfReader.read(new ByteArrayInputStream(rtf.getBytes(StandardCharsets.ISO_8859_1)), pages);
        }
    }

    private void attached(AttachmentChunks attachment, String html, int depth) throws IOException, Unreadable {
        MAPIMessage inner = attachment.getAttachmentDirectory() == null ? null : attachment.getEmbeddedMessage();
        String type = value(attachment.getAttachMimeTag());
        String longName = value(attachment.getAttachLongFileName());
        String name = longName.isEmpty() ? value(attachment.getAttachFileName()) : longName;
        String id = value(attachment.getAttachContentId());
        if (inner != null) {
            read(inner, depth + 1);
        } else if (attachment.getAttachData() != null && Attachments.isDocument(type)) {
            attachments.add(
                    name, new ByteArrayInputStream(attachment.getAttachData().getValue()));
        } else if (!Attachments.isOfTheMessage(type) && (id.isEmpty() || !html.contains("cid:" + id))) {
            attachments.leaveOut(name);
        }
    }

    private static String html(MAPIMessage message) throws Unreadable {
        try {
            return known(message.getHtmlBody());
        } catch (ChunkNotFoundException missing) {
            throw new Unreadable(ReadingFailure.DAMAGED, missing);
        }
    }

    private static String value(@Nullable StringChunk chunk) {
        return chunk == null ? "" : known(chunk.getValue());
    }

    private static String known(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String date(@Nullable Calendar date) {
        return date == null ? "" : new SimpleDateFormat("d MMMM yyyy HH:mm", Locale.FRANCE).format(date.getTime());
    }
}
