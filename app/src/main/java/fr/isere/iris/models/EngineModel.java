package fr.isere.iris.models;

import fr.isere.iris.models.Answering.Patience;
import fr.isere.iris.models.Answering.Question;
import fr.isere.iris.retention.Ids;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model of the catalogue on the backends that have it. */
class EngineModel implements LanguageModel {

    /** What an engine's template puts around a turn, at most: role marks and line ends. */
    private static final int TURN_TOKENS = 8;

    private final ModelDescription description;
    private final Pool pool;
    private final Patience patience;
    private final EngineRoom room;
    private final TokenEstimate estimate;
    private final Ids ids = new Ids();
    private volatile ModelState seen = ModelState.DOWN;

    EngineModel(ModelDescription description, Pool pool, Patience patience, EngineRoom room) {
        this.description = description;
        this.pool = pool;
        this.patience = patience;
        this.room = room;
        estimate = new TokenEstimate(description.charactersPerToken());
        pool.backends().forEach(backend -> backend.engine(description));
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
        return pool.backends().get(0).engine(description).hint(seen);
    }

    /** Looks at the backends anew, without waiting; nothing if it still looks. */
    void look() {
        var unused = pool.look().thenRun(() -> seen = pool.state(description));
    }

    /** An answer showed it to be so; that a backend loads it concerns nobody while another has it ready. */
    void sees(ModelState state) {
        boolean isReadyElsewhere = state == ModelState.LOADING && pool.state(description) == ModelState.READY;
        seen = isReadyElsewhere ? ModelState.READY : state;
    }

    Pool pool() {
        return pool;
    }

    /** A claim to one of its slots. */
    Floor.Ticket ticket(Sender sender, List<String> avoided, long since) {
        return new Floor.Ticket(
                ids.next(),
                pool.instance(),
                sender.person(),
                sender.thread(),
                sender.urgency(),
                description.engineModel(),
                avoided,
                since);
    }

    @Override
    public int tokens(String text) {
        return estimate.of(text);
    }

    @Override
    public int slots() {
        return pool.slots(description.engineModel());
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
        Answering answering = new Answering(this, question, listener, patience, room, measuring);
        answering.start();
        return answering;
    }
}
