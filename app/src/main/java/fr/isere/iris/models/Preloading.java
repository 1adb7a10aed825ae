package fr.isere.iris.models;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Has the active model in memory on all backends before the office opens, and again on one that comes back during the day. */
class Preloading {

    private static final long EVERY_MINUTES = 1;

    private final Supplier<EngineModel> model;
    private final KeepAlive hours;

    /** @param model the active one, whichever that is at the time */
    Preloading(Supplier<EngineModel> model, KeepAlive hours) {
        this.model = model;
        this.hours = hours;
    }

    /** Looks every minute from now on. */
    Preloading begin(EngineRoom room) {
        var unused = room.timer()
                .scheduleWithFixedDelay(
                        () -> room.workers().execute(this::preload), EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
        return this;
    }

    void preload() {
        Optional<Duration> time = hours.now();
        EngineModel active = model.get();
        String name = active.description().engineModel();
        time.ifPresent(left -> active.pool().backends().stream()
                .filter(backend -> backend.isWell(name) && backend.health().has(name))
                .filter(backend -> !backend.health().hasLoaded(name))
                .forEach(backend -> backend.server().keep(active.description(), left)));
    }
}
