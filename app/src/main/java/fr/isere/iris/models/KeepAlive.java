package fr.isere.iris.models;

import java.time.Duration;
import java.util.Optional;

/** How long a model stays in memory after an answer. */
interface KeepAlive {

    /** Says nothing: the engine does as it is set up. */
    KeepAlive AS_THE_ENGINE_LIKES = Optional::empty;

    /** From now; empty leaves it to the engine. */
    Optional<Duration> now();
}
