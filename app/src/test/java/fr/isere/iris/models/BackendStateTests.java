package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.models.ScriptedEngine.Asked;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One of two backends is not as it should be, or drained: how it is told, and who is asked instead. */
class BackendStateTests extends TwoBackends {

    @Test
    void anAnswerWithoutEndFromWhatIsNoEngineIsNotGathered() {
        one.on("/api/tags", BackendStateTests::talksOn);

        pool.look().join();

        assertThat(backend(one).word()).isNotEqualTo("up");
        assertThat(backend(other).word()).isEqualTo("up");
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
    void aBackendThatLooksWellAndNeverBeginsAnAnswerIsLeftAlone() {
        EngineModel impatient = patient(Duration.ofMillis(200), Duration.ofSeconds(20));
        one.on("/api/chat", asked -> asked.hangsUpWithin(60_000));
        bothAreAskedAndLookedAt(impatient);
        assertThat(backend(one).word()).isEqualTo("opened");

        int before = one.asked("/api/chat").size();
        bothAreAskedAndLookedAt(impatient);
        assertThat(one.asked("/api/chat")).hasSize(before);
    }

    private void bothAreAskedAndLookedAt(EngineModel model) {
        for (int i = 0; i < 12; i++) {
            asked(model).untilDone();
            pool.look().join();
        }
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
        bothAnswer(asked -> {
            asked.hangsUpWithin(500);
            ScriptedOllama.says(asked);
        });
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

    private static void talksOn(Asked asked) throws IOException {
        asked.begin(200, JSON);
        String much = "[" + " ".repeat(1 << 20) + "\n";
        for (int megabytes = 0; megabytes < 12; megabytes++) {
            asked.send(much);
        }
        asked.end();
    }

    private void assertAllGoToTheOther() {
        for (int i = 0; i < 4; i++) {
            asked().untilDone();
        }
        assertThat(one.asked("/api/chat")).isEmpty();
    }
}
