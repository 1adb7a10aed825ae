package fr.isere.iris.reader.text;

import fr.isere.iris.reader.PageCutter;
import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reading.ReadingFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.sax.ToHTMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Rich text, by Tika, as the HTML that Tika makes of it. */
public final class RtfReader {

    private RtfReader() {}

    /**
     * Reads a text into blocks.
     *
     * @throws Unreadable if it broke off, too, which the parser passes over
     */
    public static void read(InputStream rtf, PageCutter pages) throws IOException, Unreadable {
        ToHTMLContentHandler html = new ToHTMLContentHandler();
        // The parser asks for each byte.
        RtfGroups groups = new RtfGroups(new BufferedInputStream(rtf));
        try {
            new RTFParser().parse(groups, html, new Metadata(), context(pages));
        } catch (SAXException | TikaException e) {
            throw new Unreadable(ReadingFailure.DAMAGED, e);
        } catch (StackOverflowError e) {
            throw new Unreadable(ReadingFailure.TOO_NESTED, e);
        }
        if (!groups.areClosed()) {
            throw new Unreadable(ReadingFailure.DAMAGED);
        }
        HtmlReader.read(html.toString(), pages);
    }

    /** What is embedded is not opened, and no text: Tika would write a name of its own for it. */
    private static ParseContext context(PageCutter pages) {
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new EmbeddedDocumentExtractor() {
            @Override
            public boolean shouldParseEmbedded(Metadata metadata) {
                pages.picture();
                return false;
            }

            @Override
            public void parseEmbedded(
                    InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
                // never asked for
            }
        });
        return context;
    }
}
