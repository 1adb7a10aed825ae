package fr.isere.iris.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A program that answers as Tesseract does, what it is told and when. */
final class TesseractForTests {

    private static final int SURE = 95;

    private TesseractForTests() {}

    /**
     * Recognises the same on each page.
     *
     * @param first what a shell does before, in the folder of the reading
     */
    static Path saying(Path folder, String text, String first) {
        return saying(folder, text, first, SURE);
    }

    /**
     * Recognises the same on each page.
     *
     * @param confidence in each word, from 0 to 100
     */
    static Path saying(Path folder, String text, String first, int confidence) {
        StringBuilder rows = new StringBuilder();
        int word = 0;
        for (String one : text.split(" ", -1)) {
            word++;
            rows.append("5\t1\t1\t1\t1\t%d\t0\t0\t9\t9\t%d\t%s\n".formatted(word, confidence, one));
        }
        String script = """
            #!/bin/sh
            if [ "$1" = --list-langs ]; then
              printf 'List of available languages (1):\\nfra\\n'
              exit
            fi
            %s
            printf '%%s' '%s'
            """.formatted(first, rows);
        try {
            Path program = Files.writeString(folder.resolve("tesseract"), script);
            return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
