package fr.isere.iris.models;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One model on an Ollama. */
class OllamaEngine implements Engine {

    private final EngineHttp http;
    private final ScheduledExecutorService timer;
    private final URI url;
    private final ModelDescription model;
    private final ReadingPace pace;
    private final KeepAlive keepAlive;
    private final EngineProtocol protocol;

    /** Calls for which Ollama loads the model now. */
    private final AtomicInteger loads = new AtomicInteger();

    OllamaEngine(
            EngineHttp http,
            ScheduledExecutorService timer,
            URI url,
            ModelDescription model,
            ReadingPace pace,
            KeepAlive keepAlive) {
        this.http = http;
        this.timer = timer;
        this.url = url;
        this.model = model;
        this.pace = pace;
        this.keepAlive = keepAlive;
        protocol = new EngineProtocol(
                Pattern.compile("application/(x-ndjson|json)"),
                EngineProtocol::documents,
                this::refusingToCut,
                OllamaEngine::meaning);
    }

    /** By default Ollama cuts a prompt, and later the conversation under an answer, without a word. LangChain4j has no such option. */
    private String refusingToCut(String body) {
        ObjectNode request = (ObjectNode) http.json().readTree(body);
        request.put("truncate", false);
        request.put("shift", false);
        keepAlive.now().ifPresent(time -> request.put("keep_alive", time.toSeconds() + "s"));
        return http.json().writeValueAsString(request);
    }

    private static EngineFailure meaning(int status, String text) {
        return switch (status) {
            case 400 ->
                text.toLowerCase(Locale.ROOT).contains("context length")
                        ? EngineFailure.PROMPT_TOO_LONG
                        : EngineFailure.MISBEHAVING;
            case 404 -> text.contains("\"error\"") ? EngineFailure.MODEL_MISSING : EngineFailure.MISBEHAVING;
            case 429 -> EngineFailure.BUSY;
            case 503 -> text.contains("pending requests") ? EngineFailure.BUSY : EngineFailure.UNREACHABLE;
            case 401, 403, 502, 504 -> EngineFailure.UNREACHABLE;
            default -> EngineFailure.MISBEHAVING;
        };
    }

    @Override
    public String name() {
        return EngineHttp.name(url);
    }

    @Override
    public boolean isLoading() {
        return loads.get() > 0;
    }

    private boolean isOurs(JsonNode listed) {
        String name = listed.path("name").asString("");
        return name.equalsIgnoreCase(model.engineModel()) || name.equalsIgnoreCase(model.engineModel() + ":latest");
    }

    @Override
    public @Nullable String hint(ModelState state) {
        return EngineHints.of(state, model.engineModel(), "importez-le dans Ollama sous ce nom");
    }

    @Override
    public Call start(ModelRequest request, int promptTokens, CallListener listener) {
        OllamaCall call = new OllamaCall(this, promptTokens, listener);
        var unused = isLoaded().thenAccept(loaded -> call.send(request, loaded && loads.get() == 0));
        return call;
    }

    /** Whether Ollama has the model in memory, with our context window; where it does not say, we take it that it has. */
    private CompletableFuture<Boolean> isLoaded() {
        return http.get(EngineHttp.below(url, "api/ps"), null)
                .thenApply(running -> running.path("models").valueStream().anyMatch(this::isOursAsWeWantIt))
                .exceptionally(unanswered -> true);
    }

    private boolean isOursAsWeWantIt(JsonNode running) {
        int window = running.path("context_length").asInt(0);
        return isOurs(running) && (window == 0 || window == model.contextWindow());
    }

    EngineExchange exchange(Runnable heard) {
        return http.exchange(protocol, heard);
    }

    StreamingChatModel client(EngineExchange exchange) {
        return OllamaStreamingChatModel.builder()
                .httpClientBuilder(exchange.builder())
                .baseUrl(url.toString())
                .modelName(model.engineModel())
                .numCtx(model.contextWindow())
                .temperature(model.sampling().temperature())
                .topP(model.sampling().topP())
                .seed(model.sampling().seed())
                .build();
    }

    AtomicInteger loads() {
        return loads;
    }

    ReadingPace pace() {
        return pace;
    }

    ScheduledExecutorService timer() {
        return timer;
    }
}
