package fr.isere.iris.exports;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The text of a document for LibreOffice. */
final class OdtBody {

    private static final String ODF = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final String LIST_TEXT = "List_20_Contents";

    private final XMLStreamWriter xml;
    private final OdtRuns runs;

    OdtBody(XMLStreamWriter xml) {
        this.xml = xml;
        this.runs = new OdtRuns(xml);
    }

    void write(Paper paper) throws XMLStreamException {
        xml.writeStartElement("office:document-content");
        xml.writeAttribute("xmlns:office", ODF + "office:1.0");
        xml.writeAttribute("xmlns:style", ODF + "style:1.0");
        xml.writeAttribute("xmlns:text", ODF + "text:1.0");
        xml.writeAttribute("xmlns:table", ODF + "table:1.0");
        xml.writeAttribute("xmlns:fo", ODF + "xsl-fo-compatible:1.0");
        xml.writeAttribute("office:version", "1.3");
        runs.defineLooks();
        xml.writeStartElement("office:body");
        xml.writeStartElement("office:text");
        for (Block block : paper.blocks()) {
            add(block, "Standard");
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void addAll(List<Block> blocks, String around) throws XMLStreamException {
        for (Block block : blocks) {
            add(block, around);
        }
    }

    /** @param around style of the paragraphs of what it stands in */
    private void add(Block block, String around) throws XMLStreamException {
        if (block instanceof Block.Heading heading) {
            addHeading(heading);
        } else if (block instanceof Block.Paragraph paragraph) {
            addParagraph(around, paragraph.runs());
        } else if (block instanceof Block.Notice notice) {
            addParagraph("Mention_20_IRIS", notice.runs());
        } else if (block instanceof Block.Code code) {
            addParagraph("Preformatted_20_Text", List.of(Run.plain(code.text())));
        } else if (block instanceof Block.Quote quote) {
            addAll(quote.blocks(), "Quotations");
        } else if (block instanceof Block.Listing list) {
            addList(list);
        } else if (block instanceof Block.Table table) {
            addTable(table);
        } else {
            addParagraph("Horizontal_20_Line", List.of());
        }
    }

    private void addHeading(Block.Heading heading) throws XMLStreamException {
        xml.writeStartElement("text:h");
        xml.writeAttribute("text:style-name", "Heading_20_" + heading.level());
        xml.writeAttribute("text:outline-level", Integer.toString(heading.level()));
        runs.say(heading.runs());
        xml.writeEndElement();
    }

    private void addParagraph(String style, List<Run> words) throws XMLStreamException {
        xml.writeStartElement("text:p");
        xml.writeAttribute("text:style-name", style);
        runs.say(words);
        xml.writeEndElement();
    }

    private void addList(Block.Listing list) throws XMLStreamException {
        xml.writeStartElement("text:list");
        xml.writeAttribute("text:style-name", list.ordered() ? "Numbers" : "Bullets");
        boolean first = true;
        for (List<Block> item : list.items()) {
            xml.writeStartElement("text:list-item");
            if (first && list.ordered()) {
                xml.writeAttribute("text:start-value", Integer.toString(list.start()));
            }
            first = false;
            addAll(item, LIST_TEXT);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void addTable(Block.Table table) throws XMLStreamException {
        xml.writeStartElement("table:table");
        xml.writeEmptyElement("table:table-column");
        xml.writeAttribute(
                "table:number-columns-repeated", Integer.toString(table.header().size()));
        xml.writeStartElement("table:table-header-rows");
        addRow(table.header(), table.sides(), "Header");
        xml.writeEndElement();
        for (List<List<Run>> row : table.rows()) {
            addRow(row, table.sides(), "Cell");
        }
        xml.writeEndElement();
        addParagraph("Standard", List.of());
    }

    private void addRow(List<List<Run>> cells, List<Block.Side> sides, String style) throws XMLStreamException {
        xml.writeStartElement("table:table-row");
        for (int at = 0; at < cells.size(); at++) {
            xml.writeStartElement("table:table-cell");
            xml.writeAttribute("table:style-name", style);
            xml.writeAttribute("office:value-type", "string");
            addParagraph(style + sides.get(at).name(), cells.get(at));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
