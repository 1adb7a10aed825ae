package fr.isere.iris.models;

import fr.isere.iris.models.CatalogueListing.Listed;
import fr.isere.iris.problems.StartRefused;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What those who deploy models ask: the catalogue, the configuration's files, and what the engines hold. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    /** How long a pull may stand still: Ollama tells how far it is several times a second. */
    private static final Duration STALL = Duration.ofSeconds(90);

    @Bean
    ModelStore modelStore(ModelSettings settings) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connect())
                .build();
        return new OllamaStore(http, settings.ollama().url(), STALL, settings.firstToken());
    }

    @Bean
    ConfigDocuments configDocuments(ConfigSettings config) {
        return new CheckedDocuments(new ConfigFiles(config.folder()));
    }

    @Bean
    CatalogueListing catalogueListing(ConfigSettings config, List<EngineKind> kinds, CatalogueModels models) {
        String bySetting = models.bySetting().id();
        Set<String> engines = kinds.stream()
                .filter(EngineKind::isConfigured)
                .map(EngineKind::name)
                .collect(Collectors.toSet());
        List<Listed> entries = Catalogue.read(new ConfigFiles(config.folder())).entries().stream()
                .filter(listed -> engines.contains(listed.model().engine()))
                .toList();
        Listed active = entries.stream()
                .filter(listed -> listed.model().id().equals(bySetting))
                .findFirst()
                .orElseThrow(() -> new StartRefused(
                        "iris.models.active (IRIS_MODELS_ACTIVE) is not among the models whose engines are"
                                + " configured"));
        return new Both(entries, active);
    }

    private record Both(List<Listed> all, Listed bySetting) implements CatalogueListing {}
}
