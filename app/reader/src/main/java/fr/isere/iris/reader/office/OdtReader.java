package fr.isere.iris.reader.office;

import fr.isere.iris.reader.PageCutter;
import fr.isere.iris.reader.PictureRoom;
import fr.isere.iris.reader.Unreadable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Text of LibreOffice: a stream of paragraphs, lists and tables, after the styles that they use. */
final class OdtReader {

    private static final int MOST_REPEATED = 50;

    private final OfficeFile zip;
    private final PageCutter pages;
    private final Flow flow;
    private final OdfStyles styles = new OdfStyles();
    private final Cells cells = new Cells();
    private final OdfLists lists = new OdfLists(styles);
    private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
    private final Deque<Boolean> spans = new ArrayDeque<>();
    private final StringBuilder note = new StringBuilder();
    private boolean inBody;
    private boolean inNote;
    private PictureRoom pictureRoom = PictureRoom.PART;
    private int repeated = 1;

    OdtReader(OfficeFile zip, PageCutter pages) {
        this.zip = zip;
        this.pages = pages;
        this.flow = new Flow(pages);
    }

    void read() throws IOException, Unreadable {
        try (XmlCursor xml = new XmlCursor(zip.stream("content.xml"))) {
            while (xml.next()) {
                if (xml.starts() && !inBody) {
                    inBody = xml.name().equals("body");
                    styles.begins(xml);
                } else if (xml.starts()) {
                    begins(xml);
                } else if (xml.ends() && inBody) {
                    ends(xml.name());
                } else if (inBody && xml.isText()) {
                    append(xml.text().replaceAll("[\\t\\r\\n ]+", " "));
                }
            }
        }
    }

    private void begins(XmlCursor xml) throws IOException, Unreadable {
        switch (xml.name()) {
            case "tracked-changes", "annotation", "sequence-decls", "ruby-text", "object", "desc", "scripts", "forms" ->
                xml.skip();
            case "p", "h" -> paragraphBegins(xml);
            case "span" -> spans.push(styles.hides(xml.attribute("style-name", "")));
            case "s" -> append(" ");
            case "tab" -> append(" ");
            case "line-break" -> append("\n");
            case "soft-page-break" -> {
                pages.hasPageBreaks();
                breakPage();
            }
            case "note" -> note.setLength(0);
            case "note-citation" -> inNote = true;
            case "hidden-text", "hidden-paragraph" -> {
                if (!xml.attribute("is-hidden", "true").equals("false")) {
                    xml.skip();
                }
            }
            case "list" -> lists.begins(xml.attribute("style-name", ""));
            case "list-item" -> lists.item(xml.number("start-value", 0));
            default -> {
                if (!drawn(xml)) {
                    table(xml);
                }
            }
        }
    }

    private boolean drawn(XmlCursor xml) throws IOException, Unreadable {
        switch (xml.qualified()) {
            case "svg:title" -> xml.skip();
            case "draw:frame" -> pictureRoom = PictureSize.of(xml.attribute("width", ""), xml.attribute("height", ""));
            case "draw:image" -> {
                pages.picture(pictureRoom);
                pictureRoom = PictureRoom.PART;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void table(XmlCursor xml) {
        switch (xml.name()) {
            case "table" -> cells.tableBegins();
            case "table-row" -> cells.rowBegins();
            case "table-cell", "covered-table-cell" -> {
                repeated = Math.min(MOST_REPEATED, Math.max(1, xml.number("number-columns-repeated", 1)));
                cells.cellBegins();
            }
            default -> {
                // looks
            }
        }
    }

    private void paragraphBegins(XmlCursor xml) throws Unreadable {
        String style = xml.attribute("style-name", "");
        if (inNote) {
            note.append(' ');
        } else if (styles.breaksPage(style) && !cells.inTable() && paragraphs.isEmpty()) {
            flow.pageBreak();
        }
        Paragraph paragraph = new Paragraph();
        paragraph.style(style);
        paragraph.outline(xml.name().equals("h") ? xml.number("outline-level", 1) : styles.heading(style, 0));
        paragraphs.push(paragraph);
    }

    private void append(String text) {
        boolean hidden = spans.contains(true)
                || (!paragraphs.isEmpty() && styles.hides(paragraphs.element().style()));
        if (hidden) {
            return;
        }
        if (inNote) {
            note.append(text);
        } else if (!paragraphs.isEmpty()) {
            paragraphs.element().text().append(text);
        }
    }

    private void ends(String name) throws Unreadable {
        switch (name) {
            case "p", "h" -> close(paragraphs.pop());
            case "span" -> spans.pop();
            case "note-citation" -> note.append(' ');
            case "note" -> {
                inNote = false;
                flow.note(note.toString().replaceAll("\\s+", " ").strip());
            }
            case "list" -> lists.ends();
            case "table-cell", "covered-table-cell" -> {
                for (int i = 0; i < repeated; i++) {
                    cells.cellEnds();
                }
                repeated = 1;
            }
            case "table-row" -> flow.row(cells.rowEnds());
            case "table" -> cells.tableEnds();
            default -> {
                // nothing ends with it
            }
        }
    }

    private void breakPage() throws Unreadable {
        if (cells.inTable() || inNote) {
            return;
        }
        if (!paragraphs.isEmpty()) {
            String before = paragraphs.element().text().toString();
            paragraphs.element().text().setLength(0);
            send(paragraphs.element(), before);
        }
        flow.pageBreak();
    }

    private void close(Paragraph paragraph) throws Unreadable {
        if (inNote) {
            return;
        }
        String text = paragraph.text().toString();
        if (cells.inTable()) {
            cells.add(text);
        } else {
            send(paragraph, text);
        }
    }

    private void send(Paragraph paragraph, String text) throws Unreadable {
        if (paragraph.outline() > 0) {
            flow.heading(paragraph.outline(), text);
        } else if (lists.inItem() && !text.isBlank()) {
            flow.item(lists.marker(), text);
        } else {
            flow.paragraph(text);
        }
    }
}
