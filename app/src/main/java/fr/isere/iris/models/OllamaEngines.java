package fr.isere.iris.models;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/** Models that Ollamas serve. */
class OllamaEngines implements EngineKind {

    private final EngineHttp http;
    private final ScheduledExecutorService timer;
    private final List<URI> urls;
    private final Duration release;
    private final KeepAlive keepAlive;

    /** @param release how long at most a slot stays taken after a stop while Ollama still reads the prompt */
    OllamaEngines(
            EngineHttp http, ScheduledExecutorService timer, List<URI> urls, Duration release, KeepAlive keepAlive) {
        this.http = http;
        this.timer = timer;
        this.urls = List.copyOf(urls);
        this.release = release;
        this.keepAlive = keepAlive;
    }

    @Override
    public String name() {
        return "ollama";
    }

    @Override
    public boolean isConfigured() {
        return !urls.isEmpty();
    }

    @Override
    public String requiredSetting() {
        return "iris.models.ollama.url (IRIS_MODELS_OLLAMA_URL)";
    }

    @Override
    public List<EngineServer> servers() {
        return urls.stream()
                .<EngineServer>map(url -> new OllamaServer(http, timer, url, release, keepAlive))
                .toList();
    }
}
