package fr.isere.iris.reader;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are too big for the repository, where they lie beside it. */
final class Corpus {

    private Corpus() {}

    static Path file(String name) {
        String folder = System.getenv("IRIS_CORPUS");
        Path file = Path.of(folder == null ? "../../../shared/corpus" : folder, name);
        assumeThat(Files.exists(file)).as("the corpus is on this machine").isTrue();
        return file;
    }
}
