package fr.isere.iris.models;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.NodeReader;
import com.networknt.schema.serialization.node.TokenStreamLocationAware;
import fr.isere.iris.models.ConfigFiles.ConfigFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/**
 * A file of the configuration, compared with its schema.
 *
 * @param source where it is
 * @param tree what it says, with its places; null if it is no YAML
 * @param problems what is wrong with it, one line each
 */
record CheckedFile(ConfigFile source, @Nullable JsonNode tree, List<String> problems) {

    /** "file:line: key: ", the beginning of a message. */
    String at(String pointer) {
        return source.place() + ":" + lineOf(tree == null ? null : tree.at(pointer)) + ": " + keyOf(pointer);
    }

    private static String keyOf(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.') + ": ";
    }

    /** An empty file, for one, has no node with a place. */
    private static int lineOf(@Nullable JsonNode node) {
        return node instanceof TokenStreamLocationAware placed
                ? Math.max(1, placed.tokenStreamLocation().getLineNr())
                : 1;
    }

    /** Reads files and compares them with a schema. */
    static class Reader {

        private final NodeReader nodes = NodeReader.builder().locationAware().build();
        private final Schema schema;

        /** @param name of a file of {@code schemas/} */
        Reader(String name) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schemaText(name), InputFormat.JSON);
        }

        CheckedFile read(ConfigFile file) {
            try {
                JsonNode tree = nodes.readTree(file.text(), InputFormat.YAML);
                List<String> problems = schema
                        .validate(tree, context -> context.executionConfig(config -> config.locale(Locale.ENGLISH)))
                        .stream()
                        .map(error -> line(file, error))
                        .toList();
                return new CheckedFile(file, tree, problems);
            } catch (JacksonException malformed) {
                TokenStreamLocation place = malformed.getLocation();
                int line = place == null ? 1 : Math.max(1, place.getLineNr());
                return new CheckedFile(
                        file, null, List.of(file.place() + ":" + line + ": not YAML: " + firstLine(malformed)));
            }
        }

        private static String firstLine(JacksonException malformed) {
            return malformed.getOriginalMessage().lines().findFirst().orElse("");
        }

        private static String line(ConfigFile file, Error error) {
            String key = error.getInstanceLocation().toString();
            return file.place() + ":" + lineOf(culprit(error)) + ": " + keyOf(key) + reason(error);
        }

        /** The unknown key's own value where the error names one, for its line. */
        private static @Nullable JsonNode culprit(Error error) {
            JsonNode node = error.getInstanceNode();
            JsonNode named = node == null || error.getProperty() == null ? null : node.get(error.getProperty());
            return named == null ? node : named;
        }

        private static String reason(Error error) {
            String message = error.getMessage();
            return message == null ? String.valueOf(error.getKeyword()) : message;
        }

        private static String schemaText(String name) {
            try {
                return new ClassPathResource("iris/schemas/" + name).getContentAsString(StandardCharsets.UTF_8);
            } catch (IOException missing) {
                throw new UncheckedIOException(name + " is not on the classpath", missing);
            }
        }
    }
}
