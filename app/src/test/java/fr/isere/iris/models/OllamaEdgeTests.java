package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.models.ScriptedEngine.Asked;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What no real Ollama does on demand: refusals, loads that others began, stale connections, comings and goings. */
@ExtendWith(OutputCaptureExtension.class)
class OllamaEdgeTests {

    private static final String MODEL = "essai:1b";
    private static final String NDJSON = "application/x-ndjson";
    private static final String SECRET = "Peyrachon";
    private static final Sender READER = new Sender("agent", "", Sender.Urgency.CONVERSATION);

    private final EngineRoom room = new EngineRoom(measured -> {});
    private final ScriptedEngine ollama = new ScriptedEngine();
    private final EngineHttp http = new EngineHttp(room, Duration.ofSeconds(5));

    @BeforeEach
    void play() {
        ollama.on("/api/version", asked -> asked.answer(200, "application/json", "{\"version\":\"0.17.4\"}"));
        ollama.on("/api/tags", asked -> asked.answer(200, "application/json", listed(MODEL)));
        ollama.on("/api/ps", asked -> asked.answer(200, "application/json", listed(MODEL)));
        ollama.on("/api/chat", OllamaEdgeTests::chat);
    }

    @AfterEach
    void stop() throws IOException {
        ollama.close();
        room.close();
    }

    private EngineModel model(int slots, int queue) {
        ModelDescription description = LanguageModelContract.describe("ollama", MODEL, 4096);
        EngineKind kind = new OllamaEngines(
                http, room.timer(), List.of(ollama.url("")), Duration.ofSeconds(2), KeepAlive.AS_THE_ENGINE_LIKES);
        return PoolForTests.model(description, kind, slots, queue, room);
    }

    private static ModelRequest few() {
        return new ModelRequest(List.of(new Turn(Turn.Speaker.USER, "Bonjour, je suis " + SECRET)), 24, READER);
    }

    private static ModelRequest many() {
        return new ModelRequest(List.of(new Turn(Turn.Speaker.USER, "Raconte Grenoble")), 900, READER);
    }

    private static void chat(Asked asked) throws IOException {
        asked.begin(200, NDJSON);
        boolean endless = asked.body().contains("Raconte");
        for (int said = 0; said < (endless ? 900 : 5); said++) {
            asked.send(piece("mot" + said + " "));
            if (endless && asked.hangsUpWithin(5)) {
                return;
            }
        }
        asked.send("{\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\","
                + "\"prompt_eval_count\":40,\"eval_count\":5}\n");
        asked.end();
    }

    private static String listed(String model) {
        return "{\"models\":[{\"name\":\"" + model + "\",\"context_length\":4096}]}";
    }

    private static String piece(String text) {
        return "{\"message\":{\"role\":\"assistant\",\"content\":\"" + text + "\"},\"done\":false}\n";
    }

    @Test
    void aListenerThatIsSlowDelaysNeitherTheEngineNorStop() {
        Heard heard = new Heard() {
            @Override
            public void token(String piece) {
                await().pollDelay(Duration.ofMillis(30)).until(() -> true);
                super.token(piece);
            }
        };
        Heard second = new Heard();
        EngineModel model = model(1, 1);
        Generation generation = model.answer(many(), heard);
        model.answer(few(), second);
        heard.untilFirstToken();

        long start = System.nanoTime();
        generation.cancel();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(50));

        second.untilDone();
        heard.untilDone();
    }

    @Test
    void aModelThatIsNotInMemoryIsSaidToLoad() {
        ollama.on("/api/ps", asked -> asked.answer(200, "application/json", "{\"models\":[]}"));
        ollama.on("/api/chat", asked -> {
            asked.hangsUpWithin(300);
            chat(asked);
        });
        EngineModel model = model(2, 0);
        Heard heard = new Heard();

        model.answer(few(), heard);

        heard.until("loading");
        assertThat(model.state()).isEqualTo(ModelState.LOADING);
        Heard other = new Heard();
        ollama.on("/api/ps", asked -> asked.answer(200, "application/json", listed(MODEL)));
        model.answer(few(), other);
        heard.untilDone();
        other.untilDone();
        assertThat(other.knows("loading"))
                .as("Ollama lists a model that it still loads")
                .isTrue();
        assertThat(model.state()).isEqualTo(ModelState.READY);
    }

    @ParameterizedTest
    @CsvSource({
        "404, application/json, '{\"error\":\"model not found\"}', MODEL_MISSING",
        "404, text/html, '<html>nowhere</html>', MISBEHAVING",
        "400, application/json, '{\"error\":\"the input length exceeds the context length\"}', PROMPT_TOO_LONG",
        "400, application/json, '{\"error\":\"invalid\"}', MISBEHAVING",
        "500, application/json, '{\"error\":\"runner stopped\"}', MISBEHAVING",
        "503, application/json, '{\"error\":\"server busy, maximum pending requests exceeded\"}', BUSY",
        "502, text/html, '<html>bad gateway</html>', UNREACHABLE",
        "401, text/html, '<html>who are you</html>', UNREACHABLE",
        "200, text/html, '<html>Portail captif</html>', MISBEHAVING",
        "200, application/x-ndjson, '<html>Portail captif</html>', MISBEHAVING",
        "200, application/x-ndjson, '', MISBEHAVING",
        "200, application/x-ndjson, '{\"error\":\"out of memory\"}', MISBEHAVING",
    })
    void whatIsNoAnswerIsToldApart(
            int status, String type, String text, EngineFailure expected, CapturedOutput output) {
        ollama.on("/api/chat", asked -> asked.answer(status, type, text));
        Heard heard = new Heard();

        model(1, 0).answer(few(), heard);

        assertThat(heard.untilFailed()).isEqualTo(expected);
        assertThat(output.getAll()).doesNotContain("Portail", "out of memory", SECRET);
    }

    @Test
    void aConnectionThatTheEngineHadClosedIsTriedAgainOnce() {
        ollama.on("/api/chat", asked -> {
            if (ollama.asked("/api/chat").size() == 1) {
                asked.die();
            } else {
                chat(asked);
            }
        });
        Heard heard = new Heard();

        model(1, 0).answer(few(), heard);

        heard.untilDone();
        assertThat(ollama.asked("/api/chat")).hasSize(2);
    }

    @Test
    void aStateThatWasDownHealsWhenTheEngineComesBack() {
        ollama.on("/api/tags", Asked::die);
        EngineModel model = model(1, 0);
        model.look();
        await().until(() -> ollama.asked("/api/tags").size() > 0);
        assertThat(model.state()).isEqualTo(ModelState.DOWN);

        ollama.on("/api/tags", asked -> asked.answer(200, "application/json", listed(MODEL)));

        await().until(() -> {
            model.look();
            return model.state() == ModelState.READY;
        });
    }

    @Test
    void aModelThatOllamaDoesNotListIsMissingAndTheHintSaysWhatToDo() {
        ollama.on("/api/tags", asked -> asked.answer(200, "application/json", listed("autre:1b")));
        EngineModel model = model(1, 0);

        model.look();

        await().until(() -> model.state() == ModelState.MISSING);
        assertThat(model.hint()).contains(MODEL).contains("Ollama");
    }
}
