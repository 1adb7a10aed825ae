package fr.isere.iris.reader.office;

import fr.isere.iris.reader.PageCutter;
import fr.isere.iris.reader.Unreadable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** PowerPoint: a slide a page, in the order of the presentation and not of the parts' names. */
final class PptxReader {

    private final OfficeFile zip;
    private final String part;
    private final PageCutter pages;
    private final Flow flow;
    private final Cells cells = new Cells();
    private final StringBuilder text = new StringBuilder();
    private boolean title;
    private boolean inText;

    private PptxReader(OfficeFile zip, String part, PageCutter pages) {
        this.zip = zip;
        this.part = part;
        this.pages = pages;
        this.flow = new Flow(pages);
    }

    static void read(OfficeFile zip, PageCutter pages) throws IOException, Unreadable {
        for (String slide : slides(zip)) {
            new PptxReader(zip, slide, pages).slide();
        }
    }

    private static List<String> slides(OfficeFile zip) throws IOException, Unreadable {
        Relations relations = Relations.of(zip, "ppt/presentation.xml");
        List<String> slides = new ArrayList<>();
        try (XmlCursor xml = new XmlCursor(zip.stream("ppt/presentation.xml"))) {
            while (xml.next()) {
                if (xml.starts() && xml.name().equals("sldId")) {
                    slides.add(relations.part(xml.relation()));
                }
            }
        }
        return slides;
    }

    private void slide() throws IOException, Unreadable {
        try (XmlCursor xml = new XmlCursor(zip.stream(part))) {
            while (xml.next()) {
                if (xml.starts()) {
                    begins(xml);
                } else if (xml.ends()) {
                    ends(xml.name());
                } else if (inText && xml.isText()) {
                    text.append(xml.text());
                }
            }
        }
        pages.endSheet();
    }

    private void begins(XmlCursor xml) throws IOException, Unreadable {
        switch (xml.name()) {
            case "sp" -> title = false;
            case "ph" -> {
                String type = xml.attribute("type", "");
                title = type.equals("title") || type.equals("ctrTitle");
                if (type.equals("sldNum") || type.equals("ftr") || type.equals("dt")) {
                    skipShape(xml);
                }
            }
            case "Fallback" -> xml.skip();
            case "blip", "chart", "oleObj" -> pages.picture();
            case "relIds" -> diagram(xml);
            case "t" -> inText = true;
            case "br" -> text.append('\n');
            case "tbl" -> cells.tableBegins();
            case "tr" -> cells.rowBegins();
            case "tc" -> cells.cellBegins();
            default -> {
                // looks
            }
        }
    }

    private void diagram(XmlCursor xml) throws IOException, Unreadable {
        pages.picture();
        for (String paragraph : Diagram.paragraphs(zip, part, xml)) {
            flow.paragraph(paragraph);
        }
    }

    /** The number, the footer and the date repeat on each slide. */
    private static void skipShape(XmlCursor xml) throws IOException, Unreadable {
        while (xml.next()) {
            if (xml.ends() && xml.name().equals("sp")) {
                return;
            }
        }
    }

    private void ends(String name) throws Unreadable {
        switch (name) {
            case "t" -> inText = false;
            case "p" -> close();
            case "tc" -> cells.cellEnds();
            case "tr" -> flow.row(cells.rowEnds());
            case "tbl" -> cells.tableEnds();
            default -> {
                // nothing ends with it
            }
        }
    }

    private void close() throws Unreadable {
        String paragraph = text.toString();
        text.setLength(0);
        if (cells.inTable()) {
            cells.add(paragraph);
        } else if (title) {
            flow.heading(1, paragraph);
        } else {
            flow.paragraph(paragraph);
        }
    }
}
