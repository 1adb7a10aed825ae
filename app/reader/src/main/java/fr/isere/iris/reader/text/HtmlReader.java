package fr.isere.iris.reader.text;

import fr.isere.iris.reader.Letters;
import fr.isere.iris.reader.PageCutter;
import fr.isere.iris.reader.Prose;
import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reading.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** HTML as a reader of the page sees it: what its styles hide is no content. */
public final class HtmlReader {

    private static final Set<String> BREAKS = Set.of("br", "hr");

    private final PageCutter pages;
    private final StringBuilder open = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();

    private HtmlReader(PageCutter pages) {
        this.pages = pages;
    }

    /** Reads a page, of which a script has changed nothing. */
    public static void read(String html, PageCutter pages) throws Unreadable {
        Document document = Jsoup.parse(html);
        Hidden.remove(document);
        HtmlReader reader = new HtmlReader(pages);
        document.body().filter(reader.new Walk());
        reader.close(null);
        reader.flush();
    }

    private void flush() throws Unreadable {
        for (Block block : blocks) {
            pages.add(block);
        }
        blocks.clear();
    }

    private void close(@Nullable Element element) {
        String text = Letters.clean(open.toString()).strip();
        open.setLength(0);
        if (text.isEmpty()) {
            return;
        }
        String name = element == null ? "" : element.normalName();
        if (name.matches("h[1-6]")) {
            blocks.add(Block.heading(name.charAt(1) - '0', text));
        } else if (element != null && name.equals("li")) {
            blocks.add(new Block(Block.Kind.LIST_ITEM, 0, marker(element) + text, List.of()));
        } else {
            blocks.add(Prose.block(text));
        }
    }

    private static String marker(Element item) {
        Element list = item.parent();
        if (list == null || !list.normalName().equals("ol")) {
            return "- ";
        }
        int start = list.attr("start").matches("\\d{1,6}") ? Integer.parseInt(list.attr("start")) : 1;
        return start + item.elementSiblingIndex() + ". ";
    }

    /** By turns and not by recursion: a page may be nested as deep as its maker likes. */
    private final class Walk implements NodeFilter {

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                append(text.text());
            } else if (node instanceof Element element) {
                if (element.normalName().equals("tr") && element.selectFirst("table") == null) {
                    row(element);
                    return FilterResult.SKIP_CHILDREN;
                }
                if (element.isBlock() || BREAKS.contains(element.normalName())) {
                    close(enclosing(element.parent()));
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                close(enclosing(element));
            }
            return FilterResult.CONTINUE;
        }
    }

    /** The heading or the item that a piece of text belongs to: its own element, or the one around a paragraph in it. */
    private static @Nullable Element enclosing(@Nullable Element element) {
        Element parent = element == null ? null : element.parent();
        if (element == null
                || !(element.normalName().equals("p") || element.normalName().equals("div"))) {
            return element;
        }
        return parent != null && parent.normalName().equals("li") ? parent : element;
    }

    private void append(String text) {
        boolean spaced = open.length() == 0 || Character.isWhitespace(open.charAt(open.length() - 1));
        open.append(spaced ? text.stripLeading() : text);
    }

    private void row(Element row) {
        close(null);
        List<String> cells =
                row.children().stream().map(cell -> Letters.clean(cell.text())).toList();
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
            blocks.add(cells.size() == 1 ? Prose.block(cells.get(0)) : Block.row(cells));
        }
    }
}
