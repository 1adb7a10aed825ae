package fr.isere.iris.reader;

import java.nio.file.Path;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What the application asks for, in one line: {@code {"original": path, "temporary": path, "pages": 1000}}.
 *
 * @param original the file to read
 * @param temporary empty folder of this reading
 * @param pages that it may have at most
 */
record ProtocolRequest(Path original, Path temporary, int pages) {

    static ProtocolRequest parse(String line) {
        String original = "";
        String temporary = "";
        int pages = 0;
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "original" -> original = json.getString();
                    case "temporary" -> temporary = json.getString();
                    case "pages" -> pages = json.getIntValue();
                    default -> json.skipChildren();
                }
            }
        }
        return new ProtocolRequest(Path.of(original), Path.of(temporary), pages);
    }
}
