package fr.isere.iris.models;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** One Ollama. */
class OllamaServer implements EngineServer {

    /** The first that can be told not to cut a prompt: an older one cuts in silence. */
    static final String OLDEST = "0.12.6";

    private static final Pattern VERSION = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6}).*");

    private final EngineHttp http;
    private final ScheduledExecutorService timer;
    private final URI url;
    private final Duration release;
    private final KeepAlive keepAlive;

    OllamaServer(EngineHttp http, ScheduledExecutorService timer, URI url, Duration release, KeepAlive keepAlive) {
        this.http = http;
        this.timer = timer;
        this.url = url;
        this.release = release;
        this.keepAlive = keepAlive;
    }

    @Override
    public String name() {
        return EngineHttp.name(url);
    }

    @Override
    public Engine engine(ModelDescription model) {
        return new OllamaEngine(http, timer, url, model, new ReadingPace(release), keepAlive);
    }

    @Override
    public Health look() {
        return http.look(() -> {
            String version = asked("api/version").path("version").asString("");
            if (version.isEmpty()) {
                return Health.foreign();
            }
            if (isOlderThan(version, OLDEST)) {
                return Health.old(version, OLDEST);
            }
            JsonNode tags = asked("api/tags").path("models");
            JsonNode running = asked("api/ps").path("models");
            return Health.up(
                    version, tags.valueStream().map(tag -> held(tag, running)).toList());
        });
    }

    private JsonNode asked(String path) {
        return http.get(EngineHttp.below(url, path), null).join();
    }

    private static Health.Held held(JsonNode tag, JsonNode running) {
        String name = tag.path("name").asString("");
        boolean loaded = running.valueStream()
                .anyMatch(model -> model.path("name").asString("").equalsIgnoreCase(name));
        return new Health.Held(
                name, tag.path("digest").asString(""), tag.path("size").asLong(0), loaded);
    }

    /** What is no version, as of a build of one's own, is taken for a new one; Ollama calls such a build 0.0.0. */
    static boolean isOlderThan(String version, String oldest) {
        Matcher said = VERSION.matcher(version);
        Matcher wanted = VERSION.matcher(oldest);
        if (!said.matches() || !wanted.matches() || version.startsWith("0.0.0")) {
            return false;
        }
        return Arrays.compare(numbers(said), numbers(wanted)) < 0;
    }

    private static int[] numbers(Matcher version) {
        return new int[] {
            Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)), Integer.parseInt(version.group(3))
        };
    }

    @Override
    public void keep(ModelDescription model, Duration time) {
        Map<String, Object> order = Map.of(
                "model",
                model.engineModel(),
                "keep_alive",
                time.toSeconds() + "s",
                "options",
                Map.of("num_ctx", model.contextWindow()));
        http.post(EngineHttp.below(url, "api/generate"), order);
    }
}
