package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract, kept with a server that speaks as Ollama does. */
class ScriptedOllamaTests extends ScriptedContract {

    private static final JsonMapper JSON = new JsonMapper();

    @BeforeEach
    void hasTheModelInMemory() {
        String listed = "{\"models\":[{\"name\":\"" + MODEL + "\",\"context_length\":" + WINDOW + "}]}";
        server.on("/api/version", asked -> asked.answer(200, "application/json", "{\"version\":\"0.17.4\"}"));
        server.on("/api/tags", asked -> asked.answer(200, "application/json", listed));
        server.on("/api/ps", asked -> asked.answer(200, "application/json", listed));
    }

    @Override
    String chat() {
        return "/api/chat";
    }

    @Override
    EngineKind at(URI address) {
        return new OllamaEngines(
                http, room.timer(), List.of(address), Duration.ofSeconds(2), KeepAlive.AS_THE_ENGINE_LIKES);
    }

    @Override
    ModelDescription description() {
        return describe("ollama", MODEL, WINDOW);
    }

    @Override
    String mediaType() {
        return "application/x-ndjson";
    }

    @Override
    String piece(String text) {
        return "{\"model\":\"" + MODEL + "\",\"message\":{\"role\":\"assistant\",\"content\":\"" + text
                + "\"},\"done\":false}\n";
    }

    @Override
    String end(String reason, int promptTokens, int answerTokens) {
        return "{\"model\":\"" + MODEL
                + "\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"" + reason
                + "\",\"prompt_eval_count\":" + promptTokens + ",\"eval_count\":" + answerTokens + "}\n";
    }

    @Override
    ScriptedEngine.Script missing() {
        return asked -> asked.answer(404, "application/json", "{\"error\":\"model '" + MODEL + "' not found\"}");
    }

    @Override
    ScriptedEngine.Script tooLong() {
        return asked ->
                asked.answer(400, "application/json", "{\"error\":\"the input length exceeds the context length\"}");
    }

    @Override
    int limit(String body) {
        return JSON.readTree(body).path("options").path("num_predict").asInt();
    }

    @Test
    void everyRequestNamesTheContextWindowAndForbidsCutting() {
        answered(kind()).untilDone();

        JsonNode body = JSON.readTree(server.asked("/api/chat").get(0).body());
        assertThat(body.path("options").path("num_ctx").asInt()).isEqualTo(WINDOW);
        assertThat(body.path("truncate").asBoolean(true)).isFalse();
        assertThat(body.path("shift").asBoolean(true)).isFalse();
    }

    @Test
    void aPromptCutInSilenceIsFoundByWhatTheEngineSaysItRead() {
        server.on(chat(), asked -> {
            asked.begin(200, mediaType());
            asked.send(piece("Bonjour"));
            asked.send(end("stop", 3, 1));
            asked.end();
        });

        assertThat(answered(at(server.url(""))).untilFailed()).isEqualTo(EngineFailure.PROMPT_TOO_LONG);
    }
}
