package fr.isere.iris.reader.office;

import fr.isere.iris.reader.PageCutter;
import fr.isere.iris.reader.PictureRoom;
import fr.isere.iris.reader.Unreadable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Word: a stream of paragraphs and tables. What is hidden, deleted under tracking, or drawn a second time for older programs is left out;
 * macros are another part of the file, which nothing opens.
 */
final class DocxReader {

    private static final String WHITE = "FFFFFF";
    private static final String DOCUMENT = "word/document.xml";

    private final OfficeFile zip;
    private final PageCutter pages;
    private final Flow flow;
    private final WordStyles styles;
    private final WordNumbering numbering;
    private final WordNotes notes;
    private final Cells cells = new Cells();
    private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
    private boolean hidden;
    private boolean white;
    private boolean shaded;
    private boolean inText;
    private boolean breakAfter;
    private PictureRoom pictureRoom = PictureRoom.PART;

    DocxReader(OfficeFile zip, PageCutter pages) throws IOException, Unreadable {
        this.zip = zip;
        this.pages = pages;
        this.flow = new Flow(pages);
        this.styles = WordStyles.of(zip);
        this.numbering = WordNumbering.of(zip);
        this.notes = WordNotes.of(zip);
    }

    void read() throws IOException, Unreadable {
        try (XmlCursor xml = new XmlCursor(zip.stream(DOCUMENT))) {
            while (xml.next()) {
                if (xml.starts()) {
                    begins(xml);
                } else if (xml.ends()) {
                    ends(xml.name());
                } else if (inText && xml.isText() && !invisible()) {
                    paragraph().text().append(xml.text());
                }
            }
        }
    }

    private void begins(XmlCursor xml) throws IOException, Unreadable {
        switch (xml.name()) {
            case "p" -> paragraphs.push(new Paragraph());
            case "r" -> {
                hidden = false;
                white = false;
                shaded = false;
            }
            case "t" -> inText = true;
            case "tbl" -> {
                cells.tableBegins();
            }
            case "tr" -> cells.rowBegins();
            case "tc" -> cells.cellBegins();
            case "Fallback", "instrText", "del", "moveFrom" -> xml.skip();
            case "footnoteReference" -> flow.note(notes.called("footnote", xml.attribute("id", "")));
            case "endnoteReference" -> flow.note(notes.called("endnote", xml.attribute("id", "")));
            default -> {
                if (!layout(xml) && !drawn(xml)) {
                    property(xml);
                }
            }
        }
    }

    private boolean drawn(XmlCursor xml) throws IOException, Unreadable {
        switch (xml.name()) {
            case "extent" -> pictureRoom = PictureSize.of(xml.number("cx", 0), xml.number("cy", 0));
            case "blip" -> {
                pages.picture(pictureRoom);
                pictureRoom = PictureRoom.PART;
            }
            case "imagedata", "chart" -> pages.picture();
            case "relIds" -> {
                pages.picture();
                for (String text : Diagram.paragraphs(zip, DOCUMENT, xml)) {
                    close(text);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void close(String text) throws Unreadable {
        Paragraph paragraph = new Paragraph();
        paragraph.text().append(text);
        close(paragraph);
    }

    private boolean layout(XmlCursor xml) throws Unreadable {
        switch (xml.name()) {
            case "tab", "ptab" -> paragraph().text().append(' ');
            case "noBreakHyphen" -> paragraph().text().append('-');
            case "br", "cr" -> {
                if (xml.attribute("type", "").equals("page")) {
                    breakPage();
                } else {
                    paragraph().text().append('\n');
                }
            }
            case "lastRenderedPageBreak" -> {
                pages.hasPageBreaks();
                breakPage();
            }
            case "pageBreakBefore" -> {
                if (xml.on() && !cells.inTable()) {
                    flow.pageBreak();
                }
            }
            case "sectPr" -> breakAfter = !paragraphs.isEmpty();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void property(XmlCursor xml) {
        switch (xml.name()) {
            case "pStyle" -> paragraph().style(xml.attribute("val", ""));
            case "outlineLvl" -> paragraph().outline(xml.number("val", 9) + 1);
            case "numId" -> paragraph().list(xml.number("val", 0));
            case "ilvl" -> paragraph().level(xml.number("val", 0));
            case "type" -> breakAfter &= !xml.attribute("val", "").equals("continuous");
            case "vanish", "webHidden" -> hidden |= xml.on();
            case "sz" -> hidden |= xml.number("val", 24) <= 2;
            case "color" -> white = xml.attribute("val", "").equalsIgnoreCase(WHITE);
            case "highlight", "shd" -> shade(xml.attribute("fill", "other"));
            default -> {
                // looks
            }
        }
    }

    private void shade(String fill) {
        if (!fill.equalsIgnoreCase(WHITE) && !fill.equals("auto")) {
            shaded = true;
            paragraph().shade();
        }
    }

    private boolean invisible() {
        return hidden || (white && !shaded && !paragraph().shaded() && !cells.inTable());
    }

    private void ends(String name) throws Unreadable {
        switch (name) {
            case "t" -> inText = false;
            case "p" -> {
                if (!paragraphs.isEmpty()) {
                    close(paragraphs.pop());
                }
            }
            case "tc" -> cells.cellEnds();
            case "tr" -> flow.row(cells.rowEnds());
            case "tbl" -> cells.tableEnds();
            default -> {
                // nothing ends with it
            }
        }
    }

    /** A page may end within a paragraph: what stands before belongs to it. */
    private void breakPage() throws Unreadable {
        if (cells.inTable()) {
            return;
        }
        Paragraph open = paragraph();
        String before = open.text().toString();
        open.text().setLength(0);
        if (!before.isBlank()) {
            send(open, before);
        }
        flow.pageBreak();
    }

    private void close(Paragraph paragraph) throws Unreadable {
        String text = paragraph.text().toString();
        if (cells.inTable()) {
            cells.add(text);
        } else {
            send(paragraph, text);
        }
        if (breakAfter && paragraphs.isEmpty()) {
            breakAfter = false;
            flow.pageBreak();
        }
    }

    private void send(Paragraph paragraph, String text) throws Unreadable {
        if (text.isBlank()) {
            return;
        }
        styles.number(paragraph);
        String marker = paragraph.list() > 0 ? numbering.next(paragraph.list(), paragraph.level()) : "";
        int heading = styles.heading(paragraph);
        if (heading > 0) {
            flow.heading(heading, marker.equals("-") ? text : marker + ' ' + text);
        } else if (paragraph.list() > 0) {
            flow.item(marker, text);
        } else {
            flow.paragraph(text);
        }
    }

    private Paragraph paragraph() {
        if (paragraphs.isEmpty()) {
            paragraphs.push(new Paragraph());
        }
        return paragraphs.element();
    }
}
