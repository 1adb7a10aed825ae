package fr.isere.iris.reader.text;

import fr.isere.iris.reader.PageCutter;
import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reading.ReadingFailure;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.sax.ToHTMLContentHandler;
import org.xml.sax.SAXException;

/** Rich text, by Tika, as the HTML that Tika makes of it. */
public final class RtfReader {

    private RtfReader() {}

    /** Reads a text into blocks. */
    public static void read(InputStream rtf, PageCutter pages) throws IOException, Unreadable {
        ToHTMLContentHandler html = new ToHTMLContentHandler();
        try {
            new RTFParser().parse(rtf, html, new Metadata(), new ParseContext());
        } catch (SAXException | TikaException e) {
            throw new Unreadable(ReadingFailure.DAMAGED, e);
        } catch (StackOverflowError e) {
            throw new Unreadable(ReadingFailure.TOO_NESTED, e);
        }
        HtmlReader.read(html.toString(), pages);
    }
}
