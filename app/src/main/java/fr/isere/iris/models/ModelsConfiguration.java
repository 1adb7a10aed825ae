package fr.isere.iris.models;

import fr.isere.iris.problems.StartRefused;
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

    @Bean
    OllamaEngines ollamaEngines(EngineHttp http, EngineRoom room, ModelSettings settings) {
        return new OllamaEngines(http, room.timer(), settings.ollama().url(), settings.release());
    }

    @Bean
    OpenAiEngines openAiEngines(EngineHttp http, ModelSettings settings) {
        return new OpenAiEngines(http, settings.openai());
    }

    @Bean
    CatalogueModels languageModels(
            ConfigSettings config,
            List<EngineKind> kinds,
            ModelSettings settings,
            EngineRoom room,
            ObjectProvider<Deployed> deployed) {
        Catalogue catalogue = Catalogue.read(new ConfigFiles(config.folder()));
        return CatalogueModels.open(catalogue, kinds, settings, room, () -> now(deployed.getIfAvailable()));
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
    Embeddings embeddings(ConfigSettings config, ModelSettings settings) {
        return CatalogueEmbeddings.open(new ConfigFiles(config.folder()), settings);
    }
}
