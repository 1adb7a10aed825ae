package fr.isere.iris.reader;

import fr.isere.iris.reader.mail.EmlReader;
import fr.isere.iris.reader.mail.MsgReader;
import fr.isere.iris.reader.ocr.Recognition;
import fr.isere.iris.reader.office.OfficeFile;
import fr.isere.iris.reader.office.OfficeReader;
import fr.isere.iris.reader.pdf.PdfReader;
import fr.isere.iris.reader.text.HtmlReader;
import fr.isere.iris.reader.text.MarkdownReader;
import fr.isere.iris.reader.text.PlainReader;
import fr.isere.iris.reader.text.RtfReader;
import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadingFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.logging.LogManager;

/** Reads a file of any kind into pages. */
final class Extraction {

    private static final Path TESSERACT = Path.of("/usr/bin/tesseract");

    static {
        // Libraries log what they stumble over, and that is content.
        LogManager.getLogManager().reset();
    }

    private final PdfReader pdf;

    Extraction() {
        this(TESSERACT);
    }

    /** @param tesseract where the program would be that recognises text in pictures */
    Extraction(Path tesseract) {
        this.pdf = new PdfReader(new Recognition(tesseract));
    }

    /**
     * Does beforehand what the first document would wait for.
     *
     * @param idle whether none waits yet
     */
    void warmUp(BooleanSupplier idle) {
        FileKind.warmUp();
        WarmUp.pdf(pdf, idle);
    }

    /**
     * Reads a file.
     *
     * @param temporary empty folder for what this reading writes down
     * @throws Unreadable if the file cannot be read, or only a part of it
     */
    void read(Path original, Path temporary, Bounds bounds, Sink sink) throws Unreadable {
        try {
            DocumentKind kind = FileKind.of(original);
            if (kind == DocumentKind.PDF) {
                pdf.read(original, temporary, bounds, sink);
            } else {
                sink.opened(kind, 0);
                PageCutter pages = new PageCutter(sink, bounds);
                read(kind, original, temporary, pages, sink);
                pages.end();
            }
        } catch (OfficeFile.Bomb e) {
            throw new Unreadable(ReadingFailure.TOO_BIG_INSIDE, e);
        } catch (StackOverflowError e) {
            throw new Unreadable(ReadingFailure.TOO_NESTED, e);
        } catch (IOException | RuntimeException e) {
            throw new Unreadable(ReadingFailure.DAMAGED, e);
        }
    }

    private static void read(DocumentKind kind, Path original, Path temporary, PageCutter pages, Sink sink)
            throws IOException, Unreadable {
        switch (kind) {
            case DOCX, ODT, PPTX, ODP, XLSX, ODS -> OfficeReader.read(kind, original, pages);
            case TEXT -> PlainReader.read(text(original), pages);
            case MARKDOWN -> MarkdownReader.read(text(original), pages);
            case HTML -> HtmlReader.read(HtmlCharset.decode(Files.readAllBytes(original)), pages);
            case RTF -> {
                try (InputStream in = Files.newInputStream(original)) {
                    RtfReader.read(in, pages);
                }
            }
            case MAIL -> mail(original, temporary, pages, sink);
            case PDF -> throw new IllegalArgumentException(kind.name());
        }
    }

    private static void mail(Path original, Path temporary, PageCutter pages, Sink sink)
            throws IOException, Unreadable {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(original))) {
            in.mark(1);
            boolean outlook = in.read() == 0xD0;
            in.reset();
            if (outlook) {
                MsgReader.read(original, temporary, pages, sink);
            } else {
                EmlReader.read(in, temporary, pages, sink);
            }
        }
    }

    private static String text(Path file) throws IOException {
        return TextDecoder.decode(Files.readAllBytes(file));
    }
}
