package fr.isere.iris.models;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** Models that an Ollama serves. */
class OllamaEngines implements EngineKind {

    private final EngineHttp http;
    private final ScheduledExecutorService timer;
    private final @Nullable URI url;
    private final Duration release;

    /** @param release how long at most a slot stays taken after a stop while Ollama still reads the prompt */
    OllamaEngines(EngineHttp http, ScheduledExecutorService timer, @Nullable URI url, Duration release) {
        this.http = http;
        this.timer = timer;
        this.url = url;
        this.release = release;
    }

    @Override
    public String name() {
        return "ollama";
    }

    @Override
    public boolean isConfigured() {
        return url != null;
    }

    @Override
    public String requiredSetting() {
        return "iris.models.ollama.url (IRIS_MODELS_OLLAMA_URL)";
    }

    @Override
    public Engine engine(ModelDescription model) {
        return new OllamaEngine(http, timer, Objects.requireNonNull(url), model, new ReadingPace(release));
    }
}
