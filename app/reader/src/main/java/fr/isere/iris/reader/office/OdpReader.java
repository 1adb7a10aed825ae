package fr.isere.iris.reader.office;

import fr.isere.iris.reader.PageCutter;
import fr.isere.iris.reader.Unreadable;
import java.io.IOException;

/** Slides of LibreOffice: a slide a page. */
final class OdpReader {

    private final PageCutter pages;
    private final Flow flow;
    private final Cells cells = new Cells();
    private final StringBuilder text = new StringBuilder();
    private boolean title;
    private boolean inParagraph;

    private OdpReader(PageCutter pages) {
        this.pages = pages;
        this.flow = new Flow(pages);
    }

    static void read(OfficeFile zip, PageCutter pages) throws IOException, Unreadable {
        OdpReader reader = new OdpReader(pages);
        try (XmlCursor xml = new XmlCursor(zip.stream("content.xml"))) {
            while (xml.next()) {
                if (xml.starts()) {
                    reader.begins(xml);
                } else if (xml.ends()) {
                    reader.ends(xml.qualified());
                } else if (reader.inParagraph && xml.isText()) {
                    reader.text.append(xml.text());
                }
            }
        }
    }

    private void begins(XmlCursor xml) throws IOException, Unreadable {
        switch (xml.qualified()) {
            case "presentation:notes", "office:annotation", "presentation:settings", "office:automatic-styles" ->
                xml.skip();
            case "draw:frame" -> {
                String type = xml.attribute("class", "");
                title = type.equals("title");
                if (type.equals("footer") || type.equals("page-number") || type.equals("date-time")) {
                    xml.skip();
                }
            }
            case "draw:image", "draw:object", "draw:object-ole" -> pages.picture();
            case "text:p", "text:h" -> inParagraph = true;
            case "text:line-break" -> text.append('\n');
            case "text:s", "text:tab" -> text.append(' ');
            case "table:table" -> cells.tableBegins();
            case "table:table-row" -> cells.rowBegins();
            case "table:table-cell" -> cells.cellBegins();
            default -> {
                // looks
            }
        }
    }

    private void ends(String name) throws Unreadable {
        switch (name) {
            case "text:p", "text:h" -> close();
            case "table:table-cell" -> cells.cellEnds();
            case "table:table-row" -> flow.row(cells.rowEnds());
            case "table:table" -> cells.tableEnds();
            case "draw:page" -> pages.endSheet();
            default -> {
                // nothing ends with it
            }
        }
    }

    private void close() throws Unreadable {
        String paragraph = text.toString();
        text.setLength(0);
        inParagraph = false;
        if (cells.inTable()) {
            cells.add(paragraph);
        } else if (title) {
            flow.heading(1, paragraph);
        } else {
            flow.paragraph(paragraph);
        }
    }
}
