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
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One file of the catalogue as it was written, right or wrong. */
class CatalogueEntry {

    private final ConfigFile file;
    private final @Nullable JsonNode tree;
    private final List<String> schemaProblems;

    private CatalogueEntry(ConfigFile file, @Nullable JsonNode tree, List<String> schemaProblems) {
        this.file = file;
        this.tree = tree;
        this.schemaProblems = schemaProblems;
    }

    /** What is wrong with it, one line each; empty if it can be used. */
    List<String> problems(Map<String, String> systemPrompts) {
        if (!schemaProblems.isEmpty() || tree == null) {
            return schemaProblems;
        }
        List<String> problems = new ArrayList<>();
        String prompt = tree.path("systemPrompt").asString();
        if (!systemPrompts.containsKey(prompt)) {
            problems.add(at("/systemPrompt") + "system-prompts/ has no file '" + prompt + "'");
        }
        if (tree.path("maxAnswerTokens").asInt() >= tree.path("contextWindow").asInt()) {
            problems.add(at("/maxAnswerTokens") + "the answer takes the whole context window: nothing is left to read");
        }
        if (number("/parameters/active").compareTo(number("/parameters/total")) > 0) {
            problems.add(at("/parameters/active") + "more parameters active than there are");
        }
        return problems;
    }

    private BigDecimal number(String pointer) {
        return Objects.requireNonNull(tree).at(pointer).decimalValue();
    }

    /** The entry in the form that the code uses; only after {@link #problems} was empty. */
    ModelDescription description(Map<String, String> systemPrompts) {
        Written written = new JsonMapper().treeToValue(tree, Written.class);
        return new ModelDescription(
                written.id,
                written.displayName,
                written.engine,
                written.engineModel,
                written.parameters,
                written.quantisation,
                written.contextWindow,
                written.maxAnswerTokens,
                written.charactersPerToken,
                written.licence,
                List.copyOf(written.languages),
                written.sampling,
                Objects.requireNonNull(systemPrompts.get(written.systemPrompt)),
                written.notice);
    }

    /** "file:line: key: ", the beginning of a message. */
    String at(String pointer) {
        return file.place() + ":" + lineOf(tree == null ? null : tree.at(pointer)) + ": " + keyOf(pointer);
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

    private record Written(
            String id,
            String displayName,
            String engine,
            String engineModel,
            ModelDescription.Parameters parameters,
            String quantisation,
            int contextWindow,
            int maxAnswerTokens,
            double charactersPerToken,
            String licence,
            List<String> languages,
            ModelDescription.Sampling sampling,
            String systemPrompt,
            @Nullable String notice) {}

    /** Reads entries and compares them with {@code schemas/catalogue.schema.json}. */
    static class Reader {

        private final NodeReader nodes = NodeReader.builder().locationAware().build();
        private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText(), InputFormat.JSON);

        CatalogueEntry read(ConfigFile file) {
            try {
                JsonNode tree = nodes.readTree(file.text(), InputFormat.YAML);
                List<String> problems = schema
                        .validate(tree, context -> context.executionConfig(config -> config.locale(Locale.ENGLISH)))
                        .stream()
                        .map(error -> line(file, error))
                        .toList();
                return new CatalogueEntry(file, tree, problems);
            } catch (JacksonException malformed) {
                TokenStreamLocation place = malformed.getLocation();
                int line = place == null ? 1 : Math.max(1, place.getLineNr());
                return new CatalogueEntry(
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

        private static String schemaText() {
            try {
                return new ClassPathResource("iris/schemas/catalogue.schema.json")
                        .getContentAsString(StandardCharsets.UTF_8);
            } catch (IOException missing) {
                throw new UncheckedIOException("the schema of the catalogue is not on the classpath", missing);
            }
        }
    }
}
