package fr.isere.iris.documents;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A line that a reader writes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReaderLine.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = ReaderLine.Opened.class, name = "opened"),
    @JsonSubTypes.Type(value = ReaderLine.Page.class, name = "page"),
    @JsonSubTypes.Type(value = ReaderLine.Attachment.class, name = "attachment"),
    @JsonSubTypes.Type(value = ReaderLine.LeftOut.class, name = "left-out"),
    @JsonSubTypes.Type(value = ReaderLine.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = ReaderLine.Failed.class, name = "failed")
})
sealed interface ReaderLine {

    /** What a log may hold. */
    Pattern CLASS_NAME = Pattern.compile("[\\p{Alnum}_.$]{1,200}");

    /** Which reading it belongs to. */
    long reading();

    /** The reader has started. */
    record Ready(long reading) implements ReaderLine {}

    /** What the file is. */
    record Opened(long reading, DocumentKind kind, int pages) implements ReaderLine {
        public Opened {
            Objects.requireNonNull(kind);
        }
    }

    /** A page. */
    record Page(long reading, int number, ReadPage.Origin origin, List<Block> blocks) implements ReaderLine {
        public Page {
            blocks = List.copyOf(blocks);
        }

        ReadPage page() {
            return new ReadPage(number, origin, blocks);
        }
    }

    /** A file that came with a message. */
    record Attachment(long reading, String name, String file) implements ReaderLine {
        public Attachment {
            Objects.requireNonNull(name);
            Objects.requireNonNull(file);
        }
    }

    /** A file that came with a message, of a kind that is not read. */
    record LeftOut(long reading, String name) implements ReaderLine {
        public LeftOut {
            Objects.requireNonNull(name);
        }
    }

    /** The end of the document. */
    record Finished(long reading, int pages) implements ReaderLine {}

    /**
     * The document cannot be read.
     *
     * @param cause class of an exception, or nothing
     */
    record Failed(long reading, ReadingFailure failure, String cause) implements ReaderLine {
        public Failed {
            Objects.requireNonNull(failure);
            Objects.requireNonNull(cause);
        }

        /** Nothing but the name of a class, whatever was written. */
        String causeClass() {
            return CLASS_NAME.matcher(cause).matches() ? cause : "";
        }
    }

    /**
     * Reads one.
     *
     * @throws IOException without anything of the line, if it is none
     */
    static ReaderLine parse(JsonMapper json, byte[] line) throws IOException {
        try {
            return Objects.requireNonNull(json.readValue(line, ReaderLine.class));
        } catch (JacksonException | NullPointerException e) {
            throw new IOException("not a line of a reader: " + e.getClass().getName());
        }
    }
}
