package fr.isere.iris.models;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Servers that speak OpenAI's protocol: vLLM, OpenGateLLM, llama.cpp's… */
class OpenAiEngines implements EngineKind {

    private static final Pattern TOO_LONG = Pattern.compile("context.{0,20}(length|size|window)|exceed_context");

    private static final EngineProtocol PROTOCOL = new EngineProtocol(
            Pattern.compile("text/event-stream"),
            EngineProtocol::serverSentEvents,
            body -> body,
            OpenAiEngines::meaning);

    private final EngineHttp http;
    private final ModelSettings.OpenAi settings;

    OpenAiEngines(EngineHttp http, ModelSettings.OpenAi settings) {
        this.http = http;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public boolean isConfigured() {
        return !settings.url().isEmpty();
    }

    @Override
    public String requiredSetting() {
        return "iris.models.openai.url (IRIS_MODELS_OPENAI_URL)";
    }

    @Override
    public List<EngineServer> servers() {
        return settings.url().stream().<EngineServer>map(OpenAiServer::new).toList();
    }

    private static EngineFailure meaning(int status, String text) {
        return switch (status) {
            case 400, 413, 422 ->
                TOO_LONG.matcher(text.toLowerCase(Locale.ROOT)).find()
                        ? EngineFailure.PROMPT_TOO_LONG
                        : EngineFailure.MISBEHAVING;
            case 404 ->
                text.contains("\"error\"") || text.contains("model")
                        ? EngineFailure.MODEL_MISSING
                        : EngineFailure.MISBEHAVING;
            case 429 -> EngineFailure.BUSY;
            case 401, 403, 502, 503, 504 -> EngineFailure.UNREACHABLE;
            default -> EngineFailure.MISBEHAVING;
        };
    }

    private final class OpenAiServer implements EngineServer {

        private final URI url;

        OpenAiServer(URI url) {
            this.url = url;
        }

        @Override
        public String name() {
            return EngineHttp.name(url);
        }

        @Override
        public Health look() {
            return http.look(() -> {
                JsonNode served = http.get(EngineHttp.below(url, "models"), settings.apiKey())
                        .join()
                        .path("data");
                return served.isArray() ? Health.up("", held(served)) : Health.foreign();
            });
        }

        private static List<Health.Held> held(JsonNode served) {
            return served.valueStream()
                    .map(model -> new Health.Held(model.path("id").asString(""), "", 0, true))
                    .toList();
        }

        @Override
        public Engine engine(ModelDescription model) {
            return new OpenAiEngine(url, model);
        }
    }

    private class OpenAiEngine implements Engine {

        private final URI url;
        private final ModelDescription model;

        OpenAiEngine(URI url, ModelDescription model) {
            this.url = url;
            this.model = model;
        }

        @Override
        public String name() {
            return EngineHttp.name(url);
        }

        @Override
        public boolean isLoading() {
            return false;
        }

        @Override
        public @Nullable String hint(ModelState state) {
            return EngineHints.of(state, model.engineModel(), "démarrez le serveur avec ce modèle");
        }

        @Override
        public Call start(ModelRequest request, int promptTokens, CallListener listener) {
            EngineExchange exchange = http.exchange(PROTOCOL, listener::alive);
            HttpCall call = new HttpCall(exchange, listener);
            client(exchange).chat(AnswerHandler.request(request), new AnswerHandler(listener));
            return call;
        }

        private StreamingChatModel client(EngineExchange exchange) {
            return OpenAiStreamingChatModel.builder()
                    .httpClientBuilder(exchange.builder())
                    .baseUrl(url.toString())
                    .apiKey(settings.apiKey())
                    .modelName(model.engineModel())
                    .temperature(model.sampling().temperature())
                    .topP(model.sampling().topP())
                    .seed(model.sampling().seed())
                    .build();
        }
    }

    /** Such a server ends the work when the connection closes: there is room again when the exchange has ended. */
    private static class HttpCall implements Engine.Call {

        private final EngineExchange exchange;

        HttpCall(EngineExchange exchange, Engine.CallListener listener) {
            this.exchange = exchange;
            var unused = exchange.ended().whenComplete((nothing, failure) -> {
                if (!exchange.isCancelled()) {
                    listener.failed(failure == null ? EngineFailure.MISBEHAVING : EngineExchange.failure(failure));
                }
            });
        }

        @Override
        public void cancel() {
            exchange.cancel();
        }

        @Override
        public CompletableFuture<Void> released() {
            return exchange.ended().handle((nothing, failure) -> null);
        }
    }
}
