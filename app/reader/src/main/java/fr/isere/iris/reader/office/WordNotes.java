package fr.isere.iris.reader.office;

import fr.isere.iris.reader.Unreadable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The notes of a document, which Word keeps apart from the text that calls them. */
final class WordNotes {

    private final Map<String, String> notes = new HashMap<>();
    private int number;

    static WordNotes of(OfficeFile zip) throws IOException, Unreadable {
        WordNotes notes = new WordNotes();
        for (String kind : new String[] {"footnote", "endnote"}) {
            String part = "word/" + kind + "s.xml";
            if (zip.has(part)) {
                try (XmlCursor xml = new XmlCursor(zip.stream(part))) {
                    notes.read(xml, kind);
                }
            }
        }
        return notes;
    }

    private void read(XmlCursor xml, String kind) throws IOException, Unreadable {
        String id = "";
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        while (xml.next()) {
            if (xml.isText() && inText) {
                text.append(xml.text());
            } else if (xml.starts()) {
                inText = xml.name().equals("t");
                if (xml.name().equals(kind)) {
                    id = kind + xml.attribute("id", "");
                    text.setLength(0);
                } else if (xml.name().equals("tab") || xml.name().equals("p")) {
                    text.append(' ');
                }
            } else if (xml.ends()) {
                inText = false;
                if (xml.name().equals(kind)) {
                    notes.put(id, text.toString().strip());
                }
            }
        }
    }

    /** The note that a reference calls, with its number; empty if there is none. */
    String called(String kind, String id) {
        String text = notes.getOrDefault(kind + id, "");
        if (text.isEmpty()) {
            return "";
        }
        number++;
        return number + " " + text;
    }
}
