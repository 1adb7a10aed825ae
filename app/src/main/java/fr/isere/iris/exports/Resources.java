package fr.isere.iris.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What the formats need beside the text: styles and fonts, out of the jars. */
final class Resources {

    private Resources() {}

    /** A file of this package's own. */
    static InputStream open(String name) {
        return fromJars("/exports/" + name);
    }

    static String text(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("no " + name, e);
        }
    }

    /** A file of a library. */
    static InputStream fromJars(String path) {
        return Objects.requireNonNull(Resources.class.getResourceAsStream(path), path);
    }
}
