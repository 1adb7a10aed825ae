package fr.isere.iris.reader;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file of any kind into pages. */
final class Extraction {

    /** Does beforehand what the first document would wait for. */
    void warmUp() {}

    /**
     * Reads a file.
     *
     * @param temporary empty folder for what this reading writes down
     * @throws Unreadable if the file cannot be read, or only a part of it
     */
    void read(Path original, Path temporary, Bounds bounds, Sink sink) throws Unreadable {
        String text;
        try {
            text = Files.readString(original, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new Unreadable(ReadingFailure.UNKNOWN_TYPE, e);
        }
        if (text.isEmpty()) {
            throw new Unreadable(ReadingFailure.EMPTY_FILE);
        }
        sink.opened(DocumentKind.TEXT, 1);
        sink.page(new ReadPage(
                1,
                ReadPage.Origin.TEXT,
                text.lines()
                        .filter(line -> !line.isBlank())
                        .map(Block::paragraph)
                        .toList()));
    }
}
