package fr.isere.iris.models;

import fr.isere.iris.problems.StartRefused;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Signals;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the catalogue and the engines together. */
@Configuration(proxyBeanMethods = false)
class ModelsConfiguration {

    @Bean
    EngineRoom engineRoom(ApplicationEventPublisher events) {
        return new EngineRoom(events);
    }

    @Bean
    EngineHttp engineHttp(EngineRoom room, ModelSettings settings) {
        return new EngineHttp(room, settings.connect());
    }

    /** What engines are told of how long to keep a model. */
    @Bean
    KeepAlive keepAlive(ModelSettings settings, Clock clock) {
        String hours = settings.officeHours();
        return hours == null || hours.isBlank() ? KeepAlive.AS_THE_ENGINE_LIKES : OfficeHours.parse(hours, clock);
    }

    @Bean
    Preloading preloading(CatalogueModels models, KeepAlive keepAlive, EngineRoom room) {
        return new Preloading(models::active, keepAlive).begin(room);
    }

    @Bean
    OllamaEngines ollamaEngines(EngineHttp http, EngineRoom room, ModelSettings settings, KeepAlive keepAlive) {
        return new OllamaEngines(http, room.timer(), settings.ollama().url(), settings.release(), keepAlive);
    }

    @Bean
    OpenAiEngines openAiEngines(EngineHttp http, ModelSettings settings) {
        return new OpenAiEngines(http, settings.openai());
    }

    @Bean
    Pools pools(
            List<EngineKind> kinds,
            ModelSettings settings,
            ExpiringStore store,
            Signals signals,
            EngineRoom room,
            Clock clock) {
        return new Pools(kinds, settings, store, signals, room, clock);
    }

    @Bean
    CatalogueModels languageModels(
            ConfigSettings config,
            List<EngineKind> kinds,
            ModelSettings settings,
            Pools pools,
            EngineRoom room,
            ObjectProvider<Deployed> deployed) {
        Catalogue catalogue = Catalogue.read(new ConfigFiles(config.folder()));
        return CatalogueModels.open(catalogue, kinds, settings, pools, room, () -> now(deployed.getIfAvailable()));
    }

    /** Asked each time: who decides may itself need the models. */
    private static Deployed.Deployment now(@Nullable Deployed deployed) {
        return deployed == null ? Deployed.Deployment.BY_SETTING : deployed.now();
    }

    @Bean
    SystemPrompts systemPrompts(ConfigSettings config) {
        Map<String, String> texts = new ConfigFiles(config.folder()).systemPrompts();
        return name -> Optional.ofNullable(texts.get(name))
                .orElseThrow(() -> new StartRefused("system-prompts/ has no file '" + name + "'"));
    }

    /** Absent unless ops chose one. */
    @Bean
    @ConditionalOnProperty("iris.models.embedding")
    Embeddings embeddings(ConfigSettings config, ModelSettings settings, Pools pools) {
        return CatalogueEmbeddings.open(new ConfigFiles(config.folder()), settings, pools::worthAsking);
    }
}
