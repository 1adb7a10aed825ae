package fr.isere.iris.models;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Has the active model in memory on all backends before the office opens, and again on one that comes back during the day. */
class Preloading {

    private static final long EVERY_MINUTES = 1;

    private final CatalogueModels models;
    private final KeepAlive hours;

    Preloading(CatalogueModels models, KeepAlive hours) {
        this.models = models;
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
        EngineModel active = models.active();
        String name = active.description().engineModel();
        time.ifPresent(left -> active.pool().backends().stream()
                .filter(backend -> backend.isWell(name) && backend.health().has(name))
                .filter(backend -> !backend.health().hasLoaded(name))
                .forEach(backend -> backend.server().keep(active.description(), left)));
    }
}
