package fr.isere.iris.models;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/** llama.cpp in the application's own process, for demonstrations. No stereotype: only who names this class gets it. */
public final class EmbeddedEngineConfiguration {

    /** The kind {@code embedded}; {@code iris.demo.gguf} is the model's file. */
    @Bean
    EmbeddedEngines embeddedEngines(EngineRoom room, @Value("${iris.demo.gguf}") Path file) {
        return new EmbeddedEngines(room, file);
    }
}
