package fr.isere.iris.reminders;

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
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code reminders.yaml}, or says the file, the line and what is wrong there. */
final class RulesFile {

    private static final String NAME = "charter/reminders.yaml";
    private static final String SCHEMA = "reminders.schema.json";

    private RulesFile() {}

    /** The organisation's file where its folder has one, else the packaged one. */
    static Resource in(@Nullable Path folder) {
        if (folder != null) {
            Resource own = new FileSystemResource(folder.resolve(NAME));
            if (own.exists()) {
                return own;
            }
        }
        return new ClassPathResource("iris/" + NAME);
    }

    /** @throws StartRefused naming file, line and reason */
    static RulesText read(Resource file) {
        return read(file, SCHEMA, RulesText.class);
    }

    /** The same for another file of {@code model-config}. */
    static <T> T read(Resource file, String schema, Class<T> type) {
        try {
            JsonNode content = parsed(file);
            List<Error> errors = schema(schema).validate(content);
            if (!errors.isEmpty()) {
                Error first = errors.get(0);
                TokenStreamLocation location = JsonNodes.tokenStreamLocationOf(first.getInstanceNode());
                throw refused(file, location, first.getInstanceLocation() + " " + first.getMessage());
            }
            return JsonMapper.shared().treeToValue(content, type);
        } catch (IOException e) {
            throw new StartRefused(file.getDescription() + " cannot be read");
        }
    }

    private static JsonNode parsed(Resource file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return NodeReader.builder().locationAware().build().readTree(content, InputFormat.YAML);
        } catch (JacksonException e) {
            throw refused(file, e.getLocation(), e.getOriginalMessage());
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
                .formatted(file.getDescription(), Math.max(location.getLineNr(), 1), reason.replaceAll("\\s+", " ")));
    }
}
