package fr.isere.iris.reader.office;

import fr.isere.iris.reader.Unreadable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The words of a diagram (SmartArt), which lie in a part of their own. */
final class Diagram {

    private Diagram() {}

    /**
     * Its paragraphs, in the order in which the file has them.
     *
     * @param part that shows the diagram
     * @param xml at the element that names the diagram's parts
     */
    static List<String> paragraphs(OfficeFile zip, String part, XmlCursor xml) throws IOException, Unreadable {
        String data = Relations.of(zip, part).part(xml.attribute("dm", ""));
        if (data.isEmpty() || !zip.has(data)) {
            return List.of();
        }
        try (XmlCursor words = new XmlCursor(zip.stream(data))) {
            return paragraphs(words);
        }
    }

    private static List<String> paragraphs(XmlCursor xml) throws IOException, Unreadable {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean inRun = false;
        while (xml.next()) {
            if (xml.starts()) {
                inRun = xml.qualified().equals("a:t");
            } else if (xml.ends()) {
                inRun = false;
                if (xml.name().equals("p") && !text.toString().isBlank()) {
                    paragraphs.add(text.toString());
                    text.setLength(0);
                }
            } else if (inRun && xml.isText()) {
                text.append(xml.text());
            }
        }
        return paragraphs;
    }
}
