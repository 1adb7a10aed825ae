package fr.isere.iris.summaries;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The words that have a model summarise: of the organisation's folder where it has them, else of the packaged configuration. */
@Component
class Prompts {

    private final @Nullable Path folder;
    private final Rules rules;
    private final Map<Format, FormatPrompt> formats = new EnumMap<>(Format.class);

    Prompts(@Value("${iris.config.folder:#{null}}") @Nullable Path folder) {
        this.folder = folder;
        rules = PromptFile.read(find("rules"), "summary-rules.schema.json", Rules.class);
        for (Format format : Format.values()) {
            formats.put(format, PromptFile.read(find(format.id()), "summary.schema.json", FormatPrompt.class));
        }
    }

    Rules rules() {
        return rules;
    }

    FormatPrompt of(Format format) {
        return Objects.requireNonNull(formats.get(format));
    }

    private Resource find(String id) {
        String name = "prompts/summary-" + id + ".yaml";
        Stream<Resource> own = folder == null ? Stream.of() : Stream.of(new FileSystemResource(folder.resolve(name)));
        return Stream.concat(own, Stream.of(new ClassPathResource("iris/" + name)))
                .filter(Resource::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is missing from the application"));
    }
}
