package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What every engine's models do, told once. */
@ExtendWith(OutputCaptureExtension.class)
abstract class LanguageModelContract {

    static final String SECRET = "Peyrachon";

    final EngineRoom room = new EngineRoom(measured -> {});

    /** The engine under test. */
    abstract EngineKind kind();

    /** A model that it has. */
    abstract ModelDescription description();

    /** Asks for a few words. */
    ModelRequest few() {
        return ask("Bonjour, je suis " + SECRET + ". Dis bonjour en une phrase.", 24);
    }

    /** Asks for an answer that goes on for seconds. */
    ModelRequest many() {
        return ask("Raconte en détail l’histoire de la ville de Grenoble, siècle après siècle.", 900);
    }

    /** Asks for something that the engine must think about before its first token. */
    abstract ModelRequest slowToBegin();

    ModelRequest ask(String text, int maxAnswerTokens) {
        return new ModelRequest(
                List.of(new Turn(Turn.Speaker.SYSTEM, "Tu es un assistant."), new Turn(Turn.Speaker.USER, text)),
                maxAnswerTokens);
    }

    EngineModel model(int slots, int queue) {
        return PoolForTests.model(description(), kind(), slots, queue, room);
    }

    @AfterEach
    void stopThreads() {
        room.close();
    }

    @Test
    void piecesComeInOrderAndTheEndTellsWhatItTook() {
        Heard heard = new Heard();

        model(1, 0).answer(few(), heard);

        Completion end = heard.untilDone();
        assertThat(heard.text()).isNotBlank();
        assertThat(end.reason()).isIn(FinishReason.COMPLETE, FinishReason.LENGTH);
        assertThat(end.usage().promptTokens()).isBetween(5, 200);
        assertThat(end.usage().answerTokens()).isBetween(1, 25);
    }

    @Test
    void theLongestAnswerAllowedIsCutAndSaysSo() {
        // A real model draws its words: now and then it has said all before the limit, and is asked again.
        Completion end = new Completion(FinishReason.COMPLETE, Usage.NONE);
        for (int attempt = 0; attempt < 5 && end.reason() == FinishReason.COMPLETE; attempt++) {
            Heard heard = new Heard();
            model(1, 0).answer(ask("Write the numbers from 1 to 200, one per line.", 16), heard);
            end = heard.untilDone();
        }

        assertThat(end.reason()).isEqualTo(FinishReason.LENGTH);
        assertThat(end.usage().answerTokens()).isBetween(15, 17);
    }

    @Test
    void aCancelBeforeTheFirstTokenFreesTheCallerAtOnce() {
        EngineModel model = model(1, 5);
        warm(model);
        Heard heard = new Heard();
        Generation generation = model.answer(slowToBegin(), heard);
        await().pollDelay(Duration.ofMillis(150)).until(() -> true);
        assertThat(heard.knows("token")).isFalse();

        assertFreesTheCaller(generation, heard);

        Heard next = new Heard();
        model.answer(few(), next);
        next.untilDone();
    }

    @Test
    void aCancelAfterTheFirstTokenFreesTheCallerAndTheEngineAtOnce() {
        EngineModel model = model(1, 5);
        warm(model);
        Heard heard = new Heard();
        Generation generation = model.answer(many(), heard);
        heard.untilFirstToken();

        assertFreesTheCaller(generation, heard);

        Heard next = new Heard();
        model.answer(few(), next);
        next.untilFirstToken();
        assertThat(Duration.ofNanos(next.firstTokenAt() - heard.endedAt())).isLessThan(Duration.ofSeconds(3));
        next.untilDone();
    }

    @Test
    void aCancelAfterTheEndChangesNothing() {
        Heard heard = new Heard();
        Generation generation = model(1, 0).answer(few(), heard);
        FinishReason reason = heard.untilDone().reason();

        generation.cancel();
        generation.cancel();

        assertThat(heard.untilDone().reason()).isEqualTo(reason).isNotEqualTo(FinishReason.STOPPED);
    }

    @Test
    void whoComesWhenAllSlotsAreTakenWaitsAndIsServedInOrder() {
        EngineModel model = model(1, 5);
        Heard first = new Heard();
        Generation running = model.answer(many(), first);
        first.untilFirstToken();
        Heard second = new Heard();
        Heard third = new Heard();
        model.answer(few(), second);
        model.answer(few(), third);
        third.until("queued");
        assertThat(third.knows("entered")).isFalse();

        running.cancel();

        second.untilDone();
        third.untilDone();
        assertThat(second.positions()).containsExactly(1);
        assertThat(third.positions()).containsExactly(2, 1);
        assertThat(third.knows("entered")).isTrue();
        assertThat(second.endedAt()).isLessThan(third.firstTokenAt());
    }

    @Test
    void aFullQueueRefusesAndAWaiterThatCancelsMakesRoom() {
        EngineModel model = model(1, 1);
        Heard first = new Heard();
        Generation running = model.answer(many(), first);
        first.untilFirstToken();
        Heard second = new Heard();
        Generation waiting = model.answer(few(), second);
        Heard third = new Heard();
        model.answer(few(), third);
        assertThat(third.untilFailed()).isEqualTo(EngineFailure.BUSY);

        assertFreesTheCaller(waiting, second);
        Heard fourth = new Heard();
        model.answer(few(), fourth);
        fourth.until("queued");
        running.cancel();

        fourth.untilDone();
        assertThat(second.knows("token")).isFalse();
    }

    @Test
    void theStateIsSeenWithoutWaiting() {
        EngineModel model = model(1, 0);

        model.look();

        await().atMost(Duration.ofSeconds(30)).until(() -> model.state() == ModelState.READY);
        assertThat(model.hint()).isNull();
    }

    @Test
    void nothingOfTheRequestOrTheAnswerIsLogged(CapturedOutput output) {
        EngineModel model = model(1, 0);
        Heard heard = new Heard();

        model.answer(few(), heard);

        heard.untilDone();
        assertThat(output.getAll()).doesNotContain(SECRET);
        assertThat(heard.text().split("\\s+"))
                .filteredOn(word -> word.length() > 5)
                .allSatisfy(word -> assertThat(output.getAll()).doesNotContain(word));
    }

    /** So that what follows measures no loading. */
    void warm(EngineModel model) {
        Heard heard = new Heard();
        model.answer(few(), heard);
        heard.untilDone();
    }

    void assertFreesTheCaller(Generation generation, Heard heard) {
        long start = System.nanoTime();
        generation.cancel();
        assertThat(heard.untilDone().reason()).isEqualTo(FinishReason.STOPPED);
        assertThat(Duration.ofNanos(heard.endedAt() - start)).isLessThan(Duration.ofMillis(100));
    }

    static ModelDescription describe(String engine, String engineModel, int contextWindow) {
        ModelDescription shipped =
                Catalogue.read(new ConfigFiles(null)).find("smollm2-135m").orElseThrow();
        return new ModelDescription(
                shipped.id(),
                shipped.displayName(),
                engine,
                engineModel,
                shipped.parameters(),
                shipped.quantisation(),
                contextWindow,
                shipped.maxAnswerTokens(),
                shipped.charactersPerToken(),
                shipped.licence(),
                shipped.languages(),
                shipped.sampling(),
                shipped.systemPrompt(),
                shipped.notice());
    }
}
