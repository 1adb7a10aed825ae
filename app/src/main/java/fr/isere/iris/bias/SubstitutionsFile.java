package fr.isere.iris.bias;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
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

/** Reads the substitutions: of the organisation's folder where it has them, else of the packaged configuration. */
final class SubstitutionsFile {

    private static final String NAME = "bias/substitutions.yaml";
    private static final String SCHEMA = "iris/schemas/substitutions.schema.json";

    private SubstitutionsFile() {}

    /**
     * The file in the form that the code uses.
     *
     * @param folder of the organisation; null to have the packaged file
     * @throws StartRefused naming file, line and reason
     */
    static SubstitutionFile read(@Nullable Path folder) {
        Resource own =
                folder == null ? new ClassPathResource("iris/" + NAME) : new FileSystemResource(folder.resolve(NAME));
        Resource file = own.exists() ? own : new ClassPathResource("iris/" + NAME);
        try (InputStream content = file.getInputStream();
                InputStream schema = new ClassPathResource(SCHEMA).getInputStream()) {
            JsonNode node = NodeReader.builder().locationAware().build().readTree(content, InputFormat.YAML);
            List<Error> errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema, InputFormat.JSON)
                    .validate(node);
            if (!errors.isEmpty()) {
                Error first = errors.get(0);
                TokenStreamLocation place = JsonNodes.tokenStreamLocationOf(first.getInstanceNode());
                throw refused(file, place, first.getInstanceLocation() + " " + first.getMessage());
            }
            SubstitutionFile read = JsonMapper.shared().treeToValue(node, SubstitutionFile.class);
            requireUsages(file, read);
            return read;
        } catch (JacksonException e) {
            throw refused(file, e.getLocation(), e.getOriginalMessage());
        } catch (IOException e) {
            throw new StartRefused(file.getDescription() + " cannot be read");
        }
    }

    /** What a schema cannot say: a usage is exchanged for one that there is. */
    private static void requireUsages(Resource file, SubstitutionFile read) {
        List<String> ids =
                read.usages().stream().map(SubstitutionFile.Usage::id).toList();
        for (SubstitutionFile.Usage usage : read.usages()) {
            if (!ids.contains(usage.exchangedFor()) || usage.exchangedFor().equals(usage.id())) {
                throw new StartRefused("%s: usages: %s is exchanged for %s, which is no other usage"
                        .formatted(file.getDescription(), usage.id(), usage.exchangedFor()));
            }
        }
    }

    private static StartRefused refused(Resource file, TokenStreamLocation place, String reason) {
        return new StartRefused("%s, line %d: %s"
                .formatted(file.getDescription(), Math.max(place.getLineNr(), 1), reason.replaceAll("\\s+", " ")));
    }
}
