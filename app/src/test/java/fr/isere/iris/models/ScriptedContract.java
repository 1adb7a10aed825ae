package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract, and each way an engine can fail, with a server that does what the script says. */
abstract class ScriptedContract extends LanguageModelContract {

    static final String MODEL = "scripted:1b";
    static final int WINDOW = 8192;

    /** Of the pause between two tokens of a long answer, in ms: the client's hanging up ends it. */
    private static final long PAUSE = 5;

    final ScriptedEngine server = new ScriptedEngine();
    final EngineHttp http = new EngineHttp(room, Duration.ofSeconds(2));

    /** The last part of the path at which answers are asked for. */
    abstract String chat();

    /** The kind of engine, at this address. */
    abstract EngineKind at(URI address);

    /** The media type of an answer. */
    abstract String mediaType();

    /** One piece of an answer, as the protocol has it. */
    abstract String piece(String text);

    /** The end of an answer, as the protocol has it. */
    abstract String end(String reason, int promptTokens, int answerTokens);

    /** How the protocol says that it does not have the model. */
    abstract ScriptedEngine.Script missing();

    /** How the protocol says that the prompt is too long. */
    abstract ScriptedEngine.Script tooLong();

    /** The most tokens that the request allows. */
    abstract int limit(String body);

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @Override
    EngineKind kind() {
        server.on(chat(), this::converse);
        return at(server.url(""));
    }

    @Override
    ModelRequest slowToBegin() {
        return ask("Résume ce texte.", 900);
    }

    private void converse(ScriptedEngine.Asked asked) throws IOException {
        boolean isSlow = asked.body().contains("sume ce texte");
        if (isSlow && asked.hangsUpWithin(10_000)) {
            return;
        }
        int limit = limit(asked.body());
        boolean isShort = limit == 24;
        asked.begin(200, mediaType());
        int said = 0;
        while (said < (isShort ? 5 : limit)) {
            if (!isShort && asked.hangsUpWithin(PAUSE)) {
                return;
            }
            asked.send(piece(said + " "));
            said++;
        }
        asked.send(end(isShort ? "stop" : "length", 42, said));
        asked.end();
    }

    @Test
    void anEngineThatDiesBeforeItsFirstWordIsUnreachable() {
        fails((asked, heard) -> {}, EngineFailure.UNREACHABLE, "");
    }

    @Test
    void anEngineThatDiesInTheMiddleOfAnAnswerIsInterruptedAndItsWordsStand() {
        fails(
                (asked, heard) -> {
                    begin(asked);
                    send(asked, piece("Début"));
                    heard.untilFirstToken();
                },
                EngineFailure.INTERRUPTED,
                "Début");
    }

    @Test
    void anAnswerThatEndsWithoutSayingWhyIsInterrupted() {
        fails(
                (asked, heard) -> {
                    begin(asked);
                    send(asked, piece("Début"));
                    finish(asked);
                },
                EngineFailure.INTERRUPTED,
                "Début");
    }

    @Test
    void aPageInsteadOfAnAnswerIsNoAnswer() {
        fails((asked, heard) -> answer(asked, 200, "text/html", "<html>Proxy</html>"), EngineFailure.MISBEHAVING, "");
    }

    @Test
    void anEmptyAnswerIsNoAnswer() {
        fails(
                (asked, heard) -> {
                    begin(asked);
                    send(asked, end("stop", 42, 0));
                    finish(asked);
                },
                EngineFailure.MISBEHAVING,
                "");
    }

    @Test
    void anEngineThatAcceptsAndNeverAnswersIsGivenUp() {
        fails((asked, heard) -> asked.hangsUpWithin(20_000), EngineFailure.UNREACHABLE, "");
    }

    @Test
    void anEngineThatFallsSilentInTheMiddleIsGivenUp() {
        fails(
                (asked, heard) -> {
                    begin(asked);
                    send(asked, piece("Début"));
                    asked.hangsUpWithin(20_000);
                },
                EngineFailure.INTERRUPTED,
                "Début");
    }

    @Test
    void anEngineThatHasTooMuchToDoIsBusy() {
        fails((asked, heard) -> answer(asked, 429, "application/json", "{}"), EngineFailure.BUSY, "");
    }

    @Test
    void anEngineWithoutTheModelSaysSo() {
        server.on(chat(), missing());
        assertThat(answered(at(server.url(""))).untilFailed()).isEqualTo(EngineFailure.MODEL_MISSING);
    }

    @Test
    void aPromptThatTheEngineFindsTooLongIsSaidToBe() {
        server.on(chat(), tooLong());
        assertThat(answered(at(server.url(""))).untilFailed()).isEqualTo(EngineFailure.PROMPT_TOO_LONG);
    }

    @Test
    void nobodyAtTheAddressIsUnreachableAndSeenToBeDown() throws IOException {
        EngineKind nowhere = at(server.url(""));
        server.close();

        assertThat(answered(nowhere).untilFailed()).isEqualTo(EngineFailure.UNREACHABLE);
        assertThat(nowhere.servers().get(0).look().state()).isEqualTo(Health.State.DOWN);
    }

    private void fails(BiConsumer<ScriptedEngine.Asked, Heard> script, EngineFailure failure, String text) {
        Heard heard = new Heard();
        server.on(chat(), asked -> script.accept(asked, heard));
        ask(at(server.url("")), heard);

        assertThat(heard.untilFailed()).isEqualTo(failure);
        assertThat(heard.text()).isEqualTo(text);
    }

    Heard answered(EngineKind kind) {
        Heard heard = new Heard();
        ask(kind, heard);
        return heard;
    }

    private void ask(EngineKind kind, Heard heard) {
        new EngineModel(
                        description(),
                        PoolForTests.of(kind, 1, 0, room),
                        new Answering.Patience(Duration.ofSeconds(3), Duration.ofSeconds(2)),
                        room)
                .answer(few(), heard);
    }

    private void begin(ScriptedEngine.Asked asked) {
        unchecked(() -> asked.begin(200, mediaType()));
    }

    private static void send(ScriptedEngine.Asked asked, String text) {
        unchecked(() -> asked.send(text));
    }

    private static void finish(ScriptedEngine.Asked asked) {
        unchecked(asked::end);
    }

    private static void answer(ScriptedEngine.Asked asked, int status, String type, String text) {
        unchecked(() -> asked.answer(status, type, text));
    }

    private interface Step {
        void take() throws IOException;
    }

    private static void unchecked(Step step) {
        try {
            step.take();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
