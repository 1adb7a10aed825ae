package fr.isere.iris.reader.text;

import fr.isere.iris.reader.Letters;
import fr.isere.iris.reader.PageCutter;
import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reading.ReadingFailure;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown, by way of the HTML that it stands for: so that what HTML is written into it is read alike, and hidden alike. */
public final class MarkdownReader {

    private MarkdownReader() {}

    /** Reads a text into blocks. */
    public static void read(String text, PageCutter pages) throws Unreadable {
        List<TablesExtension> extensions = List.of((TablesExtension) TablesExtension.create());
        try {
            String html = HtmlRenderer.builder()
                    .extensions(extensions)
                    .build()
                    .render(Parser.builder().extensions(extensions).build().parse(Letters.clean(text)));
            HtmlReader.read(html, pages);
        } catch (StackOverflowError e) {
            throw new Unreadable(ReadingFailure.TOO_NESTED, e);
        }
    }
}
