package fr.isere.iris.releases;

import fr.isere.iris.models.ConfigDocuments;
import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.problems.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Ties a model, the engine's digest of it and the prompts together in one digest. */
@Component
class Bindings {

    private final ConfigDocuments documents;
    private final JsonMapper canonical = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    Bindings(ConfigDocuments documents) {
        this.documents = documents;
    }

    /** To the prompts as this instance reads them now. */
    Release.Binding of(ModelDescription model, @Nullable String engine, @Nullable Long sizeBytes) {
        String prompts = documents.promptsDigest();
        var all = new TreeMap<String, Object>();
        all.put("model", model);
        all.put("prompts", prompts);
        all.put("engine", engine == null ? "" : engine);
        return new Release.Binding(prompts, engine, sizeBytes, sha256(canonical.writeValueAsString(all)));
    }

    /** SHA-256 of the prompts as this instance reads them now. */
    String prompts() {
        return documents.promptsDigest();
    }

    /**
     * Nobody answers with prompts that were not evaluated with the model.
     *
     * @throws ProblemException {@code release-prompts} (409)
     */
    void requireSamePrompts(Release release) {
        if (release.isJudgedByOthersThan(prompts())) {
            throw new ProblemException("release-prompts", HttpStatus.CONFLICT);
        }
    }

    static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
