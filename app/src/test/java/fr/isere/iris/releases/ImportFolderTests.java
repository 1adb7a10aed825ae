package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.isere.iris.releases.Progress.At;
import fr.isere.iris.releases.Workshop.Work;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the folder of imports, put there by whoever may write to it. */
class ImportFolderTests {

    private static final String CONTENT = "GGUF and so on";
    private static final String DIGEST = Bindings.sha256(CONTENT);

    private final Work work = new Work("r", "w", new At("waiting", 0, 0, "bytes"));

    @TempDir
    Path parent;

    private Path files;
    private ImportFolder folder;

    @BeforeEach
    void aFile() throws IOException {
        files = Files.createDirectory(parent.resolve("imports"));
        Files.writeString(files.resolve("m.gguf"), CONTENT);
        folder = new ImportFolder(new ImportSettings(files, null, null));
    }

    @Test
    void theDigestBesideAFileIsComparedWithIt() throws IOException {
        assertThat(folder.checked("m.gguf", null, "MIT", work).blobs().get(0).sha256())
                .isEqualTo(DIGEST);
        Files.writeString(files.resolve("m.gguf.sha256"), DIGEST + "  m.gguf\n");
        assertThat(folder.checked("m.gguf", null, "MIT", work).bytes()).isEqualTo(CONTENT.length());
        Files.writeString(files.resolve("m.gguf.sha256"), "0".repeat(64) + "  m.gguf\n");
        assertThatThrownBy(() -> folder.checked("m.gguf", null, "MIT", work)).hasMessage("import-digest");
    }

    /** Larger than any array: who reads it whole fails. */
    @Test
    void aFileWithADigestIsReadNoFurtherThanTheDigest() throws IOException {
        Path digest = files.resolve("m.gguf.sha256");
        Files.writeString(digest, DIGEST + "  m.gguf\n");
        try (RandomAccessFile sparse = new RandomAccessFile(digest.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        assertThat(folder.checked("m.gguf", null, "MIT", work).blobs().get(0).sha256())
                .isEqualTo(DIGEST);
    }

    @Test
    void aLinkIsNeitherListedNorFollowed() throws IOException {
        Path outside = Files.writeString(parent.resolve("outside"), CONTENT);
        Files.createSymbolicLink(files.resolve("link.gguf"), outside);
        assertThat(folder.files()).containsExactly("m.gguf");
        assertThatThrownBy(() -> folder.checked("link.gguf", null, "MIT", work)).hasMessage("import-no-file");
    }

    @Test
    void aLinkInPlaceOfADigestIsRefusedAndTheFileNotTakenUnchecked() throws IOException {
        Path outside = Files.writeString(parent.resolve("outside"), DIGEST + "  m.gguf\n");
        Files.createSymbolicLink(files.resolve("m.gguf.sha256"), outside);
        assertThatThrownBy(() -> folder.checked("m.gguf", null, "MIT", work)).hasMessage("import-digest");
    }
}
