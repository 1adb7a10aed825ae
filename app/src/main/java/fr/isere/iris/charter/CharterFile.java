package fr.isere.iris.charter;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.NodeReader;
import com.networknt.schema.utils.JsonNodes;
import fr.isere.iris.problems.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code charter.yaml}, or says the file, the line and what is wrong there. */
final class CharterFile {

    private static final String SCHEMA = "charter.schema.json";

    private CharterFile() {}

    /** @throws StartRefused naming file, line and reason */
    static CharterText read(Resource file) {
        return read(file, SCHEMA, CharterText.class);
    }

    /** The same for another file beside it. */
    static <T> T read(Resource file, String schema, Class<T> type) {
        try {
            JsonNode content = parsed(file);
            check(file, content, schema);
            return JsonMapper.shared().treeToValue(content, type);
        } catch (IOException e) {
            throw new StartRefused(nameOf(file) + " cannot be read");
        }
    }

    private static JsonNode parsed(Resource file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return NodeReader.builder().locationAware().build().readTree(content, InputFormat.YAML);
        } catch (JacksonException e) {
            throw refused(file, e.getLocation(), e.getOriginalMessage());
        }
    }

    private static void check(Resource file, JsonNode content, String schema) throws IOException {
        List<Error> errors = schema(schema).validate(content);
        if (!errors.isEmpty()) {
            Error first = errors.get(0);
            TokenStreamLocation location = JsonNodes.tokenStreamLocationOf(first.getInstanceNode());
            throw refused(file, location, first.getInstanceLocation() + " " + first.getMessage());
        }
    }

    private static Schema schema(String name) throws IOException {
        try (InputStream schema = new ClassPathResource("iris/schemas/" + name).getInputStream()) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema, InputFormat.JSON);
        }
    }

    private static StartRefused refused(Resource file, TokenStreamLocation location, String reason) {
        return new StartRefused("%s, line %d: %s"
                .formatted(nameOf(file), Math.max(location.getLineNr(), 1), reason.replaceAll("\\s+", " ")));
    }

    private static String nameOf(Resource file) {
        return file.getDescription();
    }
}
