package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.isere.iris.models.ModelStore.Blob;
import fr.isere.iris.models.ModelStore.Settings;
import fr.isere.iris.releases.Progress.At;
import fr.isere.iris.releases.Workshop.Work;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles of models, those that are what they say and those that are not. */
class BundleTests {

    private static final String ENTRY = "import-bundle-entry";
    private static final String CUT = "import-bundle-cut";
    private static final String NONE = "import-not-bundle";

    @TempDir
    Path parent;

    private final BundleForTests bundle = BundleForTests.sound();
    private Path file;
    private ImportFolder folder;

    @BeforeEach
    void aFolder() throws IOException {
        Path files = Files.createDirectory(parent.resolve("imports"));
        folder = new ImportFolder(new ImportSettings(files, null, null));
        file = files.resolve("m.tar");
    }

    @Test
    void aBundleBringsWeightsTemplateParametersAndLicences() throws IOException {
        bundle.packed().writtenTo(file);

        Brought brought = checked();

        Blob weights = brought.blobs().get(0);
        assertThat(brought.blobs()).hasSize(1);
        try (InputStream in = weights.open()) {
            assertThat(new String(in.readNBytes((int) weights.bytes()), StandardCharsets.UTF_8))
                    .isEqualTo(BundleForTests.WEIGHTS);
        }
        assertThat(brought.recipe().weights()).containsExactly(Bindings.sha256(BundleForTests.WEIGHTS));
        assertThat(brought.recipe().settings())
                .isEqualTo(new Settings("{{ .Prompt }} «", null, "{\"stop\":[\"<fin>\"]}", "petit", null));
        assertThat(brought.recipe().licences()).containsExactly("Apache-2.0", "et ses réserves");
    }

    @Test
    void aModelThatReadsImagesOrHasAnAdapterIsWhole() throws IOException {
        bundle.with("projector", "GGUF images")
                .with("adapter", "GGUF adapter")
                .packed()
                .writtenTo(file);

        Brought brought = checked();

        assertThat(brought.blobs()).hasSize(3);
        assertThat(brought.recipe().weights()).hasSize(2);
        assertThat(brought.recipe().adapters()).containsExactly(Bindings.sha256("GGUF adapter"));
    }

    @Test
    void aBundleWithoutALicenceHasThatOfTheCatalogue() throws IOException {
        new BundleForTests().with("model", BundleForTests.WEIGHTS).packed().writtenTo(file);

        assertThat(checked().recipe().licences()).containsExactly("MIT");
    }

    @Test
    void theDigestBesideABundleIsThatOfTheWholeFile() throws IOException {
        bundle.packed().writtenTo(file);
        String digest = Checking.sha256(Files.readAllBytes(file));
        Files.writeString(file.resolveSibling("m.tar.sha256"), digest + "  m.tar\n");
        assertThat(checked().blobs()).hasSize(1);

        Files.writeString(file.resolveSibling("m.tar.sha256"), "0".repeat(64) + "  m.tar\n");
        refused("import-digest");
    }

    @Test
    void whoBreaksItOffIsHeardWhileItIsRead() throws IOException {
        bundle.packed().writtenTo(file);
        Work work = work();
        work.breakOff();

        assertThatThrownBy(() -> folder.checked("m.tar", null, "MIT", work)).hasMessage("release-cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "template", "params", "license"})
    void whatTheManifestNamesMustBeThere(String kind) throws IOException {
        bundle.packed();
        bundle.files.remove(bundle.blob(kind));
        bundle.writtenTo(file);

        refused(CUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "template", "params", "license"})
    void eachFileMustHaveItsDigest(String kind) throws IOException {
        bundle.packed();
        byte[] bytes =
                Objects.requireNonNull(bundle.files.get(bundle.blob(kind))).clone();
        bytes[bytes.length - 1] ^= 1;
        bundle.files.put(bundle.blob(kind), bytes);
        bundle.writtenTo(file);

        refused("import-digest");
    }

    @Test
    void aFileOfAnotherLengthIsNotTheOneThatTheManifestNames() throws IOException {
        bundle.packed();
        bundle.files.put(bundle.blob("model"), "GGUF".getBytes(StandardCharsets.UTF_8));
        bundle.writtenTo(file);

        refused(CUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside",
                "blobs/../../outside",
                "/etc/passwd",
                "manifests/../../../x/y",
                "blobs/sha256-abc",
                "README.md",
                "manifests/registry.ollama.ai/library/autre/1b",
            })
    void aNameThatNoModelHasIsRefused(String name) throws IOException {
        bundle.packed();
        bundle.files.put(name, new byte[] {1});
        bundle.writtenTo(file);

        refused(ENTRY);
        assertThat(parent.resolve("outside")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            bytes = {
                TarConstants.LF_SYMLINK,
                TarConstants.LF_LINK,
                TarConstants.LF_CHR,
                TarConstants.LF_BLK,
                TarConstants.LF_FIFO,
                TarConstants.LF_GNUTYPE_SPARSE,
                TarConstants.LF_GNUTYPE_LONGNAME,
                TarConstants.LF_PAX_EXTENDED_HEADER_LC,
                TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER,
            })
    void onlyFilesAndFoldersAreTaken(byte kind) throws IOException {
        TarArchiveEntry strange = new TarArchiveEntry("blobs/sha256-" + "a".repeat(64), kind);
        strange.setLinkName("/etc/passwd");
        bundle.packed().writtenTo(file, strange);

        refused(ENTRY);
    }

    /** Nothing of that size is set aside: the file ends long before. */
    @ParameterizedTest
    @CsvSource({"48", "76"})
    void aHugeFileThatIsOnlyAnnouncedTakesNoMemory(byte kind) throws IOException {
        TarArchiveEntry huge = new TarArchiveEntry("blobs/sha256-" + "a".repeat(64), kind);
        huge.setSize(1L << 60);
        bundle.packed().writtenTo(file, huge);

        refused(CUT);
    }

    @Test
    void aTextThatIsNoTextIsNotRead() throws IOException {
        bundle.with("license", "x".repeat((1 << 20) + 1)).packed().writtenTo(file);

        refused(ENTRY);
    }

    @Test
    void moreFilesThanAModelHasAreNotCounted() throws IOException {
        bundle.packed();
        for (int i = 0; i < 200; i++) {
            bundle.files.put("blobs/sha256-" + Bindings.sha256("" + i), new byte[0]);
        }
        bundle.writtenTo(file);

        refused(ENTRY);
    }

    @Test
    void whatIsCutIsSaidToBe() throws IOException {
        byte[] whole = Files.readAllBytes(bundle.packed().writtenTo(file));
        int weights = new String(whole, StandardCharsets.ISO_8859_1).indexOf(BundleForTests.WEIGHTS);

        Files.write(file, Arrays.copyOf(whole, weights + 3));
        refused(CUT);
        Files.write(file, Arrays.copyOf(whole, 512 + 512));
        refused(CUT);
    }

    @Test
    void whatIsNoTarIsSaidToBeNone() throws IOException {
        for (String text : List.of("", "no tar", "GGUF".repeat(1000), "\u0000".repeat(2048))) {
            Files.writeString(file, text);
            refused(NONE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "no json", "{\"config\":{}}", "{\"config\":{\"digest\":\"sha256:../../x\"}}"})
    void aManifestThatIsNoneIsRefused(String manifest) throws IOException {
        bundle.packed();
        bundle.files.put(BundleForTests.MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
        bundle.writtenTo(file);

        refused(NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tensor", "messages", "model"})
    void aModelOfAnotherKindIsRefused(String kind) throws IOException {
        bundle.with(kind, "something else").packed().writtenTo(file);

        refused("import-bundle-layer");
    }

    @Test
    void weightsOfAnotherFormatAreRefused() throws IOException {
        bundle.config = "{\"model_format\":\"safetensors\"}";
        bundle.packed().writtenTo(file);

        refused("import-bundle-layer");
    }

    private Brought checked() {
        return folder.checked("m.tar", null, "MIT", work());
    }

    private void refused(String code) {
        assertThatThrownBy(this::checked).hasMessage(code);
    }

    private static Work work() {
        return new Work("r", "w", new At("waiting", 0, 0, "bytes"));
    }
}
