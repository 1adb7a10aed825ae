package fr.isere.iris.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers of the API that the page's tests are given. Whatever one of them has, IRIS must send: else the page is tested against
 * something that does not exist.
 */
public final class Samples {

    private static final JsonMapper JSON = new JsonMapper();

    private Samples() {}

    /**
     * What a sample has and IRIS's own answer has not, as paths.
     *
     * @param file in {@code src/test/resources/page/api}
     */
    public static List<String> missing(JsonNode real, String file) {
        List<String> missing = new ArrayList<>();
        try (InputStream sample = new ClassPathResource("page/api/" + file).getInputStream()) {
            compare(JSON.readTree(sample), real, "", missing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return missing;
    }

    /** Where one of both is null, or nothing stands in a list, there is nothing to compare. */
    private static void compare(JsonNode sample, JsonNode real, String path, List<String> missing) {
        if (sample.isObject() && real.isObject()) {
            sample.properties().forEach(field -> {
                String to = path + "/" + field.getKey();
                if (real.has(field.getKey())) {
                    compare(field.getValue(), real.get(field.getKey()), to, missing);
                } else {
                    missing.add(to);
                }
            });
        } else if (sample.isArray() && real.isArray() && !real.isEmpty()) {
            sample.forEach(one -> compare(one, real.get(0), path + "/*", missing));
        }
    }
}
