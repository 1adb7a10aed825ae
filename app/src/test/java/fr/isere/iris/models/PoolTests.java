package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.models.ScriptedEngine.Asked;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

/** Two backends, of which one does what a backend should not. */
class PoolTests {

    private static final String MODEL = "essai:1b";
    private static final String JSON = "application/json";

    private final List<AnswerMeasured> measured = new CopyOnWriteArrayList<>();
    private final EngineRoom room = new EngineRoom(event -> measured.add((AnswerMeasured) event));
    private final ScriptedEngine one = new ScriptedEngine();
    private final ScriptedEngine other = new ScriptedEngine();
    private final ModelDescription description = LanguageModelContract.describe("ollama", MODEL, 4096);
    private final Pool pool = new Pool(
            "test",
            new OllamaEngines(
                            new EngineHttp(room, Duration.ofSeconds(2)),
                            room.timer(),
                            List.of(one.url(""), other.url("")),
                            Duration.ofSeconds(2),
                            KeepAlive.AS_THE_ENGINE_LIKES)
                    .servers(),
            4,
            10,
            new LocalBoard(),
            room,
            Clock.systemUTC());
    private final EngineModel model = new EngineModel(
            description, pool, new Answering.Patience(Duration.ofMinutes(1), Duration.ofSeconds(20)), room);

    @BeforeEach
    void bothAreWell() {
        List.of(one, other).forEach(PoolTests::isWell);
    }

    private static void isWell(ScriptedEngine engine) {
        String listed = "{\"models\":[{\"name\":\"" + MODEL + "\",\"context_length\":4096}]}";
        engine.on("/api/version", asked -> asked.answer(200, JSON, "{\"version\":\"0.17.4\"}"));
        engine.on("/api/tags", asked -> asked.answer(200, JSON, listed));
        engine.on("/api/ps", asked -> asked.answer(200, JSON, listed));
        engine.on("/api/chat", PoolTests::says);
    }

    private static void says(Asked asked) throws IOException {
        asked.begin(200, "application/x-ndjson");
        asked.send("{\"message\":{\"role\":\"assistant\",\"content\":\"Bonjour\"},\"done\":false}\n");
        asked.send("{\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\","
                + "\"prompt_eval_count\":40,\"eval_count\":1}\n");
        asked.end();
    }

    @AfterEach
    void stop() throws IOException {
        one.close();
        other.close();
        room.close();
    }

    @ParameterizedTest
    @CsvSource({
        "404, application/json, '{\"error\":\"model not found\"}'",
        "500, application/json, '{\"error\":\"runner stopped\"}'",
        "502, text/html, '<html>bad gateway</html>'",
        "200, text/html, '<html>Portail captif</html>'",
        "503, application/json, '{\"error\":\"server busy, maximum pending requests exceeded\"}'",
        "200, application/x-ndjson, ''",
    })
    void whatOneBackendFailsTheOtherAnswers(int status, String type, String text) {
        one.on("/api/chat", asked -> asked.answer(status, type, text));

        for (int i = 0; i < 8; i++) {
            assertThat(asked().untilDone().reason()).isEqualTo(FinishReason.COMPLETE);
        }
        assertThat(one.asked("/api/chat")).isNotEmpty();
    }

    @Test
    void aKilledBackendCostsNobodyAnAnswerThatHadNotBegun() throws IOException {
        one.close();

        for (int i = 0; i < 8; i++) {
            asked().untilDone();
        }
        assertThat(backend(one).word()).isEqualTo("down");
        await().until(() -> slotsTaken() == 0);
    }

    @Test
    void afterTheFirstWordNothingIsAskedTwice() {
        List.of(one, other)
                .forEach(engine -> engine.on("/api/chat", asked -> {
                    asked.begin(200, "application/x-ndjson");
                    asked.send("{\"message\":{\"role\":\"assistant\",\"content\":\"Bon\"},\"done\":false}\n");
                    asked.hangsUpWithin(100);
                    asked.die();
                }));

        Heard heard = asked();

        assertThat(heard.untilFailed()).isEqualTo(EngineFailure.INTERRUPTED);
        assertThat(heard.text()).isEqualTo("Bon");
        assertThat(one.asked("/api/chat").size() + other.asked("/api/chat").size())
                .isEqualTo(1);
    }

    @Test
    void anEngineIsToldTheTraceOfTheRequestThatItAnswers() {
        String id = "4bf92f3577b34da6a3ce929d0e0e4736";
        one.on("/api/chat", asked -> asked.answer(500, JSON, "{}"));
        other.on("/api/chat", asked -> asked.answer(500, JSON, "{}"));
        MDC.put("trace.id", id);
        try {
            asked().untilFailed();
        } finally {
            MDC.remove("trace.id");
        }

        assertThat(List.of(one, other))
                .allSatisfy(engine -> assertThat(engine.asked("/api/chat"))
                        .singleElement()
                        .satisfies(asked ->
                                assertThat(asked.headers()).containsIgnoringCase("traceparent: 00-" + id + "-")));
    }

    @Test
    void whatIsStoppedOrBreaksOffHasTakenWhatWasReadAndHeard() {
        List.of(one, other)
                .forEach(engine -> engine.on("/api/chat", asked -> {
                    asked.begin(200, "application/x-ndjson");
                    asked.send("{\"message\":{\"role\":\"assistant\",\"content\":\"Bon\"},\"done\":false}\n");
                    asked.hangsUpWithin(20_000);
                }));
        Heard heard = new Heard();
        Generation generation = model.answer(request(), heard);
        heard.untilFirstToken();

        generation.cancel();

        assertThat(heard.untilDone().usage()).isEqualTo(Usage.NONE);
        await().until(() -> !measured.isEmpty());
        assertThat(measured.get(0).usage()).isEqualTo(new Usage(TokenEstimate.words("Bonjour"), 1));
    }

    @Test
    void anAnswerWithoutEndFromWhatIsNoEngineIsNotGathered() {
        one.on("/api/tags", PoolTests::talksOn);

        pool.look().join();

        assertThat(backend(one).word()).isNotEqualTo("up");
        assertThat(backend(other).word()).isEqualTo("up");
    }

    private static void talksOn(Asked asked) throws IOException {
        asked.begin(200, JSON);
        String much = "[" + " ".repeat(1 << 20) + "\n";
        for (int megabytes = 0; megabytes < 12; megabytes++) {
            asked.send(much);
        }
        asked.end();
    }

    @Test
    void whereAllFailThePersonIsToldOnceAndNoSlotStaysTaken() {
        List.of(one, other).forEach(engine -> engine.on("/api/chat", asked -> asked.answer(500, JSON, "{}")));

        assertThat(asked().untilFailed()).isEqualTo(EngineFailure.MISBEHAVING);
        await().until(() -> slotsTaken() == 0);
    }

    @Test
    void aBackendThatAcceptsAndNeverAnswersIsLeftAndWhatWaitsThereGoesElsewhere() {
        for (String path : List.of("/api/version", "/api/ps", "/api/chat")) {
            one.on(path, asked -> asked.hangsUpWithin(60_000));
        }
        List<Heard> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(asked());
        }
        pool.look().join();
        assertThat(backend(one).word()).isEqualTo("hung");
        pool.look().join();

        all.forEach(Heard::untilDone);
        int before = one.asked("/api/chat").size();
        asked().untilDone();
        assertThat(one.asked("/api/chat")).hasSize(before);
    }

    @Test
    void aPageAtTheAddressIsNoBackend() {
        one.on("/api/version", asked -> asked.answer(200, "text/html", "<html>Portail captif</html>"));

        pool.look().join();

        assertThat(backend(one).word()).isEqualTo("down");
        assertThat(backend(one).failure()).contains("n’est pas un moteur");
        assertAllGoToTheOther();
    }

    @Test
    void anOllamaThatWouldCutPromptsInSilenceIsNotAsked() {
        one.on("/api/version", asked -> asked.answer(200, JSON, "{\"version\":\"0.5.11\"}"));

        pool.look().join();

        assertThat(backend(one).word()).isEqualTo("old");
        assertThat(backend(one).failure()).contains(OllamaServer.OLDEST);
        assertAllGoToTheOther();
    }

    @ParameterizedTest
    @CsvSource({"0.12.5, true", "0.12.6, false", "0.17.4, false", "1.0.0-rc1, false", "0.0.0, false", "dev, false"})
    void versionsAreCompared(String version, boolean old) {
        assertThat(OllamaServer.isOlderThan(version, "0.12.6")).isEqualTo(old);
    }

    @Test
    void aBackendWithoutTheModelIsNotAskedForIt() {
        one.on("/api/tags", asked -> asked.answer(200, JSON, "{\"models\":[{\"name\":\"autre:1b\"}]}"));

        pool.look().join();

        assertAllGoToTheOther();
    }

    @Test
    void aBackendThatLooksWellAndFailsIsAskedLessAndLess() {
        one.on("/api/chat", asked -> asked.answer(500, JSON, "{\"error\":\"runner stopped\"}"));
        pool.look().join();

        for (int i = 0; i < 40; i++) {
            asked().untilDone();
        }

        assertThat(one.asked("/api/chat")).hasSizeLessThanOrEqualTo(4);
        assertThat(backend(one).word()).isEqualTo("opened");
        assertThat(backend(one).failure()).isNotNull();
    }

    @Test
    void aDrainedBackendEndsWhatItHasAndGetsNothingNew() {
        pool.look().join();
        List.of(one, other)
                .forEach(engine -> engine.on("/api/chat", asked -> {
                    asked.hangsUpWithin(500);
                    says(asked);
                }));
        List<Heard> running = List.of(asked(), asked());
        await().until(() -> one.asked("/api/chat").size() == 1);
        backend(one).drains(true);

        running.forEach(Heard::untilDone);
        assertThat(backend(one).word()).isEqualTo("draining");
        asked().untilDone();
        asked().untilDone();
        assertThat(one.asked("/api/chat")).hasSize(1);
        backend(one).drains(false);
        assertThat(backend(one).word()).isEqualTo("up");
    }

    @Test
    void whenAllAreDrainedThePersonIsToldAtOnce() {
        pool.backends().forEach(backend -> backend.drains(true));

        assertThat(asked().untilFailed()).isEqualTo(EngineFailure.UNREACHABLE);
    }

    @Test
    void theLastOneThatMayHaveComeBackIsAskedBeforeAnybodyIsToldOfADeadEngine() {
        List.of(one, other).forEach(engine -> engine.on("/api/version", Asked::die));
        pool.look().join();
        assertThat(pool.backends()).allMatch(backend -> backend.word().equals("down"));

        asked().untilDone();
    }

    @Test
    void aConversationStaysOnOneBackendForWhatThatHasCached() {
        pool.look().join();
        Sender sender = new Sender("agent", "conversation", Sender.Urgency.CONVERSATION);
        for (int i = 0; i < 6; i++) {
            Heard heard = new Heard();
            model.answer(request().from(sender), heard);
            heard.untilDone();
        }

        assertThat(List.of(
                        one.asked("/api/chat").size(), other.asked("/api/chat").size()))
                .containsExactlyInAnyOrder(0, 6);
    }

    @Test
    void aCancelWhileItIsTriedElsewhereFreesEverything() {
        one.on("/api/chat", asked -> asked.answer(500, JSON, "{}"));
        other.on("/api/chat", asked -> asked.hangsUpWithin(20_000));
        List<Heard> all = new ArrayList<>();
        List<Generation> generations = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Heard heard = new Heard();
            all.add(heard);
            generations.add(model.answer(request(), heard));
        }
        await().until(() -> other.asked("/api/chat").size() == 4);

        generations.forEach(Generation::cancel);

        all.forEach(heard -> assertThat(heard.untilDone().reason()).isEqualTo(FinishReason.STOPPED));
        await().until(() -> slotsTaken() == 0);
    }

    private void assertAllGoToTheOther() {
        for (int i = 0; i < 4; i++) {
            asked().untilDone();
        }
        assertThat(one.asked("/api/chat")).isEmpty();
    }

    private Heard asked() {
        Heard heard = new Heard();
        model.answer(request(), heard);
        return heard;
    }

    private static ModelRequest request() {
        Sender sender = new Sender("agent", "", Sender.Urgency.CONVERSATION);
        return new ModelRequest(List.of(new Turn(Turn.Speaker.USER, "Bonjour")), 24, sender);
    }

    private Backend backend(ScriptedEngine engine) {
        return pool.find("127.0.0.1:" + engine.url("").getPort()).orElseThrow();
    }

    private int slotsTaken() {
        return pool.door().floor().taken().size();
    }
}
