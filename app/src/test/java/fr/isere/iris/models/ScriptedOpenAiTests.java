package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract, kept with a server that speaks as OpenAI's does. */
class ScriptedOpenAiTests extends ScriptedContract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String KEY = "clef-de-test";

    @BeforeEach
    void hasTheModel() {
        server.on("/models", asked -> asked.answer(200, "application/json", "{\"data\":[{\"id\":\"" + MODEL + "\"}]}"));
    }

    @Override
    String chat() {
        return "/chat/completions";
    }

    @Override
    EngineKind at(URI address) {
        return new OpenAiEngines(http, new ModelSettings.OpenAi(List.of(URI.create(address + "/v1")), KEY));
    }

    @Override
    ModelDescription description() {
        return describe("openai", MODEL, WINDOW);
    }

    @Override
    String mediaType() {
        return "text/event-stream";
    }

    @Override
    String piece(String text) {
        return "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
                + text + "\"},\"finish_reason\":null}]}\n\n";
    }

    @Override
    String end(String reason, int promptTokens, int answerTokens) {
        return "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\""
                + reason + "\"}]}\n\n"
                + "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"choices\":[],\"usage\":{\"prompt_tokens\":"
                + promptTokens + ",\"completion_tokens\":" + answerTokens + ",\"total_tokens\":"
                + (promptTokens + answerTokens) + "}}\n\ndata: [DONE]\n\n";
    }

    @Override
    ScriptedEngine.Script missing() {
        return asked -> asked.answer(
                404, "application/json", "{\"error\":{\"message\":\"The model does not exist.\",\"code\":404}}");
    }

    @Override
    ScriptedEngine.Script tooLong() {
        return asked -> asked.answer(
                400,
                "application/json",
                "{\"error\":{\"message\":\"This model's maximum context length is 8192 tokens.\",\"code\":400}}");
    }

    @Override
    int limit(String body) {
        JsonNode request = JSON.readTree(body);
        return request.path("max_completion_tokens")
                .asInt(request.path("max_tokens").asInt());
    }

    @Test
    void theKeyGoesWithEveryRequestAndUsageIsAskedFor() {
        answered(kind()).untilDone();

        ScriptedEngine.Asked asked = server.asked("/chat/completions").get(0);
        assertThat(asked.headers()).contains("Bearer " + KEY);
        assertThat(JSON.readTree(asked.body())
                        .path("stream_options")
                        .path("include_usage")
                        .asBoolean())
                .isTrue();
    }
}
