package fr.isere.iris.reader.office;

import fr.isere.iris.reader.PageCutter;
import fr.isere.iris.reader.Unreadable;
import java.io.IOException;

/** Sheets of LibreOffice: what each cell shows. */
final class OdsReader {

    private final PageCutter pages;
    private final StringBuilder text = new StringBuilder();
    private Sheet sheet;
    private int column;
    private int repeated;
    private int rows;
    private boolean inParagraph;

    private OdsReader(PageCutter pages) {
        this.pages = pages;
        this.sheet = new Sheet("", pages);
    }

    static void read(OfficeFile zip, PageCutter pages) throws IOException, Unreadable {
        OdsReader reader = new OdsReader(pages);
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
            case "office:annotation", "table:tracked-changes", "office:automatic-styles" -> xml.skip();
            case "table:shapes" -> {
                pages.picture();
                xml.skip();
            }
            case "draw:image", "draw:object", "draw:object-ole" -> pages.picture();
            case "table:table" -> sheet = new Sheet(xml.attribute("name", ""), pages);
            case "table:table-row" -> {
                column = 0;
                rows = Math.max(1, xml.number("number-rows-repeated", 1));
            }
            case "table:table-cell", "table:covered-table-cell" -> {
                text.setLength(0);
                repeated = Math.max(1, xml.number("number-columns-repeated", 1));
            }
            case "text:p" -> {
                inParagraph = true;
                text.append(text.length() == 0 ? "" : " ");
            }
            case "text:s" -> text.append(' ');
            default -> {
                // looks
            }
        }
    }

    private void ends(String name) throws Unreadable {
        switch (name) {
            case "text:p" -> inParagraph = false;
            case "table:table-cell", "table:covered-table-cell" -> cell();
            case "table:table-row" -> sheet.endRow(rows);
            case "table:table" -> sheet.end();
            default -> {
                // nothing ends with it
            }
        }
    }

    /** Equal neighbours are written once. Sheet and pages bound what comes of that. */
    private void cell() throws Unreadable {
        String shown = text.toString();
        for (int i = 0; i < repeated && !shown.isBlank(); i++) {
            sheet.cell(column + i, shown);
        }
        column += repeated;
    }
}
