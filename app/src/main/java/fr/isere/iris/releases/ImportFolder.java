package fr.isere.iris.releases;

import fr.isere.iris.models.ModelStore.Blob;
import fr.isere.iris.models.ModelStore.Recipe;
import fr.isere.iris.models.ModelStore.Settings;
import fr.isere.iris.releases.Workshop.Failed;
import fr.isere.iris.releases.Workshop.Work;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The folder of {@code iris.models.import-folder}: which files it has, and that one of them is whole and what it should be. */
@Component
class ImportFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ImportFolder.class);
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._ ()+-]{0,190}\\.(?i:gguf|tar)");
    private static final Pattern SHA256 = Pattern.compile("(?i)[0-9a-f]{64}");
    private static final byte[] MAGIC = "GGUF".getBytes(StandardCharsets.US_ASCII);

    /** Of a file with a digest: beyond it there is a name at most, whatever its length. */
    private static final int LINE = 256;

    /** Beside what is imported, so that the machine goes on working. */
    private static final long SPARE = 1L << 30;

    private final ImportSettings settings;

    ImportFolder(ImportSettings settings) {
        this.settings = settings;
    }

    /** Names of its files, in order; none if there is no folder. */
    List<String> files() {
        Path folder = settings.importFolder();
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            LOG.warn(
                    "iris.models.import-folder cannot be read: {}",
                    unreadable.getClass().getSimpleName());
            return List.of();
        }
    }

    /**
     * Reads a file whole, and checks it.
     *
     * @param sha256 what somebody says that its digest is; null to compare with the file {@code <name>.sha256} beside it, if there is one
     * @param licence of the model, where the file brings none
     * @throws Failed if it is not there, neither a GGUF nor a bundle, or not the file that the digest is of
     */
    Brought checked(String name, @Nullable String sha256, String licence, Work work) {
        Path folder = settings.importFolder();
        if (folder == null || !files().contains(name)) {
            throw new Failed("import-no-file");
        }
        Path file = folder.resolve(name);
        try {
            String expected = sha256 != null ? sha256 : beside(folder.resolve(name + ".sha256"));
            return name.toLowerCase(Locale.ROOT).endsWith(".tar")
                    ? bundle(file, expected, licence, work)
                    : weights(file, expected, licence, work);
        } catch (IOException unreadable) {
            throw new Failed("import-unreadable");
        }
    }

    private static Brought weights(Path file, @Nullable String expected, String licence, Work work) throws IOException {
        long bytes = size(file);
        try (InputStream in = new Blob(file, 0, "", bytes).open()) {
            if (!Arrays.equals(MAGIC, in.readNBytes(MAGIC.length))) {
                throw new Failed("import-not-gguf");
            }
        }
        String actual = new Checking(work, bytes).sha256(file, 0, bytes);
        if (expected != null) {
            Checking.requireSame(expected, actual);
        }
        return new Brought(
                List.of(new Blob(file, 0, actual, bytes)),
                new Recipe(List.of(actual), List.of(), Settings.FOUND, List.of(licence)));
    }

    private static Brought bundle(Path file, @Nullable String expected, String licence, Work work) throws IOException {
        Bundle bundle = Bundle.in(file);
        long bytes = expected == null ? 0 : size(file);
        Checking checking = new Checking(work, bytes + bundle.bytes());
        if (expected != null) {
            Checking.requireSame(expected, checking.sha256(file, 0, bytes));
        }
        return bundle.checked(checking, licence);
    }

    private static long size(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .size();
    }

    /** As {@code sha256sum} writes it: the digest first. */
    private static @Nullable String beside(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Failed("import-digest"); // a link to somewhere else, say: the file would pass unchecked
        }
        String first;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            first = new String(in.readNBytes(LINE), StandardCharsets.UTF_8)
                    .strip()
                    .split("\\s", 2)[0];
        }
        if (!SHA256.matcher(first).matches()) {
            throw new Failed("import-digest");
        }
        return first;
    }

    /**
     * Refuses what would not fit, where this machine sees the engine's disk; elsewhere the engine says so itself, in the middle.
     *
     * @throws Failed {@code import-disk}
     */
    void requireRoom(long bytes) {
        Path disk = settings.diskFolder();
        if (disk == null) {
            return;
        }
        try {
            long free = Files.getFileStore(disk).getUsableSpace();
            if (free < bytes + SPARE) {
                throw new Failed("import-disk", gigabytes(bytes + SPARE), gigabytes(free));
            }
        } catch (IOException unreadable) {
            LOG.warn(
                    "iris.models.disk-folder cannot be looked at: {}",
                    unreadable.getClass().getSimpleName());
        }
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.FRANCE, "%.1f", bytes / 1e9);
    }
}
