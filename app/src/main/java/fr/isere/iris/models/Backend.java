package fr.isere.iris.models;

import fr.isere.iris.models.Seating.Offer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A server as this instance sees it: how it was last, whether its requests fail, whether it is drained. */
class Backend {

    /** So many looks in a row without an answer, and what waits there for its first word is asked elsewhere. */
    private static final int LOOKS_TO_GIVE_UP = 2;

    private final EngineServer server;
    private final Clock clock;
    private final Circuit circuit = new Circuit(System::nanoTime);
    private final Map<ModelDescription, Engine> engines = new ConcurrentHashMap<>();
    private final Set<Runnable> waitForAWord = ConcurrentHashMap.newKeySet();
    private volatile Health health = Health.UNSEEN;
    private volatile Instant since;
    private volatile boolean draining;
    private Health.State seen = Health.State.UNSEEN;
    private int unanswered;

    Backend(EngineServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
        since = clock.instant();
    }

    String name() {
        return server.name();
    }

    Engine engine(ModelDescription model) {
        return engines.computeIfAbsent(model, server::engine);
    }

    EngineServer server() {
        return server;
    }

    Health health() {
        return health;
    }

    /** When it became as it is. */
    Instant since() {
        return since;
    }

    /** How it is, in the console's word. */
    String word() {
        if (draining) {
            return "draining";
        }
        return switch (health.state()) {
            case UNSEEN, DOWN -> "down";
            case UP -> circuit.isOpen() ? "opened" : "up";
            case HUNG -> "hung";
            case OLD -> "old";
        };
    }

    /** What is wrong, in French; null if nothing. */
    @Nullable
    String failure() {
        boolean failsOnly = health.state() == Health.State.UP && circuit.isOpen();
        return failsOnly
                ? "Ce moteur répond, mais ses réponses échouent\u00A0: IRIS ne l’essaie plus que de temps en temps."
                : health.failure();
    }

    Circuit circuit() {
        return circuit;
    }

    boolean isDraining() {
        return draining;
    }

    void drains(boolean drained) {
        if (draining != drained) {
            draining = drained;
            since = clock.instant();
        }
    }

    /** Looks at it; takes a few seconds at most. */
    void look() {
        Health before = health;
        Health now = server.look();
        health = now;
        if (before.state() != now.state()) {
            since = clock.instant();
        }
        if (now.state() == Health.State.UP && seen != Health.State.UP) {
            circuit.close(); // it was mended: not if only a request thought it gone, for that is what the circuit is
            // about
        }
        seen = now.state();
        unanswered = now.state() == Health.State.HUNG ? unanswered + 1 : 0;
        if (unanswered >= LOOKS_TO_GIVE_UP) {
            List.copyOf(waitForAWord).forEach(Runnable::run);
        }
    }

    /** Nobody answered a request there: it is down until somebody looks. */
    void wasUnreachable() {
        if (health.state() == Health.State.UP || health.state() == Health.State.UNSEEN) {
            health = Health.down();
            since = clock.instant();
        }
    }

    /** Calls {@code gone} if it falls silent, until that is taken back. */
    void waitsForAWord(Runnable gone) {
        waitForAWord.add(gone);
    }

    void waitsNoMore(Runnable gone) {
        waitForAWord.remove(gone);
    }

    boolean isWell(String engineModel) {
        return serves() && (health.state() == Health.State.UNSEEN || health.has(engineModel));
    }

    /** Whether it is asked at all, with whatever model. */
    boolean serves() {
        boolean answers = health.state() == Health.State.UNSEEN || health.state() == Health.State.UP;
        return !draining && answers && circuit.allows();
    }

    /** Whether it may be asked when none is well: it may have come back, and if not it says so at once. */
    boolean isWorthATry() {
        return !draining && health.state() != Health.State.HUNG && health.state() != Health.State.OLD;
    }

    Offer offer(String engineModel, int slots) {
        return new Offer(name(), slots, health.hasLoaded(engineModel));
    }
}
