package fr.isere.iris.models;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One file of the catalogue as it was written, right or wrong. */
class CatalogueEntry {

    private final CheckedFile file;

    CatalogueEntry(CheckedFile file) {
        this.file = file;
    }

    /** What is wrong with it, one line each; empty if it can be used. */
    List<String> problems(Map<String, String> systemPrompts) {
        JsonNode tree = file.tree();
        if (!file.problems().isEmpty() || tree == null) {
            return file.problems();
        }
        List<String> problems = new ArrayList<>();
        String prompt = tree.path("systemPrompt").asString();
        if (!systemPrompts.containsKey(prompt)) {
            problems.add(file.at("/systemPrompt") + "system-prompts/ has no file '" + prompt + "'");
        }
        if (tree.path("maxAnswerTokens").asInt() >= tree.path("contextWindow").asInt()) {
            problems.add(
                    file.at("/maxAnswerTokens") + "the answer takes the whole context window: nothing is left to read");
        }
        if (number("/parameters/active").compareTo(number("/parameters/total")) > 0) {
            problems.add(file.at("/parameters/active") + "more parameters active than there are");
        }
        return problems;
    }

    private BigDecimal number(String pointer) {
        return Objects.requireNonNull(file.tree()).at(pointer).decimalValue();
    }

    /** "file:line: key: ", the beginning of a message. */
    String at(String pointer) {
        return file.at(pointer);
    }

    /** The entry in the form that the code uses; only after {@link #problems} was empty. */
    ModelDescription description(Map<String, String> systemPrompts) {
        Written written = new JsonMapper().treeToValue(file.tree(), Written.class);
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

    /** The entry for those who deploy it; only after {@link #problems} was empty. */
    CatalogueListing.Listed listed(Map<String, String> systemPrompts) {
        JsonNode tree = Objects.requireNonNull(file.tree());
        return new CatalogueListing.Listed(
                description(systemPrompts),
                bytes(tree.path("sizeBytes")),
                bytes(tree.path("memoryBytes")),
                tree.path("gate").asString("default"));
    }

    private static @Nullable Long bytes(JsonNode number) {
        return number.isNumber() ? number.asLong() : null;
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
}
