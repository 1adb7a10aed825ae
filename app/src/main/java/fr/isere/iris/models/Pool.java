package fr.isere.iris.models;

import fr.isere.iris.models.Floor.Ticket;
import fr.isere.iris.models.Seating.Offer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The backends of one kind of engine, and the door to their slots. */
class Pool {

    private final String instance;
    private final List<Backend> backends;
    private final int slots;
    private final EngineRoom room;
    private final Clock clock;
    private final Admission door;
    private CompletableFuture<Void> looking = CompletableFuture.completedFuture(null);

    /**
     * @param instance unlike any other's name
     * @param slots answers at once of one backend, over all instances
     * @param places requests that may wait
     */
    Pool(
            String instance,
            List<EngineServer> servers,
            int slots,
            int places,
            Board board,
            EngineRoom room,
            Clock clock) {
        this.instance = instance;
        this.slots = slots;
        this.room = room;
        this.clock = clock;
        backends = servers.stream().map(server -> new Backend(server, clock)).toList();
        door = new Admission(instance, board, this::offers, places, room.workers(), clock);
    }

    String instance() {
        return instance;
    }

    Admission door() {
        return door;
    }

    long millis() {
        return clock.millis();
    }

    List<Backend> backends() {
        return backends;
    }

    Optional<Backend> find(String name) {
        return backends.stream().filter(backend -> backend.name().equals(name)).findFirst();
    }

    int slotsOfEach() {
        return slots;
    }

    /** How many answers it gives at once with this model. */
    int slots(String engineModel) {
        long serving =
                backends.stream().filter(backend -> backend.isWell(engineModel)).count();
        return slots * (int) Math.max(1, serving);
    }

    /** Those that can serve a ticket; where none is well, those that may have come back. */
    List<Offer> offers(Ticket ticket) {
        List<Backend> left = backends.stream()
                .filter(backend -> !ticket.avoided().contains(backend.name()))
                .toList();
        List<Backend> well =
                left.stream().filter(backend -> backend.isWell(ticket.model())).toList();
        List<Backend> offered =
                well.isEmpty() ? left.stream().filter(Backend::isWorthATry).toList() : well;
        return offered.stream()
                .map(backend -> backend.offer(ticket.model(), slots))
                .toList();
    }

    /** Names of those that may be asked something that takes no slot: the well, or those that may have come back. */
    Set<String> worthAsking() {
        List<Backend> left = backends.stream().filter(Backend::isWorthATry).toList();
        List<Backend> well = left.stream().filter(Backend::serves).toList();
        return (well.isEmpty() ? left : well).stream().map(Backend::name).collect(Collectors.toSet());
    }

    /** How a model is, on the best of its backends. */
    ModelState state(ModelDescription model) {
        String name = model.engineModel();
        List<Backend> up = backends.stream()
                .filter(backend -> backend.health().state() == Health.State.UP)
                .toList();
        List<Backend> having =
                up.stream().filter(backend -> backend.health().has(name)).toList();
        if (having.stream().anyMatch(backend -> !backend.engine(model).isLoading())) {
            return ModelState.READY;
        }
        if (!having.isEmpty()) {
            return ModelState.LOADING;
        }
        return up.isEmpty() ? ModelState.DOWN : ModelState.MISSING;
    }

    /** Looks at all of them, without waiting, at the same time; while it still looks, that is the look. */
    synchronized CompletableFuture<Void> look() {
        if (looking.isDone()) {
            looking = CompletableFuture.allOf(backends.stream()
                            .map(backend -> CompletableFuture.runAsync(backend::look, room.workers()))
                            .toArray(CompletableFuture[]::new))
                    .whenComplete((nothing, failure) -> door.tick());
        }
        return looking;
    }
}
