package fr.isere.iris.bias;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What of the people of a request is exchanged. */
enum Axis {
    GENDER,
    ORIGIN,
    AGE,
    ADDRESS;

    /** As the HTTP contract names it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Axis> of(String id) {
        return Arrays.stream(values()).filter(axis -> axis.id().equals(id)).findFirst();
    }
}
