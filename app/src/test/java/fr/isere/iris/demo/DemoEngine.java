package fr.isere.iris.demo;

import fr.isere.iris.models.EmbeddedEngineConfiguration;
import fr.isere.iris.models.NoEngineConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * What answers in a demonstration.
 *
 * @param name {@code ollama}, {@code embedded} or {@code none}
 * @param configuration class that brings it, beside the application; null where the application has all it takes
 * @param settings that choose it
 */
record DemoEngine(String name, @Nullable Class<?> configuration, Map<String, Object> settings) {

    private static final String ACTIVE = "iris.models.active";

    /**
     * The one that is asked for by {@code iris.demo.engine}, or for {@code auto} the best there is.
     *
     * @throws IllegalStateException naming what lacks, when one is asked for that cannot be had
     */
    static DemoEngine choose(PropertyResolver settings) {
        String asked = settings.getProperty("iris.demo.engine", "auto");
        return switch (asked) {
            case "ollama" ->
                ollama(settings)
                        .orElseThrow(() -> new IllegalStateException("aucun Ollama ne répond à "
                                + OllamaProbe.urlIn(settings) + " avec un modèle du catalogue."));
            case "embedded" ->
                embedded(settings)
                        .orElseThrow(
                                () -> new IllegalStateException(
                                        "le petit modèle manque : iris.demo.gguf ne désigne aucun fichier (ops/fetch-model le télécharge)."));
            case "none" -> none();
            case "auto" -> ollama(settings).or(() -> embedded(settings)).orElseGet(DemoEngine::none);
            default -> throw new IllegalStateException("iris.demo.engine vaut auto, ollama, embedded ou none.");
        };
    }

    private static Optional<DemoEngine> ollama(PropertyResolver settings) {
        String url = OllamaProbe.urlIn(settings);
        return new OllamaProbe(url)
                .modelOfTheCatalogue()
                .map(model -> new DemoEngine("ollama", null, Map.of(ACTIVE, model, "iris.models.ollama.url", url)));
    }

    private static Optional<DemoEngine> embedded(PropertyResolver settings) {
        return Optional.ofNullable(settings.getProperty("iris.demo.gguf"))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .filter(Files::isRegularFile)
                .map(file -> new DemoEngine(
                        "embedded",
                        EmbeddedEngineConfiguration.class,
                        Map.of(
                                ACTIVE,
                                "smollm2-135m-embedded",
                                "iris.demo.gguf",
                                file.toString(),
                                "iris.models.slots", // its context window is one answer's
                                1)));
    }

    private static DemoEngine none() {
        return new DemoEngine("none", NoEngineConfiguration.class, Map.of(ACTIVE, "none"));
    }
}
