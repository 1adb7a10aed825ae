package fr.isere.iris.retention;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A ring in one file that instances share on a volume. */
final class RingFile implements RingStore {

    private final OwnerOnlyFile file;
    private final RingFormat format;

    RingFile(Path path, RingFormat format) {
        this.file = new OwnerOnlyFile(path);
        this.format = format;
    }

    @Override
    public Optional<RingKeys> read() {
        try {
            return file.exists() ? Optional.of(parsed()) : Optional.empty();
        } catch (IOException e) {
            throw unusable("cannot be read", e);
        }
    }

    @Override
    public RingKeys change(UnaryOperator<RingKeys> change) {
        try {
            return file.alone(() -> {
                RingKeys before = file.exists() ? parsed() : RingKeys.NONE;
                RingKeys after = change.apply(before);
                if (after != before) {
                    file.replace(format.write(after));
                }
                return after;
            });
        } catch (IOException e) {
            throw unusable("cannot be changed", e);
        }
    }

    /** Each change is a file of its own: two within one tick of the file system's clock differ by more than their time. */
    @Override
    public Object stamp() {
        try {
            BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return Arrays.asList(now.fileKey(), now.lastModifiedTime(), now.size());
        } catch (IOException e) {
            return "gone"; // whoever reads it says so
        }
    }

    private RingKeys parsed() throws IOException {
        RingKeys keys = format.parse(file.read());
        if (!keys.isWhole()) {
            throw new IOException("not a whole key ring");
        }
        return keys;
    }

    private RingUnusable unusable(String what, IOException e) {
        return new RingUnusable("iris.keys.path: the key ring %s %s: %s".formatted(file.path(), what, e.getMessage()));
    }
}
