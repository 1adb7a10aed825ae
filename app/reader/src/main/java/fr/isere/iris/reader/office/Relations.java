package fr.isere.iris.reader.office;

import fr.isere.iris.reader.Unreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Which other parts of the file a part of it names, by the ids that it gives them. */
final class Relations {

    private final Map<String, String> parts = new HashMap<>();

    /** Of a part, by its name in the file. */
    static Relations of(OfficeFile zip, String part) throws IOException, Unreadable {
        Relations relations = new Relations();
        int name = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, name);
        String list = folder + "_rels/" + part.substring(name) + ".rels";
        if (zip.has(list)) {
            try (XmlCursor xml = new XmlCursor(zip.stream(list))) {
                relations.read(xml, Path.of("/" + folder));
            }
        }
        return relations;
    }

    private void read(XmlCursor xml, Path folder) throws IOException, Unreadable {
        while (xml.next()) {
            if (xml.starts()
                    && xml.name().equals("Relationship")
                    && !xml.attribute("TargetMode", "").equals("External")) {
                Path target = folder.resolve(xml.attribute("Target", "")).normalize();
                parts.put(xml.attribute("Id", ""), target.toString().substring(1));
            }
        }
    }

    /** The part of an id; empty if there is none. */
    String part(String id) {
        return parts.getOrDefault(id, "");
    }
}
