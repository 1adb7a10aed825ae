package fr.isere.iris.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What the application asks for, in one line:
 * {@code {"reading": 1, "original": path, "temporary": path, "pages": 1000, "limit": 600000, "silence": 60000}}.
 *
 * @param reading its number
 * @param original the file to read
 * @param temporary empty folder of this reading
 * @param bounds of the document: pages at most, and from now on the milliseconds that the reading may take and that nothing may come of it
 */
record ProtocolRequest(long reading, Path original, Path temporary, Bounds bounds) {

    static ProtocolRequest parse(String line) {
        long reading = 0;
        String original = "";
        String temporary = "";
        int pages = 0;
        long limit = 0;
        long silence = 0;
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "reading" -> reading = json.getLongValue();
                    case "original" -> original = json.getString();
                    case "temporary" -> temporary = json.getString();
                    case "pages" -> pages = json.getIntValue();
                    case "limit" -> limit = json.getLongValue();
                    case "silence" -> silence = json.getLongValue();
                    default -> json.skipChildren();
                }
            }
        }
        return new ProtocolRequest(
                reading,
                Path.of(original),
                Path.of(temporary),
                Bounds.of(pages, Duration.ofMillis(limit), Duration.ofMillis(silence)));
    }

    /** Removes what this reading wrote down, as far as it can. */
    void wipe() {
        try (Stream<Path> files = Files.walk(temporary)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // the application's next start does it
        }
    }
}
