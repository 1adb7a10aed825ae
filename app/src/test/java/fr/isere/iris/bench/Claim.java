package fr.isere.iris.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sentence and what is true of it.
 *
 * @param page where its source has it, from 1
 * @param altered what was altered, if it is not supported
 */
public record Claim(
        String sentence,
        int page,
        boolean supported,
        @Nullable String altered) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** One a line. */
    public static List<Claim> in(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> JSON.readValue(line, Claim.class))
                .toList();
    }
}
