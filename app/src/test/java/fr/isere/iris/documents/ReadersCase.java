package fr.isere.iris.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Readers in processes of their own that do what a test tells them, none of which outlives it. */
abstract class ReadersCase {

    static final String[] TWO_PAGES = {"open 2", "page a", "page b", "finish"};

    @TempDir
    Path documents;

    @AfterEach
    void nothingIsLeft() {
        ReadersForTests.awaitProcesses(0);
        assertThat(ReadersForTests.folders(documents)).isEmpty();
    }
}
