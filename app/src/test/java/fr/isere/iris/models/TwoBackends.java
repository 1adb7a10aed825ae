package fr.isere.iris.models;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A pool of two backends in the hands of the test, both well. */
abstract class TwoBackends {

    private static final String MODEL = "essai:1b";
    static final String JSON = ScriptedOllama.JSON;

    final List<AnswerMeasured> measured = new CopyOnWriteArrayList<>();
    private final EngineRoom room = new EngineRoom(event -> measured.add((AnswerMeasured) event));
    final ScriptedEngine one = new ScriptedEngine();
    final ScriptedEngine other = new ScriptedEngine();
    private final ModelDescription description = LanguageModelContract.describe("ollama", MODEL, 4096);
    final Pool pool = new Pool(
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
    final EngineModel model = patient(Duration.ofSeconds(20));

    @BeforeEach
    void bothAreWell() {
        both(engine -> ScriptedOllama.isWell(engine, MODEL));
    }

    @AfterEach
    void stop() throws IOException {
        one.close();
        other.close();
        room.close();
    }

    /** Both of them are as this makes them. */
    void both(Consumer<ScriptedEngine> made) {
        List.of(one, other).forEach(made);
    }

    void bothAnswer(ScriptedEngine.Script script) {
        both(engine -> engine.on("/api/chat", script));
    }

    /** A model that is given up when it says nothing more for so long. */
    final EngineModel patient(Duration next) {
        return patient(Duration.ofMinutes(1), next);
    }

    /** And one that waits so long for the first sign of an answer. */
    final EngineModel patient(Duration first, Duration next) {
        return new EngineModel(description, pool, new Answering.Patience(first, next), room);
    }

    Heard asked() {
        return asked(model);
    }

    static Heard asked(EngineModel model) {
        Heard heard = new Heard();
        model.answer(request(), heard);
        return heard;
    }

    static ModelRequest request() {
        Sender sender = new Sender("agent", "", Sender.Urgency.CONVERSATION);
        return new ModelRequest(List.of(new Turn(Turn.Speaker.USER, "Bonjour")), 24, sender);
    }

    Backend backend(ScriptedEngine engine) {
        return pool.find("127.0.0.1:" + engine.url("").getPort()).orElseThrow();
    }

    int slotsTaken() {
        return pool.door().floor().taken().size();
    }
}
