package fr.isere.iris.models;

import fr.isere.iris.models.Answering.Patience;
import fr.isere.iris.models.Answering.Question;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A model of the catalogue on its engine. */
class EngineModel implements LanguageModel {

    /** What an engine's template puts around a turn, at most: role marks and line ends. */
    private static final int TURN_TOKENS = 8;

    private final ModelDescription description;
    private final Engine engine;
    private final Admission door;
    private final Patience patience;
    private final EngineRoom room;
    private final TokenEstimate estimate;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile ModelState seen = ModelState.DOWN;

    EngineModel(ModelDescription description, Engine engine, Admission door, Patience patience, EngineRoom room) {
        this.description = description;
        this.engine = engine;
        this.door = door;
        this.patience = patience;
        this.room = room;
        estimate = new TokenEstimate(description.charactersPerToken());
    }

    @Override
    public ModelDescription description() {
        return description;
    }

    @Override
    public ModelState state() {
        return seen;
    }

    /** What to tell of the state, in French; null if nothing. */
    @Nullable
    String hint() {
        return engine.hint(seen);
    }

    /** Looks at the engine anew, without waiting; nothing if it still looks. */
    void look() {
        if (looking.compareAndSet(false, true)) {
            room.workers().execute(() -> {
                try {
                    seen = engine.look();
                } finally {
                    looking.set(false);
                }
            });
        }
    }

    @Override
    public int tokens(String text) {
        return estimate.of(text);
    }

    @Override
    public int slots() {
        return door.slots();
    }

    @Override
    public Generation answer(ModelRequest request, GenerationListener listener) {
        int tokens = 0;
        int words = 0;
        for (Turn turn : request.turns()) {
            tokens += estimate.of(turn.text()) + TURN_TOKENS;
            words += TokenEstimate.words(turn.text());
        }
        Question question = new Question(request, tokens, words);
        Measuring measuring = new Measuring(description, request.sender());
        Answering answering =
                new Answering(engine, question, listener, state -> seen = state, patience, room, door, measuring);
        answering.start(door);
        return answering;
    }
}
