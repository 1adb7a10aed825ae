package fr.isere.iris.releases;

import fr.isere.iris.problems.StartRefused;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where models come from.
 *
 * @param importFolder GGUF files and bundles of models that may be imported; none by default
 * @param diskFolder where the engine keeps its models, if this machine sees it: its free space is then looked at before an import. Ollama
 *     itself tells nobody how much there is
 * @param registry a mirror inside that models are pulled from, as in {@code http://miroir.interne:5000}; the engine's own by default
 */
@ConfigurationProperties("iris.models")
record ImportSettings(
        @Nullable Path importFolder,
        @Nullable Path diskFolder,
        @Nullable URI registry) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    ImportSettings {
        if (registry != null
                && (!SCHEMES.contains(String.valueOf(registry.getScheme())) || registry.getHost() == null)) {
            throw new StartRefused(
                    "iris.models.registry (IRIS_MODELS_REGISTRY) must be an address, as in http://miroir.interne:5000");
        }
    }

    /** What the engine is asked to pull for this name of the catalogue. */
    String pulled(String engineModel) {
        if (registry == null) {
            return engineModel;
        }
        String path = engineModel.contains("/") ? engineModel : "library/" + engineModel;
        String base = registry.toString();
        return (base.endsWith("/") ? base : base + "/") + path;
    }
}
