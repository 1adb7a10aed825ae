package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract, kept by a real Ollama with a real model. */
class RealOllamaTests extends LanguageModelContract {

    private static final int WINDOW = 8192;

    private final URI url = RealOllama.url();
    private final EngineHttp http = new EngineHttp(room, Duration.ofSeconds(5));

    @Override
    EngineKind kind() {
        return new OllamaEngines(
                http, room.timer(), List.of(url), Duration.ofSeconds(30), KeepAlive.AS_THE_ENGINE_LIKES);
    }

    @Override
    ModelDescription description() {
        return describe("ollama", RealOllama.MODEL, WINDOW);
    }

    /** Two thousand tokens and more, new at each call, so that none is cached: seconds of reading on a CPU. */
    @Override
    ModelRequest slowToBegin() {
        return ask(longText() + "\nRésume ce texte.", 4000);
    }

    private static String longText() {
        StringBuilder text = new StringBuilder("Texte " + System.nanoTime() + ".");
        for (int article = 1; text.length() < 6_000; article++) {
            text.append(" Article ")
                    .append(article)
                    .append(" : la commission permanente approuve la convention entre le Département et la commune.");
        }
        return text.toString();
    }

    @Test
    void stopBeforeTheFirstTokenLeavesTheEngineWithNothingToSay() {
        EngineModel model = model(1, 5);
        warm(model);
        Heard reading = new Heard();
        long asked = System.nanoTime();
        Generation whole = model.answer(slowToBegin(), reading);
        reading.untilFirstToken();
        Duration wholeReading = Duration.ofNanos(reading.firstTokenAt() - asked);
        whole.cancel();
        Heard heard = new Heard();
        Generation generation = model.answer(slowToBegin(), heard);
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);

        assertFreesTheCaller(generation, heard);

        Heard next = new Heard();
        model.answer(few(), next);
        next.untilFirstToken();
        Duration wait = Duration.ofNanos(next.firstTokenAt() - heard.endedAt());
        int written = next.untilDone().usage().answerTokens();
        Duration aToken = Duration.ofNanos((next.endedAt() - next.firstTokenAt()) / Math.max(written - 1, 1));
        System.out.println("reading a prompt whole: " + wholeReading.toMillis()
                + " ms; the next answer's first token after a stop: " + wait.toMillis() + " ms; a token: "
                + aToken.toMillis() + " ms");
        // The rest of the reading, and nothing of the 4000 tokens that were asked for: not half of what they take, at
        // the
        // pace that this machine has now.
        assertThat(wait).isLessThan(wholeReading.plus(aToken.multipliedBy(4000).dividedBy(2)));
        assertThat(next.knows("queued"))
                .as("the slot stays taken while the engine reads")
                .isTrue();
    }

    @Test
    void theContextWindowOfTheCatalogueIsTheOneInForce() {
        EngineModel model = model(1, 0);
        warm(model);

        assertThat(RealOllama.get(url, "api/ps")).contains("\"context_length\":" + WINDOW);
    }

    @Test
    void aPromptLongerThanTheWindowIsRefusedAndNotCut() {
        Heard heard = new Heard();

        model(1, 0).answer(ask("La commission a délibéré. ".repeat(3000), 64), heard);

        assertThat(heard.untilFailed()).isEqualTo(EngineFailure.PROMPT_TOO_LONG);
    }

    @Test
    void aModelThatOllamaMustLoadFirstIsSaidToLoad() {
        RealOllama.post(url, "api/generate", "{\"model\":\"" + RealOllama.MODEL + "\",\"keep_alive\":0}");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !RealOllama.get(url, "api/ps").contains(RealOllama.MODEL));
        Heard heard = new Heard();

        model(1, 0).answer(few(), heard);

        heard.untilDone();
        assertThat(heard.knows("loading")).isTrue();
    }

    @Test
    void aModelThatOllamaDoesNotHaveIsMissing() {
        ModelDescription absent = describe("ollama", "absent:1b", WINDOW);
        EngineModel model = PoolForTests.model(absent, kind(), 1, 0, room);
        Heard heard = new Heard();

        model.answer(few(), heard);

        assertThat(heard.untilFailed()).isEqualTo(EngineFailure.MODEL_MISSING);
        assertThat(model.state()).isEqualTo(ModelState.MISSING);
        assertThat(model.hint()).contains("absent:1b");
        model.look();
        assertThat(kind().servers().get(0).look().has("absent:1b")).isFalse();
    }
}
