package fr.isere.iris.reader.pdf;

import fr.isere.iris.reader.Bounds;
import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reading.ReadingFailure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** What makes a PDF whole: its end, and all of its pages. PDFBox repairs what it can, and would show a half as a whole. */
final class PdfFile {

    private static final int TAIL = 8 << 10;

    private PdfFile() {}

    /** A transfer that broke off leaves a file without its end mark, whatever else can still be found in it. */
    static void requireItsEnd(Path file) throws IOException, Unreadable {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, access.length())];
            access.seek(access.length() - tail.length);
            access.readFully(tail);
            if (!new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF")) {
                throw new Unreadable(ReadingFailure.DAMAGED);
            }
        }
    }

    /** What the file says of their number is asked first, and not believed. */
    static List<PDPage> pages(PDDocument document, Bounds bounds) throws Unreadable {
        if (document.getNumberOfPages() > bounds.pages()) {
            throw new Unreadable(ReadingFailure.TOO_MANY_PAGES);
        }
        List<PDPage> pages = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            pages.add(page);
            if (pages.size() > bounds.pages()) {
                throw new Unreadable(ReadingFailure.TOO_MANY_PAGES);
            }
        }
        if (pages.isEmpty() || pages.size() < document.getNumberOfPages()) {
            throw new Unreadable(ReadingFailure.DAMAGED);
        }
        return pages;
    }
}
