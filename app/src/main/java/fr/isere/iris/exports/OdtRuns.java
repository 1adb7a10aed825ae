package fr.isere.iris.exports;

import fr.isere.iris.exports.Run.Look;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Words in a paragraph for LibreOffice, and the styles that a text defines for itself. */
final class OdtRuns {

    private static final Map<Look, Map<String, String>> LOOKS = Map.of(
            Look.BOLD, Map.of("fo:font-weight", "bold"),
            Look.ITALIC, Map.of("fo:font-style", "italic"),
            Look.STRUCK, Map.of("style:text-line-through-style", "solid", "style:text-line-through-type", "single"),
            Look.CODE, Map.of("fo:font-family", "Liberation Mono", "fo:font-size", "9pt"));

    private static final List<Look> ALL = List.of(Look.values());

    private final XMLStreamWriter xml;

    OdtRuns(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Each combination of looks has a style; and the cells of tables, by side. */
    void defineLooks() throws XMLStreamException {
        xml.writeStartElement("office:automatic-styles");
        int all = 1 << ALL.size();
        for (int looks = 1; looks < all; looks++) {
            Map<String, String> properties = new TreeMap<>();
            for (Look look : ALL) {
                if ((looks & bit(look)) != 0) {
                    properties.putAll(LOOKS.getOrDefault(look, Map.of()));
                }
            }
            define("Look" + looks, "text", "", "style:text-properties", properties);
        }
        for (Block.Side side : Block.Side.values()) {
            Map<String, String> align = Map.of("fo:text-align", align(side));
            define("Header" + side, "paragraph", "Table_20_Heading", "style:paragraph-properties", align);
            define("Cell" + side, "paragraph", "Table_20_Contents", "style:paragraph-properties", align);
        }
        Map<String, String> frame = Map.of("fo:border", "0.5pt solid #8a86a0", "fo:padding", "0.12cm");
        define("Cell", "table-cell", "", "style:table-cell-properties", frame);
        Map<String, String> shaded = new TreeMap<>(frame);
        shaded.put("fo:background-color", "#f2f0ea");
        define("Header", "table-cell", "", "style:table-cell-properties", shaded);
        xml.writeEndElement();
    }

    private static String align(Block.Side side) {
        return switch (side) {
            case LEFT -> "start";
            case CENTER -> "center";
            case RIGHT -> "end";
        };
    }

    private void define(String name, String family, String parent, String element, Map<String, String> properties)
            throws XMLStreamException {
        xml.writeStartElement("style:style");
        xml.writeAttribute("style:name", name);
        xml.writeAttribute("style:family", family);
        if (!parent.isEmpty()) {
            xml.writeAttribute("style:parent-style-name", parent);
        }
        xml.writeEmptyElement(element);
        for (Map.Entry<String, String> property : properties.entrySet()) {
            xml.writeAttribute(property.getKey(), property.getValue());
        }
        xml.writeEndElement();
    }

    void say(List<Run> runs) throws XMLStreamException {
        for (Run run : runs) {
            int looks = run.looks().stream().mapToInt(OdtRuns::bit).sum();
            if (looks == 0) {
                write(run.text());
            } else {
                xml.writeStartElement("text:span");
                xml.writeAttribute("text:style-name", "Look" + looks);
                write(run.text());
                xml.writeEndElement();
            }
        }
    }

    private static int bit(Look look) {
        return 1 << ALL.indexOf(look);
    }

    /** OpenDocument folds spaces as HTML does: those that count are elements. */
    private void write(String text) throws XMLStreamException {
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean folds = character == ' ' && (at == 0 || text.charAt(at - 1) == ' ');
            if (character == '\n' || character == '\t' || folds) {
                xml.writeCharacters(text.substring(from, at));
                xml.writeEmptyElement(
                        character == '\n' ? "text:line-break" : character == '\t' ? "text:tab" : "text:s");
                from = at + 1;
            }
        }
        xml.writeCharacters(text.substring(from));
    }
}
