package fr.isere.iris.exports;

import fr.isere.iris.exports.Run.Look;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A document as a tree of HTML elements: built, never parsed, so that text stays text. */
final class HtmlTree {

    private final Document document;

    private HtmlTree(Document document) {
        this.document = document;
    }

    /** @param style the style sheet, a constant of IRIS */
    static Document of(Paper paper, String style) {
        try {
            Document document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
            new HtmlTree(document).fill(paper, style);
            return document;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK has no DOM", e);
        }
    }

    private void fill(Paper paper, String style) {
        Element html = add(document, "html");
        html.setAttribute("lang", "fr-FR");
        Element head = add(html, "head");
        add(head, "title", paper.title());
        meta(head, "subject", paper.mention());
        meta(head, "description", paper.mention());
        meta(head, "author", "IRIS");
        add(head, "style", style);
        Element body = add(html, "body");
        Element foot = add(body, "div", paper.mention());
        foot.setAttribute("class", "foot");
        addAll(body, paper.blocks());
    }

    private void meta(Element head, String name, String content) {
        Element meta = add(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    private void addAll(Element parent, List<Block> blocks) {
        blocks.forEach(block -> add(parent, block));
    }

    private void add(Element parent, Block block) {
        if (block instanceof Block.Heading heading) {
            say(add(parent, "h" + heading.level()), heading.runs());
        } else if (block instanceof Block.Paragraph paragraph) {
            say(add(parent, "p"), paragraph.runs());
        } else if (block instanceof Block.Notice notice) {
            Element element = add(parent, "p");
            element.setAttribute("class", "notice");
            say(element, notice.runs());
        } else if (block instanceof Block.Quote quote) {
            addAll(add(parent, "blockquote"), quote.blocks());
        } else if (block instanceof Block.Code code) {
            say(add(parent, "pre"), List.of(Run.plain(code.text())));
        } else {
            addLarge(parent, block);
        }
    }

    private void addLarge(Element parent, Block block) {
        if (block instanceof Block.Listing list) {
            Element element = add(parent, list.ordered() ? "ol" : "ul");
            if (list.ordered() && list.start() != 1) {
                element.setAttribute("start", Integer.toString(list.start()));
            }
            list.items().forEach(item -> addAll(add(element, "li"), item));
        } else if (block instanceof Block.Table table) {
            Element element = add(parent, "table");
            row(add(element, "thead"), "th", table.header(), table.sides());
            Element body = add(element, "tbody");
            table.rows().forEach(cells -> row(body, "td", cells, table.sides()));
        } else {
            add(parent, "div").setAttribute("class", "rule");
        }
    }

    private void row(Element parent, String tag, List<List<Run>> cells, List<Block.Side> sides) {
        Element row = add(parent, "tr");
        for (int at = 0; at < cells.size(); at++) {
            Element cell = add(row, tag);
            cell.setAttribute("class", sides.get(at).name().toLowerCase(Locale.ROOT));
            if (tag.equals("th")) {
                cell.setAttribute("scope", "col");
            }
            say(cell, cells.get(at));
        }
    }

    private void say(Element parent, List<Run> runs) {
        for (Run run : runs) {
            Element place = parent;
            place = run.is(Look.BOLD) ? add(place, "strong") : place;
            place = run.is(Look.ITALIC) ? add(place, "em") : place;
            place = run.is(Look.STRUCK) ? add(place, "del") : place;
            place = run.is(Look.CODE) ? add(place, "code") : place;
            lines(place, run.text());
        }
    }

    private void lines(Element parent, String text) {
        String[] lines = text.split("\n", -1);
        for (int at = 0; at < lines.length; at++) {
            if (at > 0) {
                add(parent, "br");
            }
            parent.appendChild(document.createTextNode(lines[at]));
        }
    }

    private Element add(Node parent, String tag) {
        Element element = document.createElement(tag);
        parent.appendChild(element);
        return element;
    }

    private Element add(Node parent, String tag, String text) {
        Element element = add(parent, tag);
        element.appendChild(document.createTextNode(text));
        return element;
    }
}
