package fr.isere.iris.reader.pdf;

import fr.isere.iris.reader.Bounds;
import fr.isere.iris.reader.Deadline;
import fr.isere.iris.reader.Sink;
import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reader.ocr.Recognition;
import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** Reads a PDF page by page; at no moment more of it is in memory than the pages that tell what repeats on them. */
public final class PdfReader {

    private static final long IN_MEMORY = 48L << 20;

    private final Recognition recognition;

    /** Reads pages without text by the recognition given. */
    public PdfReader(Recognition recognition) {
        this.recognition = recognition;
    }

    /**
     * Reads a file that begins as a PDF does.
     *
     * @throws Unreadable if it cannot be read as a whole; a page that cannot be read is passed on as such
     */
    public void read(Path original, Path temporary, Bounds bounds, Sink sink) throws Unreadable {
        FontsWithoutSystem.use();
        try {
            PdfFile.requireItsEnd(original);
            MemoryUsageSetting memory = MemoryUsageSetting.setupMixed(IN_MEMORY).setTempDir(temporary.toFile());
            try (PDDocument document = Loader.loadPDF(new RandomAccessReadBufferedFile(original), memory.streamCache)) {
                List<PDPage> pages = PdfFile.pages(document, bounds);
                FormValues.draw(document);
                sink.opened(DocumentKind.PDF, pages.size());
                new Reading(document, temporary, bounds, sink).read(pages);
            }
        } catch (InvalidPasswordException e) {
            throw new Unreadable(ReadingFailure.ENCRYPTED, e);
        } catch (StackOverflowError e) {
            throw new Unreadable(ReadingFailure.TOO_NESTED, e);
        } catch (IOException | RuntimeException e) {
            throw new Unreadable(ReadingFailure.DAMAGED, e);
        }
    }

    /** One document at it. */
    private final class Reading {

        private final PDDocument document;
        private final Path temporary;
        private final Bounds bounds;
        private final Sink sink;
        private final ContentStreams streams = new ContentStreams();
        private final Fonts fonts = new Fonts();
        private final Body body = new Body();
        private final RunningLines running = new RunningLines();
        private final SharedPictures shared = new SharedPictures();
        private boolean text;
        private boolean garbled;
        private boolean late;
        private boolean unreadable;

        private Reading(PDDocument document, Path temporary, Bounds bounds, Sink sink) {
            this.document = document;
            this.temporary = temporary;
            this.bounds = bounds;
            this.sink = sink;
        }

        private void read(List<PDPage> pages) throws Unreadable {
            for (int i = 0; i < pages.size(); i++) {
                send(running.next(lines(pages.get(i), i + 1)));
            }
            PageLines rest = running.rest();
            while (rest != null) {
                send(rest);
                rest = running.rest();
            }
            if (!text) {
                throw new Unreadable(why());
            }
        }

        private ReadingFailure why() {
            if (late) {
                return ReadingFailure.TOO_LONG;
            }
            return garbled ? ReadingFailure.GARBLED : unreadable ? ReadingFailure.NO_TEXT : ReadingFailure.EMPTY_FILE;
        }

        private PageLines lines(PDPage page, int number) throws Unreadable {
            try {
                if (streams.whole(page)) {
                    PageContent content = PageGlyphs.of(page, number, fonts, streams, bounds.charactersAPage());
                    shared.add(content.pictures());
                    return lines(content);
                }
            } catch (IOException | RuntimeException damaged) {
                // what could be read of the page might look like all of it
            }
            return new PageLines(PageContent.none(number), List.of(), PageLines.Legibility.DAMAGED);
        }

        private PageLines lines(PageContent content) {
            if (Garbled.is(content)) {
                return new PageLines(content, List.of(), PageLines.Legibility.GARBLED);
            }
            if (content.textless()) {
                return new PageLines(content, List.of(), withoutText(content));
            }
            List<Line> lines = Lines.of(content.glyphs());
            body.add(lines);
            return new PageLines(
                    content, lines, content.layered() ? PageLines.Legibility.LAYER : PageLines.Legibility.TEXT);
        }

        /** What nobody sees is recognised by nothing either: what hides in almost the colour of the page must not come in that way. */
        private PageLines.Legibility withoutText(PageContent content) {
            if (content.marked()) {
                return PageLines.Legibility.PICTURE;
            }
            return content.hidesText() ? PageLines.Legibility.HIDDEN : PageLines.Legibility.EMPTY;
        }

        private void send(@Nullable PageLines page) throws Unreadable {
            if (page != null) {
                ReadPage read = page(page);
                text |= read.origin() == ReadPage.Origin.TEXT || read.origin() == ReadPage.Origin.RECOGNISED;
                unreadable |= read.origin() == ReadPage.Origin.UNREADABLE;
                sink.page(read);
            }
        }

        private ReadPage page(PageLines page) throws Unreadable {
            return switch (page.legibility()) {
                case TEXT ->
                    page.content().stampedScan(shared)
                            ? recognised(page)
                            : new ReadPage(page.number(), ReadPage.Origin.TEXT, blocks(page));
                case LAYER -> new ReadPage(page.number(), ReadPage.Origin.RECOGNISED, blocks(page));
                case EMPTY -> new ReadPage(page.number(), ReadPage.Origin.EMPTY, List.of());
                case DAMAGED, HIDDEN -> new ReadPage(page.number(), ReadPage.Origin.UNREADABLE, List.of());
                case PICTURE, GARBLED -> recognised(page);
            };
        }

        private List<Block> blocks(PageLines page) {
            int notes = Footnotes.count(page.lines(), body);
            List<Line> lines = page.lines().subList(0, page.lines().size() - notes);
            List<Block> blocks = new ArrayList<>();
            Columns.of(lines).forEach(column -> blocks.addAll(new Paragraphs(body).of(column)));
            if (!page.content().slanted().isBlank()) {
                blocks.add(Block.paragraph(page.content().slanted().strip()));
            }
            blocks.addAll(
                    Footnotes.of(page.lines().subList(lines.size(), page.lines().size())));
            return blocks;
        }

        private ReadPage recognised(PageLines page) throws Unreadable {
            Deadline end = bounds.pictures().orIn(bounds.picture());
            Optional<List<Block>> blocks =
                    recognition.read(temporary, by -> PageImage.of(document, page.number() - 1, by), end);
            late |= blocks.isEmpty() && end.passed();
            garbled |= page.legibility() == PageLines.Legibility.GARBLED;
            return blocks.map(found -> new ReadPage(page.number(), ReadPage.Origin.RECOGNISED, found))
                    .orElseGet(() -> new ReadPage(page.number(), ReadPage.Origin.UNREADABLE, List.of()));
        }
    }
}
