package fr.isere.iris.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A program that answers as Tesseract does, what it is told and when. */
final class TesseractForTests {

    private TesseractForTests() {}

    /**
     * Recognises the same on each page.
     *
     * @param first what a shell does before, in the folder of the reading
     */
    static Path saying(Path folder, String text, String first) {
        String script = """
                #!/bin/sh
                if [ "$1" = --list-langs ]; then
                  printf 'List of available languages (1):\\nfra\\n'
                  exit
                fi
                %s
                printf '%%s\\n' '%s'
                """.formatted(first, text);
        try {
            Path program = Files.writeString(folder.resolve("tesseract"), script);
            return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
