package fr.isere.iris.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The demonstration's model with short answers: left to itself it talks on to its limit, which says nothing and takes minutes. */
public final class TerseModel {

    private static final String ENTRY = "catalogue/smollm2-135m.yaml";
    private static final String LIMIT = "maxAnswerTokens: 1024";

    private TerseModel() {}

    /** The setting that has it so. */
    public static String setting() {
        try (InputStream shipped =
                Objects.requireNonNull(TerseModel.class.getResourceAsStream("/iris/" + ENTRY), ENTRY)) {
            String entry = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            if (!entry.contains(LIMIT)) {
                throw new AssertionError(ENTRY + " has another limit");
            }
            Path folder = TemporaryFolder.untilExit("terse");
            Path file = folder.resolve(ENTRY);
            Files.createDirectories(file.getParent());
            Files.writeString(file, entry.replace(LIMIT, "maxAnswerTokens: 128"));
            return "iris.config.folder=" + folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
